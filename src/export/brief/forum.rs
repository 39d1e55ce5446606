//! The brief on a forum.

use std::fmt::{self, Formatter};

use super::norm::{disputes, gaps, lineage, with_mode};
use super::page::{Page, Plain, by_claim, counted, states, words};
use super::stands::Stands;
use crate::answer::ActRef;
use crate::model::{Actor, ActorKind, Date, Family, Forum, Norm, Report, Role, Verb};
use crate::node::{Node, Ref};
use crate::set::NodeSet;
use crate::stance::{Side, Stance};

pub(super) fn write(f: &mut Formatter<'_>, forum: Ref<'_, Forum>) -> fmt::Result {
    let mut page = Page::open(f, forum.node())?;
    let day = last_day(forum);
    let texts: Vec<Ref<'_, Report>> = texts(forum);
    let norms: Vec<Ref<'_, Norm>> = norms(forum, &texts);
    what_it_is(&mut page, forum, day)?;
    page.heading("State of play")?;
    state_of_play(&mut page, forum, &texts, &norms)?;
    page.heading("Who stands where on its norms")?;
    who_stands_where(&mut page, forum, day, &norms)?;
    page.heading("Open disputes over its norms")?;
    disputes(&mut page, forum.node(), &norms)?;
    said_of_the_texts(&mut page, forum, &texts)?;
    page.heading("Where its texts come from and where they went")?;
    let links = |text: &Ref<'_, Report>| (text.lineage().links().len(), text.descendants().links().len());
    let linked: Vec<&Ref<'_, Report>> = texts.iter().filter(|text| links(text) != (0, 0)).collect();
    writeln!(
        page.f,
        "{} of {} with links to others, by the text itself or by a norm that it states.",
        linked.len(),
        counted(texts.len(), "text")
    )?;
    for text in linked {
        let (before, after) = (text.lineage(), text.descendants());
        page.subheading(&Plain(text.short()).to_string())?;
        lineage(&mut page, text.node(), &before, &after)?;
    }
    page.heading("The acts")?;
    page.f.write_str("What the forum did and what was done to it, oldest first.\n\n")?;
    page.acts(forum.timeline().iter(), forum.node())?;
    page.heading("What the record does not show")?;
    gaps(&mut page)?;
    page.close()
}

/// The day of the view, else the last of which the record was searched; of a forum that has ended, the last day of its life.
fn last_day(forum: Ref<'_, Forum>) -> Option<Date> {
    let day = forum.view().date().or_else(|| forum.view().graph.evidence_cutoff());
    match (day, forum.to) {
        (Some(day), Some(end)) if end.certainly_before(day) => Some(end),
        (day, end) => day.or(end),
    }
}

/// The texts that the forum issued, oldest first.
fn texts(forum: Ref<'_, Forum>) -> Vec<Ref<'_, Report>> {
    let issued = forum.timeline().iter().filter(|act| act.verb == Verb::IssuedBy && act.object() == forum.node());
    issued.filter_map(|act| act.subject().cast()).collect()
}

/// The norms that its texts state and those that it took up itself, in the order of the data files.
fn norms<'g>(forum: Ref<'g, Forum>, texts: &[Ref<'g, Report>]) -> Vec<Ref<'g, Norm>> {
    let own = forum.timeline().iter().filter(|act| {
        act.subject() == forum.node() && matches!(act.verb.family(), Family::Proposed | Family::Adopted | Family::Endorsed)
    });
    let taken_up = own.filter_map(|act| act.object().cast::<Norm>());
    let stated = texts.iter().flat_map(|text| text.norms());
    let set: NodeSet<'g> = stated.chain(taken_up).collect();
    set.of_kind().collect()
}

fn what_it_is<'g>(page: &mut Page<'_, '_, 'g>, forum: Ref<'g, Forum>, day: Option<Date>) -> fmt::Result {
    write!(page.f, "\nKind: {}", words(forum.kind.as_str()))?;
    if let Some(parent) = forum.parent() {
        write!(page.f, "; part of {}", Plain(parent.short()))?;
    }
    match (forum.from, forum.to) {
        (Some(from), Some(to)) => write!(page.f, "; from {from} to {to}")?,
        (Some(from), None) => write!(page.f, "; since {from}, no end on record")?,
        (None, Some(to)) => write!(page.f, "; until {to}")?,
        (None, None) => write!(page.f, "; its life span is not on record")?,
    }
    match forum.outcome.filter(|_| forum.to.is_none_or(|end| forum.view().reached(end))) {
        Some(outcome) => write!(page.f, "; outcome: {}.", words(outcome.as_str()))?,
        None => write!(page.f, "; outcome: none on record.")?,
    }
    let mandate = forum.timeline().iter().find(|act| act.verb == Verb::MandatedBy && act.subject() == forum.node());
    if let Some(act) = mandate {
        let note = page.note(act);
        write!(page.f, " Mandate: {}{note}.", Plain(act.object().short()))?;
    }
    writeln!(page.f)?;
    if let Some(note) = &forum.note {
        writeln!(page.f, "\nRemark of the edition: {}", Plain(note))?;
    }
    let Some(day) = day else { return Ok(()) };
    let officers: Vec<ActRef<'g>> = forum
        .members(day)
        .filter(|act| matches!(Role::of(act.verb), Some(Role::Chair | Role::CoChair | Role::ViceChair)))
        .collect();
    for act in officers {
        let note = page.note(act);
        writeln!(page.f, "\n{} {} ({}){note}.", Plain(act.subject().title()), act.verb.phrase(), act.date)?;
    }
    let seats: Vec<ActRef<'g>> = forum.seats(day).collect();
    match seats.first() {
        None => writeln!(page.f, "\nMembers on {day}: none on record."),
        Some(first) => {
            let of = if first.object() == forum.node() {
                String::new()
            } else {
                format!(" (those of {})", Plain(first.object().short()))
            };
            let note = page.note(*first);
            writeln!(page.f, "\nMembers on {day}: {}{of}{note}.", seats.len())
        }
    }
}

fn state_of_play<'g>(
    page: &mut Page<'_, '_, 'g>,
    forum: Ref<'g, Forum>,
    texts: &[Ref<'g, Report>],
    norms: &[Ref<'g, Norm>],
) -> fmt::Result {
    let stated = texts.iter().flat_map(|text| text.norms()).count();
    writeln!(
        page.f,
        "{} issued; {} first stated in them; {} in all stated or taken up.\n",
        counted(texts.len(), "text"),
        counted(stated, "norm"),
        counted(norms.len(), "norm")
    )?;
    page.f.write_str("| | By the forum | On the forum |\n|---|---:|---:|\n")?;
    for family in [Family::Proposed, Family::Adopted, Family::Endorsed, Family::Contested, Family::Referred] {
        let acts = forum.timeline().iter().filter(|act| act.verb.family() == family);
        let (by, on): (Vec<_>, Vec<_>) = acts.partition(|act| act.subject() == forum.node());
        writeln!(page.f, "| {family} | {} | {} |", by.len(), on.len())?;
    }
    writeln!(page.f, "\nAll of its acts: {}.", forum.timeline().certainty())?;
    if texts.iter().any(|text| text.decision.is_some()) {
        page.f.write_str("\n")?;
    }
    for text in texts.iter().filter(|text| text.decision.is_some()) {
        let decision = text.decision.map_or_else(String::new, |decision| words(decision.as_str()));
        let tally = text.tally.map_or_else(String::new, |tally| format!(", {}-{}-{}", tally.yes, tally.no, tally.abstain));
        let born = text.acts_on().iter().find(|act| act.verb == Verb::IssuedBy && act.subject() == text.node());
        let note = born.map_or_else(String::new, |act| page.note(act));
        writeln!(page.f, "- {}: {} decided by {decision}{tally}{note}", text.date, Plain(text.short()))?;
    }
    Ok(())
}

/// A row for each norm.
fn who_stands_where<'g>(
    page: &mut Page<'_, '_, 'g>,
    forum: Ref<'g, Forum>,
    day: Option<Date>,
    norms: &[Ref<'g, Norm>],
) -> fmt::Result {
    if norms.is_empty() {
        return page.f.write_str("No norm of it is on record.\n");
    }
    let is_state = |node: &Node<'g>| node.cast::<Actor>().is_some_and(|actor| actor.kind == ActorKind::State);
    let members: NodeSet<'g> = day.into_iter().flat_map(|day| forum.seats(day)).map(ActRef::subject).filter(is_state).collect();
    let (all, who) = match (members.is_empty(), day) {
        (false, Some(day)) => (members, format!("its member states on {day}")),
        _ => (states(forum.view()).collect(), "all states of the data, since no state is a member on record".to_owned()),
    };
    writeln!(
        page.f,
        "Of {}, {who}. In each cell first those who are on record themselves, then those of whom it is derived from what they or their group did to the text that states the norm. Others are all who are not of these, without the forum itself.\n",
        counted(all.len(), "state")
    )?;
    page.f.write_str("| Norm | Stated in | For | Against | Reserve, abstain, oppose the text | No side | No record | Others for, against |\n|---|---|---:|---:|---:|---:|---:|---:|\n")?;
    for norm in norms {
        let stands = Stands::on(*norm);
        let cell = |is: &dyn Fn(Stance) -> bool| {
            let (direct, derived) = stands.count(&all, is);
            format!("{direct} + {derived}")
        };
        let (direct, derived) = stands.count(&all, |_| true);
        let others = [Side::For, Side::Against].map(|side| {
            stands.count_of(|actor| !all.contains(actor) && actor != forum.node(), |stance| stance.side() == Some(side))
        });
        let born = norm.trace().iter().find(|act| act.verb == Verb::StatedIn && act.subject() == norm.node());
        let note = born.map_or_else(String::new, |act| page.note(act));
        writeln!(
            page.f,
            "| {} (`{norm}`) | {}{note} | {} | {} | {} | {} | {} | {} + {}, {} + {} |",
            Plain(&norm.title),
            norm.stated_in().date,
            cell(&|stance| stance.side() == Some(Side::For)),
            cell(&|stance| stance.side() == Some(Side::Against)),
            cell(&|stance| stance.side().is_none() && stance.is_objection()),
            cell(&|stance| stance.side().is_none() && !stance.is_objection()),
            all.len() - direct - derived,
            others[0].0,
            others[0].1,
            others[1].0,
            others[1].1
        )?;
    }
    Ok(())
}

/// What others said of its texts and of the forum itself.
fn said_of_the_texts<'g>(page: &mut Page<'_, '_, 'g>, forum: Ref<'g, Forum>, texts: &[Ref<'g, Report>]) -> fmt::Result {
    let against = forum.timeline().iter().filter(|act| act.verb.family() == Family::Contested && act.object() == forum.node());
    let mut said: Vec<ActRef<'g>> = texts.iter().flat_map(|text| text.statements()).chain(against).collect();
    said.sort_by_key(|act| act.edge);
    said.dedup();
    if said.is_empty() {
        return Ok(());
    }
    page.subheading("Said of its texts and of the forum")?;
    page.f.write_str("Explanations of position and conditions are among them; votes are apart.\n\n")?;
    by_claim(said.into_iter()).iter().try_for_each(|claim| with_mode(page, forum.node(), claim))
}
