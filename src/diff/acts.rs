//! Which acts came, went or are told otherwise, and whose position that moves.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use super::Change;
use crate::answer::ActRef;
use crate::model::{Basis, Claim, Entity, Kind, Locator, Role, Verb};
use crate::stance::{Side, Stance};
use crate::view::View;

/// In what an act may be told otherwise than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Detail {
    /// What was done.
    Verb,
    /// The report that is the evidence.
    Report,
    /// When.
    Date,
    /// Until when.
    Until,
    /// Where in the report.
    Place,
    /// How the report comes to know it.
    Basis,
    /// Who reports it.
    Reporter,
    /// Why the coder reads it so.
    Reason,
    /// The person who spoke.
    Voice,
    /// What exactly is disputed.
    Mode,
    /// By what kind of step.
    Form,
    /// What came of it.
    Outcome,
    /// How much of the earlier wording is kept.
    Reuse,
    /// What changed in the wording.
    Change,
    /// How it was decided.
    Decision,
    /// The verb that the text itself uses.
    AsWritten,
    /// Which further reports record it.
    Corroboration,
    /// How sure it is.
    Confidence,
    /// Whether someone checked it.
    Verification,
    /// What was repaired, doubted or contradicted.
    Note,
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Verb => "verb",
            Self::Report => "report",
            Self::Date => "date",
            Self::Until => "end",
            Self::Place => "place",
            Self::Basis => "basis",
            Self::Reporter => "reporter",
            Self::Reason => "reason",
            Self::Voice => "voice",
            Self::Mode => "mode",
            Self::Form => "form",
            Self::Outcome => "outcome",
            Self::Reuse => "reuse",
            Self::Change => "change of wording",
            Self::Decision => "decision",
            Self::AsWritten => "verb as written",
            Self::Corroboration => "corroboration",
            Self::Confidence => "confidence",
            Self::Verification => "verification",
            Self::Note => "note",
        })
    }
}

impl Detail {
    /// The detail of an act in a word or two, empty if it has none; `None` for what is told at length.
    pub(super) fn told(self, act: ActRef<'_>) -> Option<String> {
        fn one<T: ToString>(value: Option<&T>) -> String {
            value.map(T::to_string).unwrap_or_default()
        }
        Some(match self {
            Self::Verb => act.verb.to_string(),
            Self::Report => act.report().id().to_string(),
            Self::Date => act.date.to_string(),
            Self::Until => one(act.until.as_ref()),
            Self::Place => one(act.at.as_ref()),
            Self::Basis => act.basis.to_string(),
            Self::Reporter => one(act.reported_by.as_ref()),
            Self::Voice => one(act.weight().voice.as_ref()),
            Self::Mode => one(act.mode.as_ref()),
            Self::Form => one(act.form.as_ref()),
            Self::Outcome => one(act.outcome.as_ref()),
            Self::Reuse => one(act.reuse.as_ref()),
            Self::Decision => one(act.decision.as_ref()),
            Self::Corroboration => act.corroborated_by.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            Self::Confidence => act.confidence.to_string(),
            Self::Verification => if act.verified { "verified" } else { "not verified" }.to_owned(),
            Self::AsWritten => one(act.as_written.as_ref()),
            Self::Reason | Self::Change | Self::Note => return None,
        })
    }
}

/// The details in which two acts differ.
fn differing<'g>(old: ActRef<'g>, new: ActRef<'g>) -> impl Iterator<Item = Detail> {
    let (claim, other): (&Claim, &Claim) = (&old.weight().claim, &new.weight().claim);
    // Taken apart field by field, so that a new field is not forgotten here. Subjects and objects are those of the edges.
    let Claim {
        by: _, verb: _, object: _, norms_of: _, date: _, until, at, basis, reported_by, reason, voice, mode, form, ..
    } = claim;
    let Claim { as_written, outcome, reuse, change, decision, corroborated_by, confidence, verified, note, .. } = claim;
    // What is that of the report or the forum on both sides is no detail of the act.
    let lasts = |act: ActRef<'g>| matches!(act.object().entity(), Entity::Forum(forum) if act.until == forum.to);
    let decided = |act: ActRef<'g>| act.decision == act.report().record().decision;
    let differ = [
        (Detail::Verb, old.verb != new.verb),
        (Detail::Report, old.report().id() != new.report().id()),
        (Detail::Date, !same_date(old, new)),
        (Detail::Until, *until != other.until && !(lasts(old) && lasts(new))),
        (Detail::Place, *at != other.at),
        (Detail::Basis, *basis != other.basis),
        (Detail::Reporter, *reported_by != other.reported_by),
        (Detail::Reason, *reason != other.reason),
        (Detail::Voice, *voice != other.voice),
        (Detail::Mode, *mode != other.mode),
        (Detail::Form, *form != other.form),
        (Detail::Outcome, *outcome != other.outcome),
        (Detail::Reuse, *reuse != other.reuse),
        (Detail::Change, *change != other.change),
        (Detail::Decision, *decision != other.decision && !(decided(old) && decided(new))),
        (Detail::AsWritten, *as_written != other.as_written),
        (Detail::Corroboration, *corroborated_by != other.corroborated_by),
        (Detail::Confidence, *confidence != other.confidence),
        (Detail::Verification, *verified != other.verified),
        (Detail::Note, *note != other.note),
    ];
    differ.into_iter().filter_map(|(detail, differs)| differs.then_some(detail))
}

/// Whether the dates are the same, or each that of the report or, of a membership, of the beginning of the forum.
fn same_date(old: ActRef<'_>, new: ActRef<'_>) -> bool {
    let follows = |act: ActRef<'_>| {
        let began = match act.object().entity() {
            Entity::Forum(forum) if Role::of(act.verb).is_some() => forum.from,
            _ => None,
        };
        act.date == began.unwrap_or(act.report().date)
    };
    old.date == new.date || (follows(old) && follows(new))
}

/// An act with its ends and its report as numbers that mean the same in both data sets.
#[derive(Clone, Copy)]
struct Numbered<'g> {
    act: ActRef<'g>,
    subject: usize,
    object: usize,
    report: usize,
}

impl<'g> Numbered<'g> {
    fn who_what_where(&self) -> (usize, Verb, usize, usize) {
        (self.subject, self.act.verb, self.object, self.report)
    }

    fn day(&self) -> (u32, u8) {
        self.act.date.order()
    }

    fn place(&self) -> Option<&'g Locator> {
        self.act.weight().claim.at.as_ref()
    }
}

/// The acts of a view, but for those that say again what a field of a record says.
fn acts<'g>(view: View<'g>, number: impl Fn(usize) -> usize) -> Vec<Numbered<'g>> {
    let told = |act: &ActRef<'g>| !matches!(act.verb, Verb::StatedIn | Verb::IssuedBy | Verb::MandatedBy | Verb::SubsidiaryOf);
    let numbered = |act: ActRef<'g>| {
        let (subject, object) = act.ends();
        let [subject, object, report] = [subject, object, act.weight().report].map(|node| number(node.index()));
        Numbered { act, subject, object, report }
    };
    view.acts().iter().filter(told).map(numbered).collect()
}

/// An act of the old data and one of the new that are the same act.
type Pair<'g> = (ActRef<'g>, ActRef<'g>);

/// The acts of two data sets that have found each other, and those that are still alone; each list in the order of time.
struct Pairing<'g> {
    old: Vec<Numbered<'g>>,
    new: Vec<Numbered<'g>>,
    pairs: Vec<Pair<'g>>,
}

impl<'g> Pairing<'g> {
    /// Pairs, of the acts still alone, the first old and the first new that agree, then the second, and so on.
    fn pair<K: Ord>(
        &mut self,
        key: impl Fn(&Numbered<'g>) -> K,
        agree: impl Fn(ActRef<'g>, ActRef<'g>) -> bool,
    ) -> Vec<Pair<'g>> {
        let mut paired = Vec::new();
        if self.old.is_empty() || self.new.is_empty() {
            return paired;
        }
        let mut waiting: BTreeMap<K, Vec<Numbered<'g>>> = BTreeMap::new();
        for act in self.old.drain(..) {
            waiting.entry(key(&act)).or_default().push(act);
        }
        self.new.retain(|new| {
            let fitting = waiting.get_mut(&key(new));
            let found = fitting.and_then(|acts| Some(acts.remove(acts.iter().position(|old| agree(old.act, new.act))?)));
            paired.extend(found.map(|old| (old.act, new.act)));
            found.is_none()
        });
        self.old = waiting.into_values().flatten().collect();
        self.old.sort_by_key(|old| old.act.edge);
        paired
    }

    fn pair_by<K: Ord>(&mut self, key: impl Fn(&Numbered<'g>) -> K) {
        let paired = self.pair(key, |_, _| true);
        self.pairs.extend(paired);
    }

    fn pair_memberships(&mut self) {
        let paired = self.pair(|act| (act.subject, act.act.verb, act.object), |old, _| Role::of(old.verb).is_some());
        self.pairs.extend(paired);
    }
}

/// The changes of acts and of the positions that they make.
pub(super) fn changes<'g>(old: View<'g>, new: View<'g>) -> Vec<Change<'g>> {
    let known = old.graph.ids.len();
    let number = |node: usize| old.graph.ids.get_index_of(&new.graph.ids[node]).unwrap_or(known + node);
    let numbers: Vec<usize> = (0..new.graph.ids.len()).map(number).collect();
    let (before, after) = (acts(old, |node| node), acts(new, |node| numbers[node]));
    let mut changes = moved(&before, &after);

    let mut pairing = Pairing { old: before, new: after, pairs: Vec::new() };
    // What agrees in everything is no change.
    pairing.pair(Numbered::who_what_where, |old, new| {
        (Arc::ptr_eq(&old.weight().claim, &new.weight().claim) && old.date == new.date) || differing(old, new).next().is_none()
    });
    pairing.pair_by(|act| (act.who_what_where(), act.day(), act.place()));
    pairing.pair_by(|act| (act.who_what_where(), act.place()));
    pairing.pair_by(|act| (act.who_what_where(), act.day()));
    pairing.pair_by(Numbered::who_what_where);
    pairing.pair_by(|act| (act.subject, act.object, act.report));
    pairing.pair_by(|act| (act.subject, act.act.verb, act.object, act.day()));
    pairing.pair_memberships();

    changes.extend(pairing.new.iter().map(|new| Change::New(new.act)));
    changes.extend(pairing.old.iter().map(|old| Change::NoLongerRecorded(old.act)));
    pairing.pairs.sort_by_key(|(_, new)| new.edge);
    // One correction of a record that many acts share is one change.
    let mut corrected: IndexMap<_, Vec<Pair<'g>>> = IndexMap::new();
    for (old, new) in pairing.pairs {
        for detail in differing(old, new) {
            let record = (detail, Arc::as_ptr(&old.weight().claim), Arc::as_ptr(&new.weight().claim));
            corrected.entry(record).or_default().push((old, new));
        }
    }
    changes.extend(corrected.into_iter().map(|((what, ..), acts)| Change::Corrected { what, acts }));
    changes
}

/// The positions of actors and forums on norms that the newest act which takes a side turns round.
fn moved<'g>(old: &[Numbered<'g>], new: &[Numbered<'g>]) -> Vec<Change<'g>> {
    let (old, new) = (positions(old), positions(new));
    let moved = |(pair, to): (&(usize, usize), &ActRef<'g>)| {
        let from = *old.get(pair)?;
        (side(from) != side(*to)).then_some(Change::Moved { from, to: *to })
    };
    new.iter().filter_map(moved).collect()
}

/// For each subject and norm the newest act that takes a side.
fn positions<'g>(acts: &[Numbered<'g>]) -> BTreeMap<(usize, usize), ActRef<'g>> {
    let mut newest: BTreeMap<(usize, usize), ActRef<'g>> = BTreeMap::new();
    for told in acts {
        let act = told.act;
        let takes_side = side(act).is_some() && act.basis != Basis::Inferred;
        let by_one = matches!(act.subject().kind(), Kind::Actor | Kind::Forum) && act.object().kind() == Kind::Norm;
        if takes_side && by_one {
            // Told by what the acts say, not by where they stand in files.
            let age = |act: ActRef<'g>| (act.date.order(), act.verb, act.report().id());
            let last = newest.entry((told.subject, told.object)).or_insert(act);
            if age(*last) < age(act) {
                *last = act;
            }
        }
    }
    newest
}

/// For or against the norm, as [`Stance`] reads the verb.
fn side(act: ActRef<'_>) -> Option<Side> {
    Stance::of(act.verb)?.side()
}
