//! Consensus: who sits in a forum when it takes the norm up without a vote, and does not stand apart then or later, backs the norm.
//!
//! By a text of its own that states the norm, or by one that takes up the text which does. Treaties are left out: their text is
//! agreed before anyone is bound, and parties have a rule of their own.

use petgraph::graph::EdgeIndex;

use super::{Carrier, Ground, Tell};
use crate::model::{DecisionMode, Verb};
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    if ground.states_treaty() {
        return;
    }
    for carrier in &ground.carriers {
        // Of a text that states the norm itself, that the forum issued it is the act that settled it.
        let settled: Vec<EdgeIndex> = match carrier.by {
            Some(by) => vec![by],
            None => ground.acts_of(carrier.text).filter(|(_, act)| act.verb == Verb::IssuedBy).map(|(edge, _)| edge).collect(),
        };
        for edge in settled.into_iter().filter(|edge| by_consensus(ground, carrier, *edge)) {
            let apart = ground.apart(carrier.text, edge);
            let (issued, forum) = match carrier.by {
                Some(by) => (None, ground.subject(by)),
                None => (Some(edge), ground.object(edge)),
            };
            if ground.forum(forum).is_none() {
                continue;
            }
            for (member, seat) in ground.seats(forum, edge).filter(|(member, _)| !apart.contains(member)) {
                match issued {
                    Some(issued) => tell(member, Stance::Backs, carrier.chain(&[seat, issued])),
                    None => tell(member, Stance::Backs, carrier.chain(&[seat])),
                }
            }
        }
    }
}

fn by_consensus(ground: &Ground<'_>, carrier: &Carrier, edge: EdgeIndex) -> bool {
    let decision = ground.act(edge).claim.decision.or(ground.report(carrier.text).and_then(|report| report.decision));
    decision.is_some_and(DecisionMode::is_consensus)
}
