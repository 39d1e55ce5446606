//! The brief on a norm.

use std::fmt::{self, Formatter, Write};

use super::page::{Page, Plain, by_claim, counted, words};
use super::stands::Stands;
use crate::answer::ActRef;
use crate::model::{Basis, Confidence, ContestationOutcome, EvidenceKind, Family, Mode, Norm, Reuse, Verb};
use crate::node::{Node, Ref};
use crate::query::{Age, Certainty, Lineage};
use crate::stance::Side;

pub(super) fn write(f: &mut Formatter<'_>, norm: Ref<'_, Norm>) -> fmt::Result {
    let mut page = Page::open(f, norm.node())?;
    if !norm.is_stated() {
        writeln!(page.f, "\nBy that day no text had stated it.")?;
        return page.close();
    }
    wording(&mut page, norm)?;
    page.heading("State of play")?;
    state_of_play(&mut page, norm)?;
    page.heading("Who stands where")?;
    Stands::on(norm).write(&mut page, norm)?;
    page.heading("Open disputes")?;
    disputes(&mut page, norm.node(), &[norm])?;
    over_the_text(&mut page, norm)?;
    page.heading("Where the wording comes from and where it went")?;
    lineage(&mut page, norm.node(), &norm.lineage(), &norm.descendants())?;
    if !norm.anchored_in().is_empty() {
        page.f.write_str("\nIt rests on:\n\n")?;
        norm.anchored_in().iter().try_for_each(|act| page.item(&[act], norm.node(), ""))?;
    }
    page.heading("The acts")?;
    page.f
        .write_str("Acts on the norm and on the text that states it, oldest first; votes on the text stay with the text.\n\n")?;
    page.acts(norm.trace().iter(), norm.node())?;
    page.heading("What the record does not show")?;
    gaps(&mut page)?;
    page.close()
}

fn wording<'g>(page: &mut Page<'_, '_, 'g>, norm: Ref<'g, Norm>) -> fmt::Result {
    writeln!(page.f, "\n> {}\n", Plain(&norm.statement))?;
    let born = norm.trace().iter().find(|act| act.verb == Verb::StatedIn && act.subject() == norm.node());
    let note = born.map_or_else(String::new, |act| page.note(act));
    let text = norm.stated_in();
    write!(page.f, "The latest wording, in our words. First stated in {}, {}{note}. ", Plain(text.short()), text.date)?;
    let form = norm.form.map_or_else(String::new, |form| format!(", {form}"));
    let addressees: Vec<String> = norm.addressees.iter().map(|addressee| addressee.as_str().replace('-', " ")).collect();
    let themes: Vec<String> = norm.themes().map(|theme| Plain(&theme.title).to_string()).collect();
    write!(page.f, "Kind: {}{form}; force: {}; addressed to: {}", words(norm.kind.as_str()), norm.force, addressees.join(", "))?;
    writeln!(page.f, "; themes: {}.", themes.join(", "))?;
    norm.note.as_ref().map_or(Ok(()), |note| writeln!(page.f, "\nRemark of the edition: {}", Plain(note)))
}

fn state_of_play<'g>(page: &mut Page<'_, '_, 'g>, norm: Ref<'g, Norm>) -> fmt::Result {
    let trace: Vec<ActRef<'g>> = norm.trace().iter().collect();
    page.f.write_str("| | On the norm itself | On the text that states it |\n|---|---:|---:|\n")?;
    for family in [Family::Proposed, Family::Adopted, Family::Endorsed, Family::Contested, Family::Referred] {
        let counts = [true, false].map(|itself| {
            let acts = trace.iter().filter(|act| act.verb.family() == family && (act.object() == norm.node()) == itself);
            let mut who: Vec<Node<'_>> = Vec::new();
            let mut count = 0;
            for act in acts {
                count += 1;
                if !who.contains(&act.subject()) {
                    who.push(act.subject());
                }
            }
            if count == 0 { "none".to_owned() } else { format!("{} by {}", counted(count, "act"), who.len()) }
        });
        writeln!(page.f, "| {family} | {} | {} |", counts[0], counts[1])?;
    }
    let certainty: Certainty = trace.iter().copied().collect();
    writeln!(page.f, "\nAll of these with links between wordings: {certainty}.")?;
    match Age::of(trace.iter().copied().filter(|act| !matches!(act.verb.family(), Family::Structural))) {
        Some(age) => {
            page.f.write_str("\nThe newest act:\n\n")?;
            page.item(&[age.newest], norm.node(), "")
        }
        None => writeln!(page.f, "\nNothing is on record since it was stated."),
    }
}

/// The disputes over norms by mode, those that are open before those that are not.
pub(super) fn disputes<'g>(page: &mut Page<'_, '_, 'g>, own: Node<'g>, norms: &[Ref<'g, Norm>]) -> fmt::Result {
    let open = |act: &ActRef<'_>| act.outcome.is_none_or(|outcome| outcome == ContestationOutcome::Unresolved);
    let mut all: Vec<ActRef<'g>> = norms.iter().flat_map(|norm| norm.contestation().acts).collect();
    all.sort_by_key(|act| act.edge);
    all.dedup();
    let (open, closed): (Vec<_>, Vec<_>) = all.into_iter().partition(open);
    match open.len() {
        0 => page.f.write_str("No open dispute over the wording itself is on record.\n")?,
        count => writeln!(
            page.f,
            "On record against the wording itself, with no outcome: {}, by what is disputed.",
            counted(count, "act")
        )?,
    }
    for mode in Mode::ALL.iter().map(|mode| Some(*mode)).chain([None]) {
        let of_mode: Vec<ActRef<'g>> = open.iter().copied().filter(|act| act.mode == mode).collect();
        if !of_mode.is_empty() {
            page.subheading(mode.map_or("no mode stated", Mode::as_str))?;
            by_claim(of_mode.into_iter()).iter().try_for_each(|claim| dispute(page, own, claim, ""))?;
        }
    }
    if !closed.is_empty() {
        page.subheading("No longer open")?;
        by_claim(closed.into_iter()).iter().try_for_each(|claim| with_mode(page, own, claim))?;
    }
    Ok(())
}

fn over_the_text<'g>(page: &mut Page<'_, '_, 'g>, norm: Ref<'g, Norm>) -> fmt::Result {
    let claims = by_claim(norm.contestation().over_the_text());
    if claims.is_empty() {
        return Ok(());
    }
    page.subheading("Over the text that states it")?;
    page.f.write_str("The reasons may lie elsewhere in it; votes are apart.\n\n")?;
    claims.iter().try_for_each(|claim| with_mode(page, norm.node(), claim))
}

/// A dispute outside of a list of one mode.
pub(super) fn with_mode<'g>(page: &mut Page<'_, '_, 'g>, own: Node<'g>, claim: &[ActRef<'g>]) -> fmt::Result {
    let mode = claim.first().and_then(|act| act.mode).map_or_else(String::new, |mode| format!(" ({mode})"));
    dispute(page, own, claim, &mode)
}

/// A dispute with its form, what came of it, and who of those who disputed has backed the norm since.
fn dispute<'g>(page: &mut Page<'_, '_, 'g>, own: Node<'g>, claim: &[ActRef<'g>], mode: &str) -> fmt::Result {
    let Some(first) = claim.first() else { return Ok(()) };
    let form = first.form.map_or_else(String::new, |form| format!(", {}", words(form.as_str())));
    let outcome = first.outcome.map_or_else(String::new, |outcome| format!("; {}", words(outcome.as_str())));
    let mut rest = format!("{mode}{form}{outcome}");
    if let Some(norm) = first.object().cast::<Norm>() {
        let direct = first.view.positions().direct();
        for now in claim.iter().filter_map(|act| direct.of(act.subject(), norm)) {
            if now.stance.side() == Some(Side::For) {
                let note = page.note(now.act());
                let _ = write!(rest, "; {} {} since {}{note}", Plain(now.actor.short()), words(now.stance.as_str()), now.date());
            }
        }
    }
    page.item(claim, own, &rest)
}

/// Where a wording or text comes from, and where it went.
pub(super) fn lineage<'g>(page: &mut Page<'_, '_, 'g>, own: Node<'g>, before: &Lineage<'g>, after: &Lineage<'g>) -> fmt::Result {
    for (title, lineage) in [("Earlier", before), ("\nLater", after)] {
        if lineage.is_empty() {
            writeln!(page.f, "{title}: none on record.")?;
            continue;
        }
        writeln!(page.f, "{title}, nearest first:\n")?;
        for link in lineage.links() {
            // "adapts, adapted" says one thing twice.
            let told = |reuse: &Reuse| link.act.verb.as_str().starts_with(&reuse.as_str()[..4]);
            let reuse = link.act.reuse.filter(|reuse| !told(reuse)).map_or_else(String::new, |reuse| format!(" ({reuse})"));
            let change = link.act.change.as_ref().map_or_else(String::new, |change| format!("; changed: {}", Plain(change)));
            let steps = if link.depth == 1 { String::new() } else { format!("; {} steps away", link.depth) };
            page.item(&[link.act], own, &format!("{reuse}{change}{steps}"))?;
        }
    }
    Ok(())
}

/// What keeps the acts cited so far from being the whole truth.
pub(super) fn gaps(page: &mut Page<'_, '_, '_>) -> fmt::Result {
    let mut acts: Vec<ActRef<'_>> = page.cited().to_vec();
    acts.sort_by_key(|act| act.edge);
    acts.dedup();
    let total = counted(acts.len(), "act");
    let count = |holds: &dyn Fn(ActRef<'_>) -> bool| acts.iter().filter(|act| holds(**act)).count();
    let told: [(&str, usize); 7] = [
        ("are only reported by others", count(&|act| act.basis == Basis::Reported)),
        ("are the reading of a coder", count(&|act| act.basis == Basis::Inferred)),
        ("are not sure: their confidence is medium or low", count(&|act| act.confidence != Confidence::High)),
        ("nobody has checked against a source", count(&|act| !act.verified)),
        ("rest on live captions made by machine", count(&|act| act.report().evidence == EvidenceKind::MachineTranscript)),
        ("rest on what others write about the text", count(&|act| act.report().evidence == EvidenceKind::SecondaryAnalysis)),
        ("have no place within the text", count(&|act| act.at.is_none())),
    ];
    for (what, count) in told.into_iter().filter(|(_, count)| *count > 0) {
        writeln!(page.f, "- {count} of {total} cited here {what}.")?;
    }
    page.f.write_str("- What was never published, or was not found by the day of the edition, is not here; who is not named may have spoken all the same.\n")
}
