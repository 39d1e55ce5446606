//! What changed from one data set to another, in the words of the field.

mod acts;
mod facts;

use std::fmt;

use indexmap::IndexMap;

use crate::answer::ActRef;
use crate::graph::NormGraph;
use crate::model::{Family, Norm, Report, Role, Verb};
use crate::node::{Node, Ref, ThemeRef};
use crate::view::View;

pub use acts::Detail;

/// What changed from an old data set to a new one: two releases, a graph and the same with an overlay, or one graph on two days.
///
/// Records are matched by id. Acts have none; an old act and a new one are the same if they agree in one of these, tried in turn
/// over all acts that are still alone:
///
/// 1. subject, verb, object, report and everything else: nothing changed;
/// 2. subject, verb, object, report, date and place; then without the date; then without the place; then without both;
/// 3. subject, object and report: the verb was corrected;
/// 4. subject, verb, object and date: another report is the evidence;
/// 5. of memberships, which last, subject, verb and object.
///
/// What then is left of the old acts is no longer recorded, and what is left of the new ones is new. What only follows from a record
/// is told once, as a change of the record: that a text was issued, states a norm or mandates a forum, and the dates of acts that
/// are those of their report.
///
/// Takes time in proportion to the records, and to the acts times the logarithm of their number.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Diff<'g> {
    /// What was.
    pub old: View<'g>,
    /// What is.
    pub new: View<'g>,
    /// What changed, in the order of the variants of [`Change`]; acts in the order of time, records in that of the data files.
    pub changes: Vec<Change<'g>>,
}

/// One change from an old data set to a new one; prints as one line.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Change<'g> {
    /// An actor or forum whose newest own act on a norm backed it now contests it, or the other way round, as
    /// [`Stance::side`](crate::Stance::side) tells. What is inferred moves nobody.
    /// Told beside the change that makes it so, most often a new act.
    Moved {
        /// The newest act on the norm that took a side, of the old data.
        from: ActRef<'g>,
        /// The same of the new data.
        to: ActRef<'g>,
    },
    /// An act that was not recorded before.
    New(ActRef<'g>),
    /// An act that is no longer recorded.
    NoLongerRecorded(ActRef<'g>),
    /// An act that is told otherwise in one detail.
    Corrected {
        /// The detail.
        what: Detail,
        /// The old and the new act; several if they share their record, as those of one list do.
        acts: Vec<(ActRef<'g>, ActRef<'g>)>,
    },
    /// A report that has another address, another second address, or another reason why there is none.
    SourceReplaced {
        /// The report as it was.
        old: Ref<'g, Report>,
        /// The report as it is.
        new: Ref<'g, Report>,
    },
    /// A norm whose statement is worded otherwise.
    Reworded {
        /// The norm as it was.
        old: Ref<'g, Norm>,
        /// The norm as it is.
        new: Ref<'g, Norm>,
    },
    /// A record that was not there, or of another kind.
    Added(Node<'g>),
    /// A record that is no longer there, or of another kind.
    Removed(Node<'g>),
    /// A record that has another value in one field.
    Edited {
        /// The record as it was.
        old: Node<'g>,
        /// The record as it is.
        new: Node<'g>,
        /// The field, as data files call it.
        field: &'static str,
        /// The value that it had; empty if it had none.
        from: String,
        /// The value that it has; empty if it has none.
        to: String,
    },
    /// A theme that was not there.
    ThemeAdded(ThemeRef<'g>),
    /// A theme that is no longer there.
    ThemeRemoved(ThemeRef<'g>),
    /// A theme with another title or meaning.
    ThemeEdited {
        /// The theme as it was.
        old: ThemeRef<'g>,
        /// The theme as it is.
        new: ThemeRef<'g>,
    },
}

impl<'g> Diff<'g> {
    /// What changed from the old data set to the new one.
    ///
    /// ```
    /// use cybernorms::{Change, Diff, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let years = Diff::between(graph.as_of("2019".parse()?), graph.as_of("2021".parse()?));
    /// let moved = years.changes.iter().filter_map(|change| match change {
    ///     Change::Moved { from, to } => Some((from.subject().id().as_str(), to.object().id().as_str())),
    ///     _ => None,
    /// });
    /// assert!(moved.clone().any(|moved| moved == ("ind", "ihl-applies")), "India doubted in 2019 what it backed in 2021");
    /// assert!(Diff::between(graph, graph).changes.is_empty());
    /// # Ok::<(), cybernorms::DateError>(())
    /// ```
    pub fn between(old: impl Into<View<'g>>, new: impl Into<View<'g>>) -> Self {
        let (old, new) = (old.into(), new.into());
        let mut changes = acts::changes(old, new);
        changes.extend(records(old, new));
        changes.extend(themes(old, new));
        // A stable sort: within one sort of change the order stays.
        changes.sort_by_key(Change::rank);
        Self { old, new, changes }
    }

    /// The changes that touch one record: of the record itself, and of acts that it does, that are done to it or that it records. To a
    /// norm belong also the acts on the text that states it, as in its trace.
    ///
    /// ```
    /// use cybernorms::{Diff, NormGraph};
    /// let graph = NormGraph::embedded();
    /// let since = Diff::between(graph.as_of("2014".parse()?), graph.as_of("2016".parse()?));
    /// let told: Vec<String> = since.of("gge-2015-13f").map(ToString::to_string).collect();
    /// assert!(told.iter().any(|line| line.starts_with("new endorsement: 2015-11-16  G20 welcomes GGE report 2015")), "{told:?}");
    /// # Ok::<(), cybernorms::DateError>(())
    /// ```
    pub fn of<'d>(&'d self, id: &'d str) -> impl Iterator<Item = &'d Change<'g>> {
        let text = [self.new, self.old].into_iter().find_map(|view| Some(view.norm(id).ok()?.record().stated_in.as_str()));
        self.changes.iter().filter(move |change| change.touches(id, text))
    }
}

impl<'g> From<&'g NormGraph> for View<'g> {
    /// The whole graph.
    fn from(graph: &'g NormGraph) -> Self {
        graph.now()
    }
}

/// The records that came, went or have another field.
fn records<'g>(old: View<'g>, new: View<'g>) -> Vec<Change<'g>> {
    let mut changes = Vec::new();
    let counterpart = |node: Node<'g>, view: View<'g>| {
        let other = view.get(node.id().as_str()).filter(|other| other.kind() == node.kind());
        other.filter(|other| view.sees(*other))
    };
    for now in seen(new) {
        match counterpart(now, old) {
            None => changes.push(Change::Added(now)),
            Some(then) if std::ptr::eq(then.entity(), now.entity()) => {}
            Some(then) => edits(then, now, &mut changes),
        }
    }
    changes.extend(seen(old).filter(|node| counterpart(*node, new).is_none()).map(Change::Removed));
    changes
}

fn seen(view: View<'_>) -> impl Iterator<Item = Node<'_>> {
    view.graph.graph.node_indices().map(move |index| view.node(index)).filter(move |node| view.sees(*node))
}

fn edits<'g>(old: Node<'g>, new: Node<'g>, changes: &mut Vec<Change<'g>>) {
    if old.entity() == new.entity() {
        return;
    }
    if let (Some(old), Some(new)) = (old.cast::<Norm>(), new.cast::<Norm>())
        && old.statement != new.statement
    {
        changes.push(Change::Reworded { old, new });
    }
    if let (Some(old), Some(new)) = (old.cast::<Report>(), new.cast::<Report>())
        && facts::addresses(&old) != facts::addresses(&new)
    {
        changes.push(Change::SourceReplaced { old, new });
    }
    for ((field, from), (_, to)) in facts::facts(old.entity()).into_iter().zip(facts::facts(new.entity())) {
        if from != to {
            changes.push(Change::Edited { old, new, field, from, to });
        }
    }
}

fn themes<'g>(old: View<'g>, new: View<'g>) -> Vec<Change<'g>> {
    let mut changes = Vec::new();
    for now in new.themes() {
        match old.theme(now.id().as_str()) {
            Err(_) => changes.push(Change::ThemeAdded(now)),
            Ok(then) if then.record == now.record => {}
            Ok(then) => changes.push(Change::ThemeEdited { old: then, new: now }),
        }
    }
    changes.extend(old.themes().filter(|then| new.theme(then.id().as_str()).is_err()).map(Change::ThemeRemoved));
    changes
}

impl<'g> Change<'g> {
    fn rank(&self) -> usize {
        match self {
            Self::Moved { .. } => 0,
            Self::New(_) => 1,
            Self::NoLongerRecorded(_) => 2,
            Self::Corrected { .. } => 3,
            Self::SourceReplaced { .. } => 4,
            Self::Reworded { .. } => 5,
            Self::Added(_) => 6,
            Self::Removed(_) => 7,
            Self::Edited { .. } => 8,
            Self::ThemeAdded(_) => 9,
            Self::ThemeRemoved(_) => 10,
            Self::ThemeEdited { .. } => 11,
        }
    }

    /// Whether the change is one of a record, or of an act on, by or in it, or on the text that states it.
    fn touches(&self, id: &str, text: Option<&str>) -> bool {
        let is = |node: Node<'g>| node.id().as_str() == id;
        let on_text = |act: ActRef<'g>| {
            let told = !matches!(act.verb.family(), Family::Structural | Family::Lineage) && !stands_in_roll_call(act.verb);
            told && text == Some(act.object().id().as_str())
        };
        let touches = |act: ActRef<'g>| is(act.subject()) || is(act.object()) || is(act.report().node()) || on_text(act);
        match self {
            Self::Moved { from, to } => touches(*from) || touches(*to),
            Self::New(act) | Self::NoLongerRecorded(act) => touches(*act),
            Self::Corrected { acts, .. } => acts.iter().any(|(old, new)| touches(*old) || touches(*new)),
            Self::SourceReplaced { new, .. } => is(new.node()),
            Self::Reworded { new, .. } => is(new.node()),
            Self::Added(node) | Self::Removed(node) | Self::Edited { new: node, .. } => is(*node),
            Self::ThemeAdded(theme) | Self::ThemeRemoved(theme) | Self::ThemeEdited { new: theme, .. } => {
                theme.id().as_str() == id
            }
        }
    }

    /// What sort of change it is: `new endorsement`, of one and of many.
    fn sort(&self) -> (String, String) {
        let both = |one: &str, many: &str| (one.to_owned(), many.to_owned());
        match self {
            Self::Moved { .. } => both("position moved", "positions moved"),
            Self::New(act) => {
                let (one, many) = nouns(act.verb);
                (format!("new {one}"), format!("new {many}"))
            }
            Self::NoLongerRecorded(act) => {
                let (one, many) = nouns(act.verb);
                (format!("{one} no longer recorded"), format!("{many} no longer recorded"))
            }
            Self::Corrected { what, .. } => (format!("{what} corrected"), format!("corrections of {what}")),
            Self::SourceReplaced { .. } => both("source replaced", "sources replaced"),
            Self::Reworded { .. } => both("statement reworded", "statements reworded"),
            Self::Added(node) => (format!("{} added", node.kind()), format!("{}s added", node.kind())),
            Self::Removed(node) => (format!("{} removed", node.kind()), format!("{}s removed", node.kind())),
            Self::Edited { new, .. } => (format!("{} edited", new.kind()), format!("edits of {}s", new.kind())),
            Self::ThemeAdded(_) => both("theme added", "themes added"),
            Self::ThemeRemoved(_) => both("theme removed", "themes removed"),
            Self::ThemeEdited { .. } => both("theme edited", "themes edited"),
        }
    }
}

fn stands_in_roll_call(verb: Verb) -> bool {
    verb.is_vote() || verb == Verb::Absent
}

/// What acts with the verb are called, one and many.
fn nouns(verb: Verb) -> (&'static str, &'static str) {
    match verb.family() {
        _ if stands_in_roll_call(verb) => ("vote", "votes"),
        _ if Role::of(verb).is_some() => ("membership", "memberships"),
        Family::Referred => ("reference", "references"),
        Family::Proposed => ("proposal", "proposals"),
        Family::Endorsed => ("endorsement", "endorsements"),
        Family::Adopted => ("adoption", "adoptions"),
        Family::Contested => ("contestation", "contestations"),
        Family::Lineage => ("link between wordings", "links between wordings"),
        Family::Structural if verb == Verb::SilentOn => ("silence", "silences"),
        Family::Structural => ("connection", "connections"),
    }
}

impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.sort().0)?;
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let or_none = |text: &str| if text.is_empty() { "none".to_owned() } else { line(text) };
        match self {
            Self::Moved { from, to } => {
                let (subject, object) = (to.subject(), to.object());
                let (then, now) = (from.verb.phrase(), to.verb.phrase());
                write!(f, "{} {then} ({}), now {now} {} [{}]", subject.short(), from.date, object.short(), to.citation())
            }
            Self::New(act) | Self::NoLongerRecorded(act) => act.fmt(f),
            Self::Corrected { what, acts } => {
                let Some((old, new)) = acts.first() else { return Ok(()) };
                if let (Some(from), Some(to)) = (what.told(*old), what.told(*new)) {
                    write!(f, "{} -> {}, ", or_none(&from), or_none(&to))?;
                }
                new.fmt(f)?;
                if acts.len() > 1 { write!(f, " and {} more of the same record", acts.len() - 1) } else { Ok(()) }
            }
            Self::SourceReplaced { old, new } => {
                write!(f, "{new} {}", new.short())?;
                for (name, (from, to)) in
                    ["address", "second", "missing"].iter().zip(facts::addresses(old).into_iter().zip(facts::addresses(new)))
                {
                    if from != to {
                        write!(f, ", {name} {} -> {}", from.unwrap_or("none"), to.unwrap_or("none"))?;
                    }
                }
                Ok(())
            }
            Self::Reworded { old, new } => write!(f, "{new} \"{}\" -> \"{}\"", line(&old.statement), line(&new.statement)),
            Self::Added(node) | Self::Removed(node) => {
                write!(f, "{node} {}{}", node.title(), if node.is_overlay() { " (overlay)" } else { "" })
            }
            Self::Edited { new, field, from, to, .. } => write!(f, "{new}, {field} {} -> {}", or_none(from), or_none(to)),
            Self::ThemeAdded(theme) | Self::ThemeRemoved(theme) => write!(f, "{theme} {}", theme.title),
            Self::ThemeEdited { old, new } => {
                write!(f, "{new} \"{}: {}\" -> \"{}: {}\"", old.title, old.meaning, new.title, new.meaning)
            }
        }
    }
}

impl fmt::Display for Diff<'_> {
    /// A line that counts the changes by sort, then a line for each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.changes.is_empty() {
            return writeln!(f, "no change");
        }
        let mut sorts: IndexMap<(String, String), usize> = IndexMap::new();
        for change in &self.changes {
            *sorts.entry(change.sort()).or_default() += 1;
        }
        for (number, ((one, many), count)) in sorts.iter().enumerate() {
            let between = if number == 0 { "" } else { ", " };
            write!(f, "{between}{count} {}", if *count == 1 { one } else { many })?;
        }
        writeln!(f)?;
        self.changes.iter().try_for_each(|change| writeln!(f, "{change}"))
    }
}
