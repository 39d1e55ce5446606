//! Treaties: who ratified or acceded to the treaty that states the norm is bound by it.

use super::{Ground, Tell};
use crate::model::Verb;
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    if !ground.states_treaty() {
        return;
    }
    for (edge, _) in ground.acts_on(ground.text).filter(|(_, act)| matches!(act.verb, Verb::Ratifies | Verb::Accedes)) {
        tell(ground.subject(edge), Stance::Backs, ground.carriers[0].chain(&[edge]));
    }
}
