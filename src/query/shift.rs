//! What shifts between an earlier wording and a later one, element by element.

use std::fmt;

use crate::model::{Addressee, DeonticForm, Force, Norm, NormKind};
use crate::query::lineage::Link;

/// What differs between the two ends of a link, as the records of the two norms have it; the answer of [`Link::shift`].
///
/// Martha Finnemore and Duncan Hollis, "Constructing Norms for Global Cybersecurity", American Journal of International Law 110
/// (2016), pages 425 to 479, take a norm apart into identity, behaviour, propriety and shared expectation. Here the addressees
/// stand for the first, the form for the second, force and kind for the third; what is shared is the subject of
/// [`Spread`](crate::answers::Spread).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shift {
    /// Addressees of the earlier wording whom the later one does not cover in full.
    pub lost: Vec<Addressee>,
    /// Addressees of the later wording whom the earlier one did not cover in full.
    pub gained: Vec<Addressee>,
    /// What it does with conduct, before and after, if that differs.
    pub form: Option<(Option<DeonticForm>, Option<DeonticForm>)>,
    /// How far it binds, before and after, if that differs.
    pub force: Option<(Force, Force)>,
    /// What sort of expectation it is, before and after, if that differs.
    pub kind: Option<(NormKind, NormKind)>,
}

impl Link<'_> {
    /// What differs between the two norms that the link joins; nothing if one end is no norm.
    ///
    /// `all` are everyone and `non-state` everyone but states, so from `all` to `states` the first is lost and nobody is gained,
    /// and `states` with `non-state` are the same as `all`.
    /// The words themselves are not compared: for that read the statements, and [`Claim::change`](crate::Claim::change).
    ///
    /// ```
    /// use cybernorms::{Addressee, NormGraph};
    /// let graph = NormGraph::embedded();
    /// // Where did the addressee of the public core shrink to states?
    /// let later = graph.norm("gcsc-public-core")?.descendants();
    /// let shrunk: Vec<&str> = later
    ///     .links()
    ///     .iter()
    ///     .filter(|link| link.shift().is_some_and(|shift| shift.lost.contains(&Addressee::NonState)))
    ///     .map(|link| link.act.subject().id().as_str())
    ///     .collect();
    /// assert!(shrunk.contains(&"gge-2021-guidance-f") && !shrunk.contains(&"paris-call-2-protect-internet"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn shift(&self) -> Option<Shift> {
        let (later, earlier) = (self.act.subject().cast::<Norm>()?.record(), self.act.object().cast::<Norm>()?.record());
        let without = |some: &Norm, others: &Norm| {
            let others: Vec<Addressee> = others.addressees.iter().flat_map(|other| groups(*other)).copied().collect();
            let beyond = |addressee: &&Addressee| groups(**addressee).iter().any(|group| !others.contains(group));
            some.addressees.iter().filter(beyond).copied().collect()
        };
        Some(Shift {
            lost: without(earlier, later),
            gained: without(later, earlier),
            form: (earlier.form != later.form).then_some((earlier.form, later.form)),
            force: (earlier.force != later.force).then_some((earlier.force, later.force)),
            kind: (earlier.kind != later.kind).then_some((earlier.kind, later.kind)),
        })
    }
}

/// The groups that an addressee is made of.
fn groups(addressee: Addressee) -> &'static [Addressee] {
    const EVERYONE: [Addressee; 5] = [
        Addressee::States,
        Addressee::PrivateSector,
        Addressee::TechnicalCommunity,
        Addressee::CivilSociety,
        Addressee::Academia,
    ];
    let place = match addressee {
        Addressee::All => return &EVERYONE,
        Addressee::NonState => return &EVERYONE[1..],
        Addressee::States => 0,
        Addressee::PrivateSector => 1,
        Addressee::TechnicalCommunity => 2,
        Addressee::CivilSociety => 3,
        Addressee::Academia => 4,
    };
    &EVERYONE[place..=place]
}

impl Shift {
    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.lost.is_empty() && self.gained.is_empty() && self.form.is_none() && self.force.is_none() && self.kind.is_none()
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return f.write_str("no element differs");
        }
        let names = |list: &[Addressee]| list.iter().map(|addressee| addressee.as_str()).collect::<Vec<_>>().join(" and ");
        let form = |form: Option<DeonticForm>| form.map_or("finding", DeonticForm::as_str);
        let mut told = Vec::new();
        if !self.lost.is_empty() {
            told.push(format!("no longer to {}", names(&self.lost)));
        }
        if !self.gained.is_empty() {
            told.push(format!("now to {}", names(&self.gained)));
        }
        told.extend(self.form.map(|(before, after)| format!("form from {} to {}", form(before), form(after))));
        told.extend(self.force.map(|(before, after)| format!("force from {before} to {after}")));
        told.extend(self.kind.map(|(before, after)| format!("kind from {before} to {after}")));
        f.write_str(&told.join("; "))
    }
}
