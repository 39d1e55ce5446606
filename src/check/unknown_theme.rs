//! The themes of a norm are those of `themes.yaml`.
//!
//! Themes are a controlled list: a new spelling would split an idea in two.
//!
//! Wrong:
//!
//! ```yaml
//! themes: [public-cor]
//! ```
//!
//! Right:
//!
//! ```yaml
//! themes: [public-core]
//! ```

use super::Rule;
use super::ground::{Findings, Ground};
use super::spot::Spot;
use crate::model::Entity;
use crate::nearest::nearest;

pub(super) fn check(ground: &Ground<'_>, findings: &mut Findings) {
    let themes: Vec<&str> = ground.records.themes.iter().map(|theme| theme.id.as_str()).collect();
    let lost = |id: &str| ground.records.lost.iter().any(|(lost, kind)| kind.is_none() && lost.as_str() == id);
    for entry in &ground.records.entities {
        let Entity::Norm(norm) = &entry.record else { continue };
        if norm.themes.is_empty() {
            findings.tell(
                Rule::UnknownTheme,
                entry,
                Spot::field("themes"),
                "the norm has no theme".to_owned(),
                "name at least one id of `themes.yaml`",
            );
        }
        for (number, theme) in norm.themes.iter().enumerate() {
            if !themes.contains(&theme.as_str()) && !lost(theme.as_str()) {
                let near = nearest(theme.as_str(), themes.iter().copied());
                let help = near.map_or_else(
                    || "write an id of `themes.yaml`, or add the theme there".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                findings.tell(
                    Rule::UnknownTheme,
                    entry,
                    Spot::field("themes").item(number),
                    format!("there is no theme `{theme}`"),
                    help,
                );
            }
        }
    }
}
