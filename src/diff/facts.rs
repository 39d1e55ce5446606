//! The fields of a record as texts, so that two states of it can be compared and told.

use std::fmt::Display;

use crate::model::{Actor, Entity, Forum, Norm, Report, Source};

/// The fields with their values, always the same ones for a kind of record. Left out is what is told otherwise: statements, addresses,
/// and what makes acts (members, votes, acts).
pub(super) fn facts(entity: &Entity) -> Vec<(&'static str, String)> {
    match entity {
        Entity::Norm(norm) => of_norm(norm),
        Entity::Actor(actor) => of_actor(actor),
        Entity::Forum(forum) => of_forum(forum),
        Entity::Report(report) => of_report(report),
    }
}

/// Where a report can be read: the address, the second one, why there is none.
pub(super) fn addresses(report: &Report) -> [Option<&str>; 3] {
    let source = report.source.as_ref();
    let of = |field: fn(&Source) -> &Option<String>| source.and_then(|source| field(source).as_deref());
    [of(|source| &source.url), of(|source| &source.second), of(|source| &source.missing)]
}

// The records are taken apart field by field, so that a new field is not forgotten here.

fn of_norm(norm: &Norm) -> Vec<(&'static str, String)> {
    let Norm { title, statement: _, stated_in, at, kind, form, addressees, force, themes, aliases, note } = norm;
    vec![
        ("title", title.clone()),
        ("stated_in", stated_in.to_string()),
        ("at", one(at.as_ref())),
        ("kind", kind.to_string()),
        ("form", one(form.as_ref())),
        ("addressees", many(addressees)),
        ("force", force.to_string()),
        ("themes", many(themes)),
        ("aliases", many(aliases)),
        ("note", one(note.as_ref())),
    ]
}

fn of_actor(actor: &Actor) -> Vec<(&'static str, String)> {
    let Actor { name, short, kind, code, region, aliases, note } = actor;
    vec![
        ("name", name.clone()),
        ("short", one(short.as_ref())),
        ("kind", kind.to_string()),
        ("code", one(code.as_ref())),
        ("region", one(region.as_ref())),
        ("aliases", many(aliases)),
        ("note", one(note.as_ref())),
    ]
}

fn of_forum(forum: &Forum) -> Vec<(&'static str, String)> {
    let Forum { name, short, kind, parent, mandate, recorded_in, from, to, outcome, members: _, aliases, note } = forum;
    vec![
        ("name", name.clone()),
        ("short", one(short.as_ref())),
        ("kind", kind.to_string()),
        ("parent", one(parent.as_ref())),
        ("mandate", one(mandate.as_ref())),
        ("recorded_in", one(recorded_in.as_ref())),
        ("from", one(from.as_ref())),
        ("to", one(to.as_ref())),
        ("outcome", one(outcome.as_ref())),
        ("aliases", many(aliases)),
        ("note", one(note.as_ref())),
    ]
}

fn of_report(report: &Report) -> Vec<(&'static str, String)> {
    let Report {
        title,
        short,
        symbol,
        kind,
        issued_by,
        date,
        decision,
        status,
        evidence,
        source,
        tally,
        vote: _,
        acts: _,
        aliases,
        note,
    } = report;
    let tally = tally.map(|tally| format!("{} yes, {} no, {} abstain", tally.yes, tally.no, tally.abstain));
    vec![
        ("title", title.clone()),
        ("short", one(short.as_ref())),
        ("symbol", one(symbol.as_ref())),
        ("kind", kind.to_string()),
        ("issued_by", many(issued_by)),
        ("date", date.to_string()),
        ("decision", one(decision.as_ref())),
        ("status", one(status.as_ref())),
        ("evidence", evidence.to_string()),
        ("read", one(source.as_ref().and_then(|source| source.read.as_ref()))),
        ("tally", tally.unwrap_or_default()),
        ("aliases", many(aliases)),
        ("note", one(note.as_ref())),
    ]
}

fn one(value: Option<&impl Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn many(values: &[impl Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
