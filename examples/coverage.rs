//! How far the record reaches: `cargo run --example coverage > norms/COVERAGE.md` writes the page anew. Counts by family, what is
//! verified and how sure it is, and where no state of a region is on record.

use cybernorms::answers::{Certainty, OnRecord};
use cybernorms::{
    ActRef, ActorKind, Basis, Confidence, Date, Entity, EvidenceKind, ForumKind, NormGraph, Ref, Report, ReportKind, Role, Verb,
};

// The families of the record, told by the sort of the text and by who issued it.
const PLENARIES: &str = "Assembly, councils, committees";
const GROUPS: &str = "UN groups and mechanisms";
const REGIONAL: &str = "Regional organisations";
const CLUBS: &str = "Clubs and bilaterals";
const CALLS: &str = "Commissions, calls, conferences";
const TREATIES: &str = "Treaties";
const LAW: &str = "Positions on law";
const STATES: &str = "States";
const ORGANISATIONS: &str = "International organisations";
const OTHERS: &str = "Companies, civil society, academia";
const ACCOUNTS: &str = "Accounts and lists by others";
const SESSIONS: &str = "Sessions (machine transcripts)";
const FAMILIES: [&str; 12] =
    [PLENARIES, GROUPS, REGIONAL, CLUBS, CALLS, TREATIES, LAW, STATES, ORGANISATIONS, OTHERS, ACCOUNTS, SESSIONS];

fn main() {
    let graph = NormGraph::embedded();
    println!("# Coverage\n");
    println!("How far this data set reaches, counted by a program. After a change of the data write it anew:\n");
    println!("    cargo run --example coverage > norms/COVERAGE.md\n");
    if let Some(edition) = graph.edition() {
        println!("Data version {}, evidence to {}.\n", edition.version, edition.cutoff);
    }
    families(graph);
    certainty(graph);
    cells(graph);
}

fn families(graph: &NormGraph) {
    println!("## By family\n");
    println!("An act counts where the report that records it stands.\n");
    println!("| family | reports | read | norms | votes | other acts | not verified | oldest | newest |");
    println!("|---|--:|--:|--:|--:|--:|--:|---|---|");
    let all: Vec<ActRef> = graph.acts().iter().collect();
    for name in FAMILIES {
        let reports = || graph.reports().filter(move |report| family(*report) == name);
        let (votes, others): (Vec<ActRef>, _) =
            all.iter().copied().filter(|act| family(act.report()) == name).partition(|act| is_vote(act));
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} |",
            reports().count(),
            reports().filter(|report| report.source.as_ref().is_some_and(|source| source.read.is_some())).count(),
            reports().flat_map(Ref::<Report>::norms).count(),
            votes.len(),
            others.len(),
            others.iter().filter(|act| !act.verified).count(),
            span(reports().map(|report| report.date)),
        );
    }
    let addressed = graph.reports().filter(|report| report.source.as_ref().is_some_and(|source| source.url.is_some())).count();
    println!(
        "\n{} norms, {} actors, {} forums, {} reports ({addressed} with an address, the others say why there is none), {} acts.\n",
        graph.norms().count(),
        graph.actors().count(),
        graph.forums().count(),
        graph.reports().count(),
        all.len()
    );
}

fn certainty(graph: &NormGraph) {
    println!("## How sure\n");
    let belongs = |act: &ActRef| Role::of(act.verb).is_some() || matches!(act.verb, Verb::StatedIn | Verb::IssuedBy);
    let groups: [(&str, Vec<ActRef>); 3] = [
        ("votes", graph.acts().iter().filter(|act| is_vote(act)).collect()),
        ("memberships, issuers, births", graph.acts().iter().filter(belongs).collect()),
        ("all other acts", graph.acts().iter().filter(|act| !is_vote(act) && !belongs(act)).collect()),
    ];
    println!("| acts | count | verified | high | medium | low | inferred | reported by another |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (name, acts) in &groups {
        let certainty: Certainty = acts.iter().copied().collect();
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} |",
            certainty.acts,
            percent(certainty.acts - certainty.unverified, certainty.acts),
            certainty.of_confidence(Confidence::High),
            certainty.of_confidence(Confidence::Medium),
            certainty.of_confidence(Confidence::Low),
            certainty.of_basis(Basis::Inferred),
            certainty.of_basis(Basis::Reported),
        );
    }
    let others: Certainty = graph.acts().iter().filter(|act| !is_vote(act)).collect();
    println!("\nOf the acts other than votes {} are not verified.\n", percent(others.unverified, others.acts));
}

fn cells(graph: &NormGraph) {
    println!("## Who is on record, by theme and region\n");
    println!(
        "States that did or said something on a norm of the theme themselves. A vote on a text is a vote on the text and does"
    );
    println!("not count, nor does what follows from belonging to a group. **0** marks a cell without record.\n");
    let coverage = graph.now().coverage(graph.themes(), graph.now().regions());
    let heads: Vec<String> = coverage.columns.iter().map(|region| format!("{} (of {})", region.name, region.set.len())).collect();
    println!("| theme | norms | {} | oldest | newest |", heads.join(" | "));
    println!("|---|--:|{}---|---|", "--:|".repeat(heads.len()));
    for row in &coverage.rows {
        let count = |cell: &OnRecord| match cell.actors.len() {
            0 => "**0**".to_owned(),
            states => states.to_string(),
        };
        let counts: Vec<String> = row.cells.iter().map(count).collect();
        let ends = [row.all.oldest, row.all.newest].into_iter().flatten().map(|act| act.date);
        println!("| {} | {} | {} | {} |", row.heading.name, row.heading.set.len(), counts.join(" | "), span(ends));
    }
    let empty = coverage.empty().count();
    println!("\n{empty} of {} cells are without record.", coverage.rows.len() * coverage.columns.len());
}

fn family(report: Ref<'_, Report>) -> &'static str {
    match report.kind {
        ReportKind::Treaty => return TREATIES,
        ReportKind::NationalPosition => return LAW,
        ReportKind::Transcript => return SESSIONS,
        ReportKind::RecordPage if report.evidence == EvidenceKind::SecondaryAnalysis => return ACCOUNTS,
        _ => {}
    }
    let issuer = report.issued_by.first().and_then(|id| report.view().get(id.as_str()));
    match issuer.map(cybernorms::Node::entity) {
        Some(Entity::Forum(forum)) => match forum.kind {
            ForumKind::UnPlenary | ForumKind::UnMainCommittee | ForumKind::Court => PLENARIES,
            ForumKind::ClosedExpertGroup
            | ForumKind::OpenEndedWorkingGroup
            | ForumKind::TreatyNegotiatingCommittee
            | ForumKind::PermanentMechanism => GROUPS,
            ForumKind::RegionalOrganisation | ForumKind::MilitaryAlliance => REGIONAL,
            ForumKind::PoliticalClub | ForumKind::Bilateral => CLUBS,
            ForumKind::MultistakeholderInitiative
            | ForumKind::IndustryCoalition
            | ForumKind::ExpertCommission
            | ForumKind::TechnicalBody
            | ForumKind::Conference => CALLS,
        },
        Some(Entity::Actor(actor)) => match actor.kind {
            ActorKind::State | ActorKind::GovernmentBody => STATES,
            ActorKind::IntergovernmentalOrganisation => ORGANISATIONS,
            _ => OTHERS,
        },
        _ => unreachable!("rules prove that a forum or an actor issues every report"),
    }
}

/// A vote in a body: staying away from a call, or abstaining on one, is none.
fn is_vote(act: &ActRef) -> bool {
    let in_a_body = act.report().vote.is_some() || act.report().kind == ReportKind::Draft;
    matches!(act.verb, Verb::VotesYes | Verb::VotesNo | Verb::Abstains | Verb::Absent) && in_a_body
}

/// The oldest and the newest of some dates, as two cells.
fn span(dates: impl Iterator<Item = Date>) -> String {
    let mut dates: Vec<Date> = dates.collect();
    dates.sort_by_cached_key(|date| date.last_day().to_string());
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) => format!("{first} | {last}"),
        _ => " | ".to_owned(),
    }
}

fn percent(part: usize, whole: usize) -> String {
    let tenths = (1000 * part + whole / 2) / whole.max(1);
    format!("{}.{} %", tenths / 10, tenths % 10)
}
