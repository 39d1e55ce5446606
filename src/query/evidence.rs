//! What a claim rests on: its sources, how sure they are, and how old.

use std::collections::BTreeSet;
use std::fmt;

use crate::answer::{ActRef, Acts, Keep};
use crate::assemble::of_family;
use crate::model::{Basis, Confidence, Date, EvidenceKind, Family, Kind, Report};
use crate::node::{Node, Ref};
use crate::set::NodeSet;
use crate::view::View;

/// Everything that a claim of the form "X endorsed Y" rests on.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Evidence<'g> {
    /// Who is said to have acted.
    pub subject: Node<'g>,
    /// What is claimed: that it endorsed, adopted, contested.
    pub family: Family,
    /// On what.
    pub object: Node<'g>,
    /// The acts that say so, oldest first; of a norm, those on the norm and those on the text that states it.
    pub acts: Vec<ActRef<'g>>,
    /// The reports that record the acts and those that corroborate them, each once. Two by the same publisher need not be
    /// independent; see [`Evidence::witnesses`].
    pub reports: NodeSet<'g>,
    /// The second, independent addresses at which those reports can be read.
    pub second: Vec<&'g str>,
}

impl<'g> Evidence<'g> {
    /// How many sources there are: the reports and the second addresses.
    pub fn sources(&self) -> usize {
        self.reports.len() + self.second.len()
    }

    /// The kinds of proof that the reports are, each once, in the order of [`EvidenceKind::ALL`].
    pub fn kinds(&self) -> Vec<EvidenceKind> {
        let known: BTreeSet<EvidenceKind> = self.reports.of_kind::<Report>().map(|report| report.evidence).collect();
        known.into_iter().collect()
    }

    /// Those who vouch: of an act that someone reports, who reports it; else, and of a report that corroborates, the issuers. Several
    /// reports of one publisher are one witness.
    pub fn witnesses(&self) -> NodeSet<'g> {
        let told = self.acts.iter().filter(|act| act.reporter().is_some());
        let only_told = |report: Ref<'g, Report>| {
            let mut acts = self.acts.iter().filter(|act| act.report() == report).peekable();
            acts.peek().is_some() && acts.all(|act| act.reporter().is_some())
        };
        let issuers = self.reports.of_kind::<Report>().filter(|report| !only_told(*report));
        let issuers =
            issuers.flat_map(|report| report.record().issued_by.iter().filter_map(move |id| report.view().get(id.as_str())));
        told.filter_map(|act| act.reporter()).chain(issuers).collect()
    }

    /// How sure the acts are.
    pub fn certainty(&self) -> Certainty {
        self.acts.iter().copied().collect()
    }
}

impl fmt::Display for Evidence<'_> {
    /// A line that sums up, then a line for each act.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds: Vec<&str> = self.kinds().into_iter().map(EvidenceKind::as_str).collect();
        write!(f, "{} {} {}: ", self.subject.short(), self.family, self.object.short())?;
        if self.acts.is_empty() {
            return writeln!(f, "no record");
        }
        let reports = counted(self.reports.len(), "report", "reports");
        let second = counted(self.second.len(), "second address", "second addresses");
        writeln!(f, "{reports} ({}) and {second}; {}", kinds.join(", "), self.certainty())?;
        self.acts.iter().try_for_each(|act| writeln!(f, "  {act}"))
    }
}

impl<'g> View<'g> {
    /// Every source behind the claim that a subject did something of one family to an object: that it endorsed, adopted, contested it.
    ///
    /// An object that is a norm was endorsed also by who endorsed the text that states it; votes on the text stay with the text. No
    /// act means no record, not that it was not so. Takes time in proportion to the acts on the object.
    ///
    /// ```
    /// use cybernorms::{EvidenceKind, Family, NormGraph};
    /// let view = NormGraph::embedded().now();
    /// let (cuba, norm) = (view.actor("cub")?.node(), view.norm("ihl-applies")?.node());
    /// let evidence = view.evidence(cuba, Family::Contested, norm);
    /// assert!(evidence.acts.len() >= 2 && evidence.sources() >= evidence.reports.len());
    /// assert!(evidence.kinds().contains(&EvidenceKind::MachineTranscript) && evidence.kinds().len() > 1, "not captions alone");
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn evidence(self, subject: Node<'g>, family: Family, object: Node<'g>) -> Evidence<'g> {
        let own = std::ptr::eq(subject.view.graph, self.graph) && std::ptr::eq(object.view.graph, self.graph);
        let acts = if !own {
            Vec::new()
        } else if object.kind() == Kind::Norm {
            let edges = self.graph.trace_by_family.of(of_family(object.index, family));
            let done_by = Acts::new(self, edges, Some(subject.index), Keep::All);
            done_by.iter().filter(|act| act.subject() != object).collect()
        } else {
            let edges = self.graph.incident.of(object.index.index());
            let done_by = Acts::new(self, edges, Some(subject.index), Keep::Family(family));
            done_by.iter().filter(|act| act.object() == object).collect()
        };
        Evidence::new(subject, family, object, acts, self)
    }

    /// The claims of one family that rest on few sources: at most as many reports and second addresses as are given.
    ///
    /// A claim is a subject and what it is recorded to have done something of the family to; its evidence is that of
    /// [`View::evidence`]. Those with the fewest sources come first, then the oldest. Takes time in proportion to the acts of the
    /// family times those on their objects.
    ///
    /// ```
    /// use cybernorms::{Family, NormGraph};
    /// let view = NormGraph::embedded().now();
    /// let thin = view.thin(Family::Contested, 1);
    /// assert!(thin.iter().all(|claim| claim.sources() == 1 && !claim.acts.is_empty()));
    /// assert!(thin.iter().all(|claim| claim.reports.of_kind::<cybernorms::Report>().all(|text| text.source.as_ref().is_none_or(|source| source.second.is_none()))));
    /// assert!(view.thin(Family::Contested, 2).len() > thin.len());
    /// ```
    pub fn thin(self, family: Family, most: usize) -> Vec<Evidence<'g>> {
        let mut claims: BTreeSet<_> = BTreeSet::new();
        let acts = Acts::new(self, &self.graph.every, None, Keep::Family(family));
        let pairs = acts.iter().map(ActRef::ends).filter(|pair| claims.insert(*pair));
        let told = pairs.map(|(subject, object)| self.evidence(self.node(subject), family, self.node(object)));
        let mut thin: Vec<Evidence<'g>> = told.filter(|claim| !claim.acts.is_empty() && claim.sources() <= most).collect();
        // A stable sort: equals stay in the order of time.
        thin.sort_by_key(Evidence::sources);
        thin
    }
}

impl<'g> Evidence<'g> {
    fn new(subject: Node<'g>, family: Family, object: Node<'g>, acts: Vec<ActRef<'g>>, view: View<'g>) -> Self {
        let further = acts.iter().flat_map(|act| &act.weight().claim.corroborated_by).filter_map(|id| view.get(id.as_str()));
        let recorded = acts.iter().map(|act| act.report().node());
        // A report may be younger than the day of the view, like that of an act that it tells of later; a part leaves it out.
        let reports: NodeSet<'g> = recorded.chain(further.filter(|report| view.shows(report.index))).collect();
        let mut second: Vec<&'g str> = Vec::new();
        let sources = || reports.of_kind::<Report>().filter_map(|report| report.record().source.as_ref());
        for source in sources() {
            let Some(address) = source.second.as_deref() else { continue };
            // Two reports may point to one address; it is one source then.
            if !second.contains(&address) && !sources().any(|other| other.url.as_deref() == Some(address)) {
                second.push(address);
            }
        }
        Self { subject, family, object, acts, reports, second }
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How sure acts are: how many nobody has checked, and how many there are of each confidence and basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Certainty {
    /// How many acts there are: what the other numbers are parts of.
    pub acts: usize,
    /// How many of them nobody has checked against a source.
    pub unverified: usize,
    /// How many there are of each confidence.
    pub by_confidence: [(Confidence, usize); Confidence::ALL.len()],
    /// How many there are of each basis.
    pub by_basis: [(Basis, usize); Basis::ALL.len()],
}

impl Certainty {
    /// How many of the acts are of a confidence.
    pub fn of_confidence(&self, confidence: Confidence) -> usize {
        self.by_confidence[confidence as usize].1
    }

    /// How many of the acts are of a basis.
    pub fn of_basis(&self, basis: Basis) -> usize {
        self.by_basis[basis as usize].1
    }
}

impl<'g> FromIterator<ActRef<'g>> for Certainty {
    fn from_iter<I: IntoIterator<Item = ActRef<'g>>>(acts: I) -> Self {
        let mut certainty = Self {
            acts: 0,
            unverified: 0,
            by_confidence: std::array::from_fn(|number| (Confidence::ALL[number], 0)),
            by_basis: std::array::from_fn(|number| (Basis::ALL[number], 0)),
        };
        for act in acts {
            certainty.acts += 1;
            certainty.unverified += usize::from(!act.verified);
            certainty.by_confidence[act.confidence as usize].1 += 1;
            certainty.by_basis[act.basis as usize].1 += 1;
        }
        certainty
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn counts<T: fmt::Display>(counts: &[(T, usize)]) -> String {
            let some = counts.iter().filter(|(_, count)| *count > 0);
            some.map(|(word, count)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
        }
        match self.acts {
            0 => f.write_str("no act"),
            acts => write!(
                f,
                "{} of {} not verified; confidence: {}; basis: {}",
                self.unverified,
                counted(acts, "act", "acts"),
                counts(&self.by_confidence),
                counts(&self.by_basis)
            ),
        }
    }
}

/// How old the newest of some acts is, in days.
///
/// Dates may be months or years, so the age lies between two numbers. An act that may lie after the day has the age 0.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Age<'g> {
    /// The act with the last possible day.
    pub newest: ActRef<'g>,
    /// The day that the age is counted to: that of the view, else how far the evidence of the graph reaches.
    pub on: Date,
    /// The fewest days that may lie between.
    pub least: u32,
    /// The most days that may lie between.
    pub most: u32,
}

impl<'g> Age<'g> {
    /// The age of the newest of some acts; `None` if there is none.
    ///
    /// Which acts count is for the caller to say: all on a norm or theme, all of a forum, those of one actor.
    ///
    /// ```
    /// use cybernorms::{NormGraph, answers::Age};
    /// let then = NormGraph::embedded().as_of("2021-05-31".parse()?);
    /// let age = Age::of(then.forum("un-gge-2021")?.timeline()).unwrap();
    /// assert_eq!((age.newest.report().id().as_str(), age.least, age.most), ("a-76-135", 3, 3));
    /// assert!(Age::of(then.theme("public-core")?.trace()).unwrap().most > 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(acts: impl IntoIterator<Item = ActRef<'g>>) -> Option<Self> {
        let acts: Vec<ActRef<'g>> = acts.into_iter().collect();
        let newest = *acts.iter().max_by_key(|act| (act.date.order(), act.edge))?;
        let view = newest.view;
        let on = view.date().or_else(|| view.graph.evidence_cutoff()).unwrap_or(newest.date);
        let since = |date: Date| on.last_day().number().saturating_sub(date.number());
        let least = since(newest.date.last_day());
        // Whatever the uncertain dates mean, none of the acts is older than its own first day.
        let most = acts.iter().map(|act| since(act.date.first_day())).min().unwrap_or(least);
        Some(Self { newest, on, least, most })
    }
}

impl fmt::Display for Age<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (self.least, self.most);
        if least == most { write!(f, "{least} days") } else { write!(f, "{least} to {most} days") }?;
        write!(f, " on {}: {}", self.on, self.newest)
    }
}

impl Acts<'_> {
    /// How sure the acts are: the base of any number that is told of them.
    ///
    /// ```
    /// use cybernorms::{Confidence, NormGraph};
    /// let certainty = NormGraph::embedded().norm("ihl-applies")?.contested_by().certainty();
    /// assert!(certainty.acts > 5 && certainty.by_confidence.iter().map(|(_, acts)| acts).sum::<usize>() == certainty.acts);
    /// assert!(certainty.by_confidence.iter().any(|(level, acts)| *level != Confidence::High && *acts > 0));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn certainty(&self) -> Certainty {
        self.iter().collect()
    }
}
