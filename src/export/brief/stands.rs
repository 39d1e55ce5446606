//! Who stands where on a norm: on record themselves, derived, or not at all.

use std::fmt;

use super::page::{Page, Plain, counted, states, words};
use crate::model::{Basis, Norm};
use crate::node::{Node, Ref};
use crate::position::Position;
use crate::set::NodeSet;
use crate::stance::Stance;

/// The positions on a norm of some whose stance is asked.
pub(super) struct Stands<'g> {
    direct: Vec<Position<'g>>,
    derived: Vec<Position<'g>>,
}

impl<'g> Stands<'g> {
    pub(super) fn on(norm: Ref<'g, Norm>) -> Self {
        let (direct, derived) = norm.view().positions().on(norm).into_iter().partition(|position| position.rule.is_none());
        Self { direct, derived }
    }

    /// How many of a set hold a stance, on record themselves and derived.
    pub(super) fn count(&self, set: &NodeSet<'_>, is: impl Fn(Stance) -> bool) -> (usize, usize) {
        self.count_of(|actor| set.contains(actor), is)
    }

    /// How many of some hold a stance, on record themselves and derived.
    pub(super) fn count_of(&self, one: impl Fn(Node<'g>) -> bool, is: impl Fn(Stance) -> bool) -> (usize, usize) {
        let count =
            |positions: &[Position<'g>]| positions.iter().filter(|position| is(position.stance) && one(position.actor)).count();
        (count(&self.direct), count(&self.derived))
    }

    /// Tables for the states, then who it is, each with the evidence.
    pub(super) fn write(&self, page: &mut Page<'_, '_, 'g>, norm: Ref<'g, Norm>) -> fmt::Result {
        let view = norm.view();
        let all: NodeSet<'g> = states(view).collect();
        writeln!(
            page.f,
            "Of {}. *On record* is what a state did to the norm itself; *derived* follows by a rule from what it or its group did to the text that states the norm, and is weaker.\n",
            counted(all.len(), "state")
        )?;
        page.f.write_str("| Stance | On record | of these only reported or inferred | Derived |\n|---|---:|---:|---:|\n")?;
        for stance in Stance::ALL {
            let (direct, derived) = self.count(&all, |held| held == *stance);
            if direct + derived > 0 {
                let second_hand = |position: &&Position<'g>| matches!(position.basis(), Basis::Reported | Basis::Inferred);
                let held = self.direct.iter().filter(|position| position.stance == *stance && all.contains(position.actor));
                let weaker = held.filter(second_hand).count();
                writeln!(page.f, "| {} | {direct} | {weaker} | {derived} |", words(stance.as_str()))?;
            }
        }
        let (direct, derived) = self.count(&all, |_| true);
        writeln!(page.f, "| **no record at all** | {} | | |", all.len() - direct - derived)?;
        page.f.write_str("\n| Regional group | States | On record | Derived only | No record |\n|---|---:|---:|---:|---:|\n")?;
        let mut rest = all.clone();
        for region in view.regions() {
            rest = &rest - &region.set;
            self.row(page, &region.name, &region.set)?;
        }
        if !rest.is_empty() {
            self.row(page, "in none", &rest)?;
        }
        page.subheading("On record themselves")?;
        named(page, &self.direct, &all)?;
        page.subheading("Derived")?;
        named(page, &self.derived, &all)
    }

    fn row(&self, page: &mut Page<'_, '_, 'g>, name: &str, set: &NodeSet<'_>) -> fmt::Result {
        let (direct, derived) = self.count(set, |_| true);
        writeln!(page.f, "| {name} | {} | {direct} | {derived} | {} |", set.len(), set.len() - direct - derived)
    }
}

/// The holders of each stance with the evidence; states first, then the others.
fn named<'g>(page: &mut Page<'_, '_, 'g>, positions: &[Position<'g>], states: &NodeSet<'_>) -> fmt::Result {
    if positions.is_empty() {
        return page.f.write_str("Nobody.\n");
    }
    for stance in Stance::ALL {
        for of_states in [true, false] {
            let held =
                positions.iter().filter(|position| position.stance == *stance && states.contains(position.actor) == of_states);
            // Those who share their evidence are named together.
            let mut groups: Vec<(String, Vec<Node<'g>>)> = Vec::new();
            for position in held {
                let rule = position.rule.map_or_else(String::new, |rule| format!(", rule: {}", rule.as_str().replace('-', " ")));
                let evidence = format!(" ({}{rule}){}", position.date(), page.note(position.act()));
                match groups.iter_mut().find(|(other, _)| *other == evidence) {
                    Some((_, actors)) => actors.push(position.actor),
                    None => groups.push((evidence, vec![position.actor])),
                }
            }
            if groups.is_empty() {
                continue;
            }
            let count: usize = groups.iter().map(|(_, actors)| actors.len()).sum();
            let who = if of_states { counted(count, "state") } else { counted(count, "other") };
            write!(page.f, "- **{}**, {who}: ", words(stance.as_str()))?;
            for (number, (evidence, actors)) in groups.iter().enumerate() {
                let names: Vec<String> = actors.iter().map(|actor| Plain(actor.short()).to_string()).collect();
                write!(page.f, "{}{}{evidence}", if number == 0 { "" } else { "; " }, names.join(", "))?;
            }
            page.f.write_str("\n")?;
        }
    }
    Ok(())
}
