//! What happened to a norm, from its birth on.

use crate::answer::ActRef;
use crate::answer::{Acts, Keep};
use crate::assemble::of_family;
use crate::model::{Family, Norm, Report, Verb};
use crate::node::{Ref, ThemeRef};

impl<'g> Ref<'g, Norm> {
    /// Every act on the norm and every act on the text that states it, oldest first: where it was born, who took it up, who stood
    /// where, what it rests on.
    ///
    /// Votes on the text are left out here; the report has them. Takes no time but that of walking through the answer.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Verb};
    /// let trace = NormGraph::embedded().norm("gge-2015-13f")?.trace();
    /// let summit = trace.iter().find(|act| act.subject().id().as_str() == "g20").unwrap();
    /// assert_eq!(summit.verb, Verb::Welcomes, "the summit of 2015 welcomed the report that states the norm");
    /// assert_eq!(summit.report().id().as_str(), "g20-antalya-communique-2015");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn trace(self) -> Acts<'g> {
        Acts::new(self.view, self.view.graph.traces.of(self.node.index()), None, Keep::All)
    }

    /// The acts by which the norm, or the text that states it, was settled: approved, adopted, signed, ratified.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let norm = NormGraph::embedded().norm("gge-2015-13f")?;
    /// assert!(norm.adopted_by().subjects().iter().any(|forum| forum.id().as_str() == "un-gge-2015"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn adopted_by(self) -> Acts<'g> {
        self.acts(Family::Adopted)
    }

    /// The acts by which the norm, or the text that states it, was backed: welcomed, supported, endorsed, joined.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let norm = NormGraph::embedded().norm("ihl-applies")?;
    /// let dutch = norm.endorsed_by().iter().find(|act| act.subject().id().as_str() == "nld").unwrap();
    /// assert!(dutch.at.is_some(), "with the place that proves it");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn endorsed_by(self) -> Acts<'g> {
        self.acts(Family::Endorsed)
    }

    /// The acts by which the norm, or the text that states it, was disputed, each with its mode and form.
    ///
    /// ```
    /// use cybernorms::{Mode, NormGraph};
    /// let norm = NormGraph::embedded().norm("ihl-applies")?;
    /// let cuba = norm.contested_by().iter().find(|act| act.subject().id().as_str() == "cub").unwrap();
    /// assert_eq!(cuba.mode, Some(Mode::Applicatory));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn contested_by(self) -> Acts<'g> {
        self.acts(Family::Contested)
    }

    /// The acts by which the norm, or the text that states it, was put forward.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let norm = NormGraph::embedded().norm("dgc-industry")?;
    /// assert_eq!(norm.proposed_by().iter().next().unwrap().subject().id().as_str(), "microsoft");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn proposed_by(self) -> Acts<'g> {
        self.acts(Family::Proposed)
    }

    /// The links to the texts of law and principles that the norm rests on.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let norm = NormGraph::embedded().norm("gcsc-electoral-infrastructure")?;
    /// let charter = norm.anchored_in().iter().find(|act| act.object().id().as_str() == "un-charter-2-4");
    /// assert!(charter.is_some());
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn anchored_in(self) -> Acts<'g> {
        let edges = self.view.graph.incident.of(self.node.index());
        Acts::new(self.view, edges, Some(self.node), Keep::Verb(Verb::AnchoredIn))
    }

    /// The report that first states the norm.
    pub fn stated_in(self) -> Ref<'g, Report> {
        let id = self.record().stated_in.as_str();
        match self.view.report(id) {
            Ok(report) => report,
            Err(_) => unreachable!("a rule proves that every norm is stated in a report"),
        }
    }

    /// Whether the norm had been stated by the day of the view.
    pub fn is_stated(self) -> bool {
        self.view.reached(self.stated_in().date)
    }

    /// The themes of the norm.
    pub fn themes(self) -> impl Iterator<Item = ThemeRef<'g>> {
        self.record().themes.iter().filter_map(move |theme| self.view.theme(theme.as_str()).ok())
    }

    fn acts(self, family: Family) -> Acts<'g> {
        let edges = self.view.graph.trace_by_family.of(of_family(self.node, family));
        Acts::new(self.view, edges, None, Keep::All)
    }
}

impl<'g> ThemeRef<'g> {
    /// The traces of all norms of the theme in one, oldest first, each act once.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let theme = NormGraph::embedded().theme("public-core")?;
    /// let trace = theme.trace();
    /// assert!(trace.windows(2).all(|pair| !pair[1].date.certainly_before(pair[0].date)), "oldest first");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn trace(self) -> Vec<ActRef<'g>> {
        let mut acts: Vec<ActRef<'g>> = self.norms().flat_map(Ref::trace).collect();
        acts.sort_unstable_by_key(|act| act.edge);
        acts.dedup();
        acts
    }
}
