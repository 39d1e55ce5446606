//! How far the record reaches: `cargo run --example coverage > norms/COVERAGE.md` writes the page anew. Counts by family, what is
//! verified and how sure it is, and where no state of a region is on record.

use std::collections::BTreeSet;

use cybernorms::{
    ActRef, Actor, ActorKind, Basis, Confidence, Date, Entity, EvidenceKind, Family, ForumKind, Norm, NormGraph, Ref, Region,
    Report, ReportKind, Role, Verb,
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
        let sure = |level| acts.iter().filter(|act| act.confidence == level).count();
        let on = |basis| acts.iter().filter(|act| act.basis == basis).count();
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} |",
            acts.len(),
            percent(acts.iter().filter(|act| act.verified).count(), acts.len()),
            sure(Confidence::High),
            sure(Confidence::Medium),
            sure(Confidence::Low),
            on(Basis::Inferred),
            on(Basis::Reported),
        );
    }
    let others: Vec<ActRef> = graph.acts().iter().filter(|act| !is_vote(act)).collect();
    let unverified = others.iter().filter(|act| !act.verified).count();
    println!("\nOf the acts other than votes {} are not verified.\n", percent(unverified, others.len()));
}

fn cells(graph: &NormGraph) {
    println!("## Who is on record, by theme and region\n");
    println!(
        "States that did or said something on a norm of the theme themselves. A vote on a text is a vote on the text and does"
    );
    println!("not count, nor does what follows from belonging to a group. **0** marks a cell without record.\n");
    let states =
        |region| graph.actors().filter(move |actor| actor.kind == ActorKind::State && actor.region == Some(region)).count();
    let heads: Vec<String> = Region::ALL.iter().map(|region| format!("{region} (of {})", states(*region))).collect();
    println!("| theme | norms | {} | oldest | newest |", heads.join(" | "));
    println!("|---|--:|{}---|---|", "--:|".repeat(heads.len()));
    let mut empty = 0;
    for theme in graph.themes() {
        let acts: Vec<ActRef> = theme.norms().flat_map(on_itself).collect();
        let counts: Vec<String> = Region::ALL
            .iter()
            .map(|region| {
                let subjects = acts.iter().filter_map(|act| act.subject().cast::<Actor>());
                let here: BTreeSet<&str> =
                    subjects.filter(|actor| actor.region == Some(*region)).map(|actor| actor.id().as_str()).collect();
                if here.is_empty() {
                    empty += 1;
                    "**0**".to_owned()
                } else {
                    here.len().to_string()
                }
            })
            .collect();
        let dates = acts.iter().map(|act| act.date);
        println!("| {} | {} | {} | {} |", theme.title, theme.norms().count(), counts.join(" | "), span(dates));
    }
    println!("\n{empty} of {} cells are without record.", graph.themes().count() * Region::ALL.len());
}

/// The acts on the norm itself that are neither structural nor links between wordings.
fn on_itself(norm: Ref<'_, Norm>) -> impl Iterator<Item = ActRef<'_>> {
    let substance = |act: &ActRef| !matches!(act.verb.family(), Family::Structural | Family::Lineage);
    norm.trace().into_iter().filter(move |act| act.object() == norm.node() && substance(act))
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
