//! Titles, names, statements, notes and aliases say something.
//!
//! A blank title prints as nothing, and a blank note hides that there is none.
//!
//! Wrong:
//!
//! ```yaml
//! gcsc-public-core:
//!   title: ""
//! ```
//!
//! Right:
//!
//! ```yaml
//! gcsc-public-core:
//!   title: Do not damage the public core of the Internet
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::Entity;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    for entry in &ground.records.entities {
        let mut text = |text: Option<&str>, spot: Spot, name: &str| {
            if text.is_some_and(|text| text.trim().is_empty()) {
                findings.tell(
                    Rule::BlankText,
                    entry,
                    spot,
                    format!("`{name}` is blank"),
                    format!("write the {name}, or leave an optional field out"),
                );
            }
        };
        let (titles, note): (&[(&str, Option<&str>)], &Option<String>) = match &entry.record {
            Entity::Norm(norm) => (&[("title", Some(&*norm.title)), ("statement", Some(&*norm.statement))], &norm.note),
            Entity::Actor(actor) => (&[("name", Some(&*actor.name)), ("short", actor.short.as_deref())], &actor.note),
            Entity::Forum(forum) => (&[("name", Some(&*forum.name)), ("short", forum.short.as_deref())], &forum.note),
            Entity::Report(report) => (
                &[("title", Some(&*report.title)), ("short", report.short.as_deref()), ("symbol", report.symbol.as_deref())],
                &report.note,
            ),
        };
        for (name, value) in titles {
            let field = ["title", "statement", "name", "short", "symbol"].into_iter().find(|field| field == name);
            text(*value, field.map_or(Spot::RECORD, Spot::field), name);
        }
        text(note.as_deref(), Spot::field("note"), "note");
        for (number, alias) in entry.record.aliases().iter().enumerate() {
            text(Some(alias), Spot::field("aliases").item(number), "alias");
        }
        if let Entity::Report(report) = &entry.record {
            for (number, claim) in report.acts.iter().enumerate() {
                let spot = Spot::field("acts").item(number);
                text(claim.note.as_deref(), spot.of("note"), "note");
                text(claim.reason.as_deref(), spot.of("reason"), "reason");
                text(claim.change.as_deref(), spot.of("change"), "change");
                text(claim.as_written.as_deref(), spot.of("as_written"), "as_written");
            }
            if let Some(source) = &report.source {
                text(source.url.as_deref(), Spot::field("source").of("url"), "url");
                text(source.missing.as_deref(), Spot::field("source").of("missing"), "missing");
            }
        }
        if let Entity::Forum(forum) = &entry.record {
            for (number, member) in forum.members.iter().enumerate() {
                text(member.note.as_deref(), Spot::field("members").item(number).of("note"), "note");
            }
        }
    }
    for theme in &ground.records.themes {
        for (name, text) in [("title", &theme.record.title), ("meaning", &theme.record.meaning)] {
            if text.trim().is_empty() {
                findings.tell(
                    Rule::BlankText,
                    theme,
                    Spot::field(name),
                    format!("`{name}` is blank"),
                    format!("write the {name}"),
                );
            }
        }
    }
}
