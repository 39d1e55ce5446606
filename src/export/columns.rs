//! The facts of nodes and acts as columns: one list for every format that is a table or a set of named values.

use std::fmt::{self, Formatter};

use crate::answer::ActRef;
use crate::model::{Addressee, CountryCode, Date, Entity, Id, Kind, Tally, Verb};
use crate::node::Node;
use crate::view::View;

/// One fact of a node or an act, under the name that every format gives it.
pub(super) struct Column<F> {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
    pub(super) of: F,
}

/// What the values of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    /// A list of ids or of words from a closed list.
    Words,
    /// A list of texts of any kind.
    Texts,
    Flag,
}

/// One value; what a record does not say is no value.
#[derive(Clone, Copy)]
pub(super) enum Value<'g> {
    Text(&'g str),
    Date(Date),
    Code(CountryCode),
    Tally(Tally),
    Flag(bool),
    Ids(&'g [Id]),
    Addressees(&'g [Addressee]),
    Texts(&'g [String]),
}

impl<'g> Value<'g> {
    /// Hands on each item of a list, or the one text.
    pub(super) fn each(self, mut item: impl FnMut(&str) -> fmt::Result) -> fmt::Result {
        match self {
            Self::Text(text) => item(text),
            Self::Date(date) => item(&date.to_string()),
            Self::Code(code) => item(&code.to_string()),
            Self::Tally(tally) => item(&format!("{}-{}-{}", tally.yes, tally.no, tally.abstain)),
            Self::Flag(flag) => item(if flag { "true" } else { "false" }),
            Self::Ids(ids) => ids.iter().try_for_each(|id| item(id.as_str())),
            Self::Addressees(words) => words.iter().try_for_each(|word| item(word.as_str())),
            Self::Texts(texts) => texts.iter().try_for_each(|text| item(text)),
        }
    }

    /// The value as one text, in pieces: the items of a list with `;` between them; of texts, with a backslash before each `;` or
    /// backslash inside an item.
    pub(super) fn joined(self, mut put: impl FnMut(&str) -> fmt::Result) -> fmt::Result {
        let mut first = true;
        self.each(|item| {
            if !std::mem::take(&mut first) {
                put(";")?;
            }
            if !matches!(self, Self::Texts(_)) {
                return put(item);
            }
            let mut rest = item;
            while let Some(place) = rest.find([';', '\\']) {
                put(&rest[..place])?;
                put("\\")?;
                put(&rest[place..=place])?;
                rest = &rest[place + 1..];
            }
            put(rest)
        })
    }

    fn ids(ids: &'g [Id]) -> Option<Self> {
        (!ids.is_empty()).then_some(Self::Ids(ids))
    }

    fn text(text: Option<&'g String>) -> Option<Self> {
        text.map(|text| Self::Text(text))
    }

    fn id(id: Option<&'g Id>) -> Option<Self> {
        id.map(|id| Self::Text(id.as_str()))
    }
}

type OfNode = for<'g> fn(Node<'g>, &'g Entity) -> Option<Value<'g>>;
type OfAct = for<'g> fn(ActRef<'g>) -> Option<Value<'g>>;

const fn of_node(name: &'static str, holds: Holds, of: OfNode) -> Column<OfNode> {
    Column { name, holds, of }
}

const fn of_act(name: &'static str, holds: Holds, of: OfAct) -> Column<OfAct> {
    Column { name, holds, of }
}

/// What is told of a node beside its id.
pub(super) const OF_NODES: &[Column<OfNode>] = &[
    of_node("kind", Holds::Text, |node, _| Some(Value::Text(node.kind().as_str()))),
    of_node("label", Holds::Text, |_, entity| Some(Value::Text(entity.short()))),
    of_node("title", Holds::Text, |_, entity| Some(Value::Text(entity.title()))),
    of_node("short", Holds::Text, |_, entity| match entity {
        Entity::Norm(_) => None,
        Entity::Actor(actor) => Value::text(actor.short.as_ref()),
        Entity::Forum(forum) => Value::text(forum.short.as_ref()),
        Entity::Report(report) => Value::text(report.short.as_ref()),
    }),
    of_node("type", Holds::Text, |_, entity| {
        Some(Value::Text(match entity {
            Entity::Norm(norm) => norm.kind.as_str(),
            Entity::Actor(actor) => actor.kind.as_str(),
            Entity::Forum(forum) => forum.kind.as_str(),
            Entity::Report(report) => report.kind.as_str(),
        }))
    }),
    of_node("statement", Holds::Text, |_, entity| match entity {
        Entity::Norm(norm) => Some(Value::Text(&norm.statement)),
        _ => None,
    }),
    of_node("stated_in", Holds::Text, |_, entity| match entity {
        Entity::Norm(norm) => Value::id(Some(&norm.stated_in)),
        _ => None,
    }),
    of_node("at", Holds::Text, |_, entity| match entity {
        Entity::Norm(norm) => norm.at.as_ref().map(|at| Value::Text(at.as_str())),
        _ => None,
    }),
    of_node("form", Holds::Text, |_, entity| match entity {
        Entity::Norm(norm) => norm.form.map(|form| Value::Text(form.as_str())),
        _ => None,
    }),
    of_node("addressees", Holds::Words, |_, entity| match entity {
        Entity::Norm(norm) => (!norm.addressees.is_empty()).then_some(Value::Addressees(&norm.addressees)),
        _ => None,
    }),
    of_node("force", Holds::Text, |_, entity| match entity {
        Entity::Norm(norm) => Some(Value::Text(norm.force.as_str())),
        _ => None,
    }),
    of_node("themes", Holds::Words, |_, entity| match entity {
        Entity::Norm(norm) => Value::ids(&norm.themes),
        _ => None,
    }),
    of_node("code", Holds::Text, |_, entity| match entity {
        Entity::Actor(actor) => actor.code.map(Value::Code),
        _ => None,
    }),
    of_node("region", Holds::Text, |_, entity| match entity {
        Entity::Actor(actor) => actor.region.map(|region| Value::Text(region.as_str())),
        _ => None,
    }),
    of_node("parent", Holds::Text, |_, entity| match entity {
        Entity::Forum(forum) => Value::id(forum.parent.as_ref()),
        _ => None,
    }),
    of_node("mandate", Holds::Text, |_, entity| match entity {
        Entity::Forum(forum) => Value::id(forum.mandate.as_ref()),
        _ => None,
    }),
    of_node("from", Holds::Text, |_, entity| match entity {
        Entity::Forum(forum) => forum.from.map(Value::Date),
        _ => None,
    }),
    of_node("to", Holds::Text, |_, entity| match entity {
        Entity::Forum(forum) => forum.to.map(Value::Date),
        _ => None,
    }),
    of_node("outcome", Holds::Text, |_, entity| match entity {
        Entity::Forum(forum) => forum.outcome.map(|outcome| Value::Text(outcome.as_str())),
        _ => None,
    }),
    of_node("symbol", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => Value::text(report.symbol.as_ref()),
        _ => None,
    }),
    of_node("issued_by", Holds::Words, |_, entity| match entity {
        Entity::Report(report) => Value::ids(&report.issued_by),
        _ => None,
    }),
    of_node("date", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => Some(Value::Date(report.date)),
        _ => None,
    }),
    of_node("decision", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => report.decision.map(|decision| Value::Text(decision.as_str())),
        _ => None,
    }),
    of_node("status", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => report.status.map(|status| Value::Text(status.as_str())),
        _ => None,
    }),
    of_node("evidence", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => Some(Value::Text(report.evidence.as_str())),
        _ => None,
    }),
    of_node("source", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => report.source.as_ref().and_then(|source| Value::text(source.url.as_ref())),
        _ => None,
    }),
    of_node("tally", Holds::Text, |_, entity| match entity {
        Entity::Report(report) => report.tally.map(Value::Tally),
        _ => None,
    }),
    of_node("aliases", Holds::Texts, |_, entity| Some(entity.aliases()).filter(|aliases| !aliases.is_empty()).map(Value::Texts)),
    of_node("note", Holds::Text, |_, entity| {
        Value::text(match entity {
            Entity::Norm(norm) => norm.note.as_ref(),
            Entity::Actor(actor) => actor.note.as_ref(),
            Entity::Forum(forum) => forum.note.as_ref(),
            Entity::Report(report) => report.note.as_ref(),
        })
    }),
    of_node("overlay", Holds::Flag, |node, _| node.is_overlay().then_some(Value::Flag(true))),
];

/// What is told of an act beside its ends; the first is its verb.
pub(super) const OF_ACTS: &[Column<OfAct>] = &[
    of_act("verb", Holds::Text, |act| Some(Value::Text(act.weight().verb.as_str()))),
    of_act("family", Holds::Text, |act| Some(Value::Text(act.weight().verb.family().as_str()))),
    of_act("date", Holds::Text, |act| Some(Value::Date(act.weight().date))),
    of_act("until", Holds::Text, |act| act.weight().until.map(Value::Date)),
    of_act("report", Holds::Text, |act| Value::id(Some(act.report().id()))),
    of_act("at", Holds::Text, |act| act.weight().at.as_ref().map(|at| Value::Text(at.as_str()))),
    of_act("basis", Holds::Text, |act| Some(Value::Text(act.weight().basis.as_str()))),
    of_act("reported_by", Holds::Text, |act| Value::id(act.weight().reported_by.as_ref())),
    of_act("reason", Holds::Text, |act| Value::text(act.weight().reason.as_ref())),
    of_act("voice", Holds::Text, |act| Value::id(act.weight().voice.as_ref())),
    of_act("mode", Holds::Text, |act| act.weight().mode.map(|mode| Value::Text(mode.as_str()))),
    of_act("form", Holds::Text, |act| act.weight().form.map(|form| Value::Text(form.as_str()))),
    of_act("outcome", Holds::Text, |act| act.weight().outcome.map(|outcome| Value::Text(outcome.as_str()))),
    of_act("reuse", Holds::Text, |act| act.weight().reuse.map(|reuse| Value::Text(reuse.as_str()))),
    of_act("change", Holds::Text, |act| Value::text(act.weight().change.as_ref())),
    of_act("decision", Holds::Text, |act| act.weight().decision.map(|decision| Value::Text(decision.as_str()))),
    of_act("corroborated_by", Holds::Words, |act| Value::ids(&act.weight().corroborated_by)),
    of_act("confidence", Holds::Text, |act| Some(Value::Text(act.weight().confidence.as_str()))),
    of_act("verified", Holds::Flag, |act| Some(Value::Flag(act.weight().verified))),
    of_act("overlay", Holds::Flag, |act| act.is_overlay().then_some(Value::Flag(true))),
    of_act("as_written", Holds::Text, |act| Value::text(act.weight().as_written.as_ref())),
    of_act("note", Holds::Text, |act| Value::text(act.weight().note.as_ref())),
];

/// The nodes of an export: those that the view sees, and those that its acts need as an end or as their evidence.
pub(super) fn nodes(view: View<'_>) -> impl Iterator<Item = Node<'_>> {
    let graph = view.graph;
    let needed = move |node: Node<'_>| {
        let recorded = view.before_cut(graph.recorded.of(node.index.index()));
        view.incident(node.index).next().is_some() || recorded.iter().any(|edge| view.keeps(*edge))
    };
    graph.graph.node_indices().map(move |index| view.node(index)).filter(move |node| view.sees(*node) || needed(*node))
}

/// The kind of a node as graph databases write labels.
pub(super) const fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Norm => "Norm",
        Kind::Actor => "Actor",
        Kind::Forum => "Forum",
        Kind::Report => "Report",
    }
}

/// A verb as graph databases write types: `VOTES_YES`.
pub(super) fn relation(verb: Verb) -> String {
    verb.as_str().replace('-', "_").to_ascii_uppercase()
}

/// What a file says of itself: the data's version, the day up to which evidence reaches, and the day of the view.
pub(super) fn origin(f: &mut Formatter<'_>, view: View<'_>, put: fn(&mut Formatter<'_>, &str) -> fmt::Result) -> fmt::Result {
    f.write_str(concat!("cybernorms ", env!("CARGO_PKG_VERSION")))?;
    if let Some(edition) = view.graph.edition() {
        f.write_str(", data ")?;
        put(f, &edition.version)?;
    }
    if let Some(date) = view.graph.evidence_cutoff() {
        write!(f, ", evidence to {date}")?;
    }
    match view.date() {
        Some(date) => write!(f, ", as of {date}"),
        None => Ok(()),
    }
}

/// Writes a text whose special characters are put in another way, whatever lies between them in one piece.
pub(super) fn escaped(
    f: &mut Formatter<'_>,
    text: &str,
    is_special: impl Fn(char) -> bool,
    put: impl Fn(&mut Formatter<'_>, char) -> fmt::Result,
) -> fmt::Result {
    let mut written = 0;
    for (place, special) in text.match_indices(is_special) {
        f.write_str(&text[written..place])?;
        special.chars().try_for_each(|c| put(f, c))?;
        written = place + special.len();
    }
    f.write_str(&text[written..])
}
