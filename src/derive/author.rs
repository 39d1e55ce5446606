//! Authors: who issues a text in its own name says what the text states.
//!
//! Records of what others said, such as transcripts, summaries under a chair's responsibility and pages about a text, speak for nobody.

use super::{Ground, Tell};
use crate::model::{Report, Verb};
use crate::stance::Stance;

pub(super) fn derive(ground: &Ground<'_>, tell: &mut Tell<'_>) {
    if !ground.report(ground.text).is_some_and(Report::speaks_for_its_issuer) {
        return;
    }
    for (edge, _) in ground.acts_of(ground.text).filter(|(_, act)| act.verb == Verb::IssuedBy) {
        tell(ground.object(edge), Stance::Backs, ground.carriers[0].chain(&[edge]));
    }
}
