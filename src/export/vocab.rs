//! What records and acts are in RDF: the terms that Turtle and JSON-LD share. `docs/vocabulary.md` tells why each was chosen.

use std::fmt;

use crate::answer::ActRef;
use crate::derive::proves;
use crate::export::name::Name;
use crate::model::{
    Actor, ActorKind, ContestationForm, ContestationOutcome, Date, DecisionMode, DeonticForm, Entity, Family, Forum, ForumKind,
    ForumOutcome, Id, Kind, Mode, Norm, Region, Report, Reuse, Status, Verb,
};
use crate::node::{Node, Ref};
use crate::view::View;

/// The prefixes of other people's terms and of this crate's own.
pub(super) const PREFIXES: [(&str, &str); 8] = [
    ("cn", "urn:cybernorms:term:"),
    ("word", "urn:cybernorms:word:"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What is said of a thing.
#[derive(Clone, Copy)]
pub(super) enum Value<'g> {
    /// Another thing.
    Name(Name<'g>),
    /// A class of some vocabulary.
    Class(&'static str),
    /// A word of a closed list: the list and the word.
    Word(&'static str, &'static str),
    Text(&'g str),
    /// An address as it is recorded, which may be none that a parser would take for one.
    Address(&'g str),
    Date(Date),
    Number(u32),
    Flag(bool),
}

/// Writes descriptions in one format.
///
/// A description is opened, filled and closed; values of one property come one after another. A link is said on its own.
pub(super) trait Writer {
    fn open(&mut self, name: Name<'_>) -> fmt::Result;
    fn put(&mut self, property: &'static str, value: Value<'_>) -> fmt::Result;
    fn close(&mut self) -> fmt::Result;
    /// One triple; the property is given as prefix and local name.
    fn link(&mut self, subject: Node<'_>, property: (&'static str, &'static str), object: Name<'_>) -> fmt::Result;

    fn text(&mut self, property: &'static str, text: Option<&String>) -> fmt::Result {
        text.map_or(Ok(()), |text| self.put(property, Value::Text(text)))
    }

    fn date(&mut self, property: &'static str, date: Option<Date>) -> fmt::Result {
        date.map_or(Ok(()), |date| self.put(property, Value::Date(date)))
    }

    fn word(&mut self, property: &'static str, list: &'static str, word: Option<&'static str>) -> fmt::Result {
        word.map_or(Ok(()), |word| self.put(property, Value::Word(list, word)))
    }

    fn texts(&mut self, property: &'static str, texts: &[String]) -> fmt::Result {
        texts.iter().try_for_each(|text| self.put(property, Value::Text(text)))
    }

    fn node(&mut self, property: &'static str, node: Option<Node<'_>>) -> fmt::Result {
        node.map_or(Ok(()), |node| self.put(property, Value::Name(Name::Node(node))))
    }
}

/// Everything that a view shows: the data set, its themes, its records, its acts.
///
/// Records that the view sees are described, and those that its acts name: the evidence of an act may be newer than the act.
pub(super) fn describe(view: View<'_>, out: &mut impl Writer) -> fmt::Result {
    data_set(view, out)?;
    let graph = &view.graph.graph;
    let mut wanted: Vec<bool> = graph.node_indices().map(|index| view.sees(view.node(index))).collect();
    for act in view.acts() {
        let (subject, object) = act.ends();
        for node in [subject, object, act.weight().report] {
            wanted[node.index()] = true;
        }
    }
    for index in graph.node_indices().filter(|index| wanted[index.index()]) {
        record(view.node(index), out)?;
    }
    for act in view.acts() {
        deed(act, out)?;
        links(act, out)?;
    }
    Ok(())
}

fn data_set(view: View<'_>, out: &mut impl Writer) -> fmt::Result {
    out.open(Name::DataSet)?;
    out.put("a", Value::Class("schema:Dataset"))?;
    out.put("schema:name", Value::Text("cybernorms"))?;
    out.text("schema:version", view.graph.edition().map(|edition| &edition.version))?;
    out.put("cn:crateVersion", Value::Text(env!("CARGO_PKG_VERSION")))?;
    out.date("cn:evidenceCutoff", view.graph.evidence_cutoff())?;
    out.date("cn:asOf", view.date())?;
    out.close()?;
    out.open(Name::Themes)?;
    out.put("a", Value::Class("skos:ConceptScheme"))?;
    out.put("dcterms:title", Value::Text("Themes of norms"))?;
    out.close()?;
    for theme in view.themes() {
        out.open(Name::Theme(theme.id))?;
        out.put("a", Value::Class("skos:Concept"))?;
        out.put("skos:prefLabel", Value::Text(&theme.record.title))?;
        out.put("skos:definition", Value::Text(&theme.record.meaning))?;
        out.put("skos:inScheme", Value::Name(Name::Themes))?;
        out.close()?;
    }
    Ok(())
}

fn record(node: Node<'_>, out: &mut impl Writer) -> fmt::Result {
    out.open(Name::Node(node))?;
    match node.entity() {
        Entity::Norm(record) => norm(node.view, record, out)?,
        Entity::Actor(record) => actor(record, out)?,
        Entity::Forum(record) => forum(record, out)?,
        Entity::Report(record) => report(record, out)?,
    }
    out.texts("skos:altLabel", node.entity().aliases())?;
    if node.is_overlay() {
        out.put("cn:overlay", Value::Flag(true))?;
    }
    out.close()
}

fn norm(view: View<'_>, norm: &Norm, out: &mut impl Writer) -> fmt::Result {
    out.put("a", Value::Class("cn:Norm"))?;
    out.put("a", Value::Class("prov:Entity"))?;
    out.put("dcterms:title", Value::Text(&norm.title))?;
    out.put("dcterms:description", Value::Text(&norm.statement))?;
    out.word("cn:kind", "norm-kind", Some(norm.kind.as_str()))?;
    out.word("cn:deonticForm", "deontic-form", norm.form.map(DeonticForm::as_str))?;
    for addressee in &norm.addressees {
        out.put("cn:addressee", Value::Word("addressee", addressee.as_str()))?;
    }
    out.word("cn:force", "force", Some(norm.force.as_str()))?;
    for theme in view.themes().filter(|theme| norm.themes.contains(theme.id)) {
        out.put("dcterms:subject", Value::Name(Name::Theme(theme.id)))?;
    }
    out.text("skos:note", norm.note.as_ref())
}

fn actor(actor: &Actor, out: &mut impl Writer) -> fmt::Result {
    out.put("a", Value::Class("cn:Actor"))?;
    out.put("a", Value::Class("prov:Agent"))?;
    match actor.kind {
        ActorKind::State => out.put("a", Value::Class("schema:Country"))?,
        ActorKind::GovernmentBody => out.put("a", Value::Class("schema:GovernmentOrganization"))?,
        ActorKind::Person => out.put("a", Value::Class("schema:Person"))?,
        _ => {}
    }
    if is_organisation(actor.kind) {
        out.put("a", Value::Class("org:Organization"))?;
    }
    out.put("schema:name", Value::Text(&actor.name))?;
    out.text("cn:shortName", actor.short.as_ref())?;
    out.word("cn:kind", "actor-kind", Some(actor.kind.as_str()))?;
    if let Some(code) = actor.code {
        out.put("dcterms:identifier", Value::Text(&code.to_string()))?;
    }
    out.word("cn:region", "region", actor.region.map(Region::as_str))?;
    out.text("skos:note", actor.note.as_ref())
}

fn forum(forum: &Forum, out: &mut impl Writer) -> fmt::Result {
    out.put("a", Value::Class("cn:Forum"))?;
    out.put("a", Value::Class("prov:Agent"))?;
    if is_body(forum.kind) {
        out.put("a", Value::Class("org:Organization"))?;
    }
    out.put("schema:name", Value::Text(&forum.name))?;
    out.text("cn:shortName", forum.short.as_ref())?;
    out.word("cn:kind", "forum-kind", Some(forum.kind.as_str()))?;
    out.date("cn:from", forum.from)?;
    out.date("cn:to", forum.to)?;
    out.word("cn:forumOutcome", "forum-outcome", forum.outcome.map(ForumOutcome::as_str))?;
    out.text("skos:note", forum.note.as_ref())
}

fn report(report: &Report, out: &mut impl Writer) -> fmt::Result {
    out.put("a", Value::Class("cn:Report"))?;
    out.put("a", Value::Class("prov:Entity"))?;
    out.put("a", Value::Class("schema:CreativeWork"))?;
    out.put("dcterms:title", Value::Text(&report.title))?;
    out.text("cn:shortName", report.short.as_ref())?;
    out.text("dcterms:identifier", report.symbol.as_ref())?;
    out.word("cn:kind", "report-kind", Some(report.kind.as_str()))?;
    when(report.date, out)?;
    out.word("cn:decision", "decision", report.decision.map(DecisionMode::as_str))?;
    out.word("cn:status", "status", report.status.map(Status::as_str))?;
    out.word("cn:evidence", "evidence", Some(report.evidence.as_str()))?;
    if let Some(source) = &report.source {
        source.url.iter().chain(&source.second).try_for_each(|url| out.put("schema:url", Value::Address(url)))?;
        out.text("cn:noAddress", source.missing.as_ref())?;
        out.date("cn:readOn", source.read)?;
    }
    if let Some(tally) = report.tally {
        out.put("cn:votesYes", Value::Number(tally.yes))?;
        out.put("cn:votesNo", Value::Number(tally.no))?;
        out.put("cn:abstentions", Value::Number(tally.abstain))?;
    }
    out.text("skos:note", report.note.as_ref())
}

/// A date as recorded, and the first and last day that it may mean, which can be compared whatever its precision.
fn when(date: Date, out: &mut impl Writer) -> fmt::Result {
    out.put("dcterms:date", Value::Date(date))?;
    out.put("cn:earliest", Value::Date(date.first_day()))?;
    out.put("cn:latest", Value::Date(date.last_day()))
}

fn deed(act: ActRef<'_>, out: &mut impl Writer) -> fmt::Result {
    let (subject, object, view) = (act.subject(), act.object(), act.view);
    let named = |id: &Id| view.get(id.as_str());
    out.open(Name::Act(act))?;
    out.put("a", Value::Class("cn:Act"))?;
    if is_derivation(act) {
        out.put("a", Value::Class("prov:Derivation"))?;
    } else if is_activity(act) {
        out.put("a", Value::Class("prov:Activity"))?;
    } else if is_membership(act) {
        out.put("a", Value::Class("org:Membership"))?;
    }
    out.put("cn:subject", Value::Name(Name::Node(subject)))?;
    out.put("cn:verb", Value::Word("verb", act.verb.as_str()))?;
    out.put("cn:family", Value::Word("family", act.verb.family().as_str()))?;
    out.put("cn:object", Value::Name(Name::Node(object)))?;
    when(act.date, out)?;
    out.date("cn:until", act.until)?;
    out.date("cn:untilLatest", act.until.map(Date::last_day))?;
    out.put("cn:recordedIn", Value::Name(Name::Node(act.report().node())))?;
    if let Some(at) = &act.at {
        out.put("cn:at", Value::Text(at.as_str()))?;
    }
    out.put("cn:basis", Value::Word("basis", act.basis.as_str()))?;
    out.node("cn:reportedBy", act.reporter())?;
    out.text("cn:reason", act.reason.as_ref())?;
    out.node("cn:voice", act.voice().map(Ref::node))?;
    out.word("cn:mode", "mode", act.mode.map(Mode::as_str))?;
    out.word("cn:contestationForm", "contestation-form", act.form.map(ContestationForm::as_str))?;
    out.word("cn:contestationOutcome", "contestation-outcome", act.outcome.map(ContestationOutcome::as_str))?;
    out.word("cn:reuse", "reuse", act.reuse.map(Reuse::as_str))?;
    out.text("cn:change", act.change.as_ref())?;
    out.word("cn:decision", "decision", act.decision.map(DecisionMode::as_str))?;
    act.corroborated_by.iter().try_for_each(|id| out.node("cn:corroboratedBy", named(id)))?;
    out.put("cn:confidence", Value::Word("confidence", act.confidence.as_str()))?;
    out.put("cn:verified", Value::Flag(act.verified))?;
    if act.is_overlay() {
        out.put("cn:overlay", Value::Flag(true))?;
    }
    out.text("cn:asWritten", act.as_written.as_ref())?;
    out.text("skos:note", act.note.as_ref())?;
    if is_derivation(act) {
        out.node("prov:entity", Some(object))?;
    } else if is_activity(act) {
        out.node("prov:wasAssociatedWith", Some(subject))?;
    } else if is_membership(act) {
        out.node("org:member", Some(subject))?;
        out.node("org:organization", Some(object))?;
        out.put("org:role", Value::Word("verb", act.verb.as_str()))?;
    }
    out.close()
}

/// The act in one triple, and in the words of others where theirs say the same. Only acts that are sure enough to prove something:
/// a triple alone cannot say that it is doubted.
fn links(act: ActRef<'_>, out: &mut impl Writer) -> fmt::Result {
    if !proves(act.weight()) {
        return Ok(());
    }
    let (subject, object) = (act.subject(), act.object());
    let named = Name::Node(object);
    out.link(subject, ("cn:", act.verb.as_str()), named)?;
    if is_derivation(act) {
        out.link(subject, ("prov:", "wasDerivedFrom"), named)?;
        out.link(subject, ("prov:", "qualifiedDerivation"), Name::Act(act))?;
    }
    match act.verb {
        Verb::IssuedBy => out.link(subject, ("prov:", "wasAttributedTo"), named),
        Verb::SubsidiaryOf if is_org(subject) && is_org(object) => out.link(subject, ("org:", "subOrganizationOf"), named),
        _ => Ok(()),
    }
}

/// A later wording or text that takes something from an earlier one.
fn is_derivation(act: ActRef<'_>) -> bool {
    let is_entity = |node: Node<'_>| matches!(node.kind(), Kind::Norm | Kind::Report);
    act.verb.leads_to_origin() && is_entity(act.subject()) && is_entity(act.object())
}

/// Something that an actor or forum did; to be left out, to belong somewhere or to take a wording over is none.
fn is_activity(act: ActRef<'_>) -> bool {
    let is_agent = matches!(act.subject().kind(), Kind::Actor | Kind::Forum);
    is_agent && !matches!(act.verb.family(), Family::Lineage | Family::Structural)
}

/// Membership or an office in a forum that is an organisation; a host, a sponsor or an observer is no member.
fn is_membership(act: ActRef<'_>) -> bool {
    matches!(act.verb, Verb::MemberOf | Verb::Chairs | Verb::CoChairs | Verb::ViceChairs) && is_org(act.object())
}

fn is_org(node: Node<'_>) -> bool {
    match node.entity() {
        Entity::Actor(actor) => is_organisation(actor.kind),
        Entity::Forum(forum) => is_body(forum.kind),
        Entity::Norm(_) | Entity::Report(_) => false,
    }
}

/// States, persons and groups that others gave a name are no organisations.
const fn is_organisation(kind: ActorKind) -> bool {
    !matches!(kind, ActorKind::State | ActorKind::Person | ActorKind::ThreatGroup)
}

/// A conference and two states that meet are forums without being organisations.
const fn is_body(kind: ForumKind) -> bool {
    !matches!(kind, ForumKind::Conference | ForumKind::Bilateral)
}
