//! Every place in a record that names another record, and the kinds that may stand there.

use super::spot::Spot;
use crate::model::{Entity, Id, Kind};

const ANY: &[Kind] = Kind::ALL;
const REPORT: &[Kind] = &[Kind::Report];
const ACTOR: &[Kind] = &[Kind::Actor];
const PARTY: &[Kind] = &[Kind::Actor, Kind::Forum];

/// Calls `visit` with each reference, the kinds allowed and its place.
pub(super) fn each_reference<'a>(entity: &'a Entity, mut visit: impl FnMut(&'a Id, &'static [Kind], Spot)) {
    match entity {
        Entity::Norm(norm) => visit(&norm.stated_in, REPORT, Spot::field("stated_in")),
        Entity::Actor(_) => {}
        Entity::Forum(forum) => {
            one(forum.parent.as_ref(), PARTY, Spot::field("parent"), &mut visit);
            one(forum.mandate.as_ref(), REPORT, Spot::field("mandate"), &mut visit);
            one(forum.recorded_in.as_ref(), REPORT, Spot::field("recorded_in"), &mut visit);
            for (number, member) in forum.members.iter().enumerate() {
                let spot = Spot::field("members").item(number);
                many(&member.who, PARTY, spot.of("who"), &mut visit);
                visit(&member.recorded_in, REPORT, spot.of("in"));
            }
        }
        Entity::Report(report) => {
            many(&report.issued_by, PARTY, Spot::field("issued_by"), &mut visit);
            if let Some(vote) = &report.vote {
                let spot = Spot::field("vote");
                for (name, voters) in [("yes", &vote.yes), ("no", &vote.no), ("abstain", &vote.abstain), ("absent", &vote.absent)]
                {
                    many(voters, ACTOR, spot.of(name), &mut visit);
                }
            }
            for (number, claim) in report.acts.iter().enumerate() {
                let spot = Spot::field("acts").item(number);
                many(&claim.by, ANY, spot.of("by"), &mut visit);
                many(&claim.object, ANY, spot.of("object"), &mut visit);
                one(claim.norms_of.as_ref(), REPORT, spot.of("norms_of"), &mut visit);
                one(claim.reported_by.as_ref(), PARTY, spot.of("reported_by"), &mut visit);
                one(claim.voice.as_ref(), ACTOR, spot.of("voice"), &mut visit);
                many(&claim.corroborated_by, REPORT, spot.of("corroborated_by"), &mut visit);
            }
        }
    }
}

fn one<'a>(id: Option<&'a Id>, kinds: &'static [Kind], spot: Spot, visit: &mut impl FnMut(&'a Id, &'static [Kind], Spot)) {
    if let Some(id) = id {
        visit(id, kinds, spot);
    }
}

fn many<'a>(ids: &'a [Id], kinds: &'static [Kind], spot: Spot, visit: &mut impl FnMut(&'a Id, &'static [Kind], Spot)) {
    for (number, id) in ids.iter().enumerate() {
        visit(id, kinds, spot.item(number));
    }
}
