//! Who is on record on what, where nobody is, and who keeps silent.

use std::fmt;

use crate::answer::ActRef;
use crate::model::{ActorKind, Date, Family, Forum, Norm, Region, Verb};
use crate::node::{Node, Ref, ThemeRef};
use crate::set::NodeSet;
use crate::view::View;

/// The name of a row or a column of a [`Coverage`], with the records that it stands for.
///
/// Norms and themes are headings of rows; regional groups ([`View::regions`]) and any set of actors with a name are headings of columns.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Heading<'g> {
    /// The name.
    pub name: String,
    /// The records.
    pub set: NodeSet<'g>,
}

impl<'g> From<ThemeRef<'g>> for Heading<'g> {
    /// The norms of the theme.
    fn from(theme: ThemeRef<'g>) -> Self {
        Self { name: theme.title.clone(), set: theme.norms().collect() }
    }
}

impl<'g> From<Ref<'g, Norm>> for Heading<'g> {
    fn from(norm: Ref<'g, Norm>) -> Self {
        Self { name: norm.title.clone(), set: std::iter::once(norm).collect() }
    }
}

impl<'g, S: Into<String>> From<(S, NodeSet<'g>)> for Heading<'g> {
    fn from((name, set): (S, NodeSet<'g>)) -> Self {
        Self { name: name.into(), set }
    }
}

/// Who did or said something on some norms themselves, and when.
///
/// A vote on a text, or another act on it, is one on the text and does not count, nor does what follows from belonging to a group.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct OnRecord<'g> {
    /// Those who did.
    pub actors: NodeSet<'g>,
    /// The act that happened first, by its last possible day.
    pub oldest: Option<ActRef<'g>>,
    /// The act that happened last, by its last possible day.
    pub newest: Option<ActRef<'g>>,
}

/// Who is on record: rows of norms, columns of actors.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Coverage<'g> {
    /// The columns.
    pub columns: Vec<Heading<'g>>,
    /// The rows.
    pub rows: Vec<CoverageRow<'g>>,
}

/// A row of a [`Coverage`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CoverageRow<'g> {
    /// The norms.
    pub heading: Heading<'g>,
    /// A cell for each column.
    pub cells: Vec<OnRecord<'g>>,
    /// Everyone on record on the norms, in a column or in none.
    pub all: OnRecord<'g>,
}

impl<'g> View<'g> {
    /// Who is on record on which norms: a cell for each row of norms and column of actors.
    ///
    /// Rows are norms, themes, or sets of norms with a name; columns are sets of actors with a name. Takes time in proportion to the
    /// acts on the norms of each row, times the columns.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let view = NormGraph::embedded().now();
    /// let coverage = view.coverage(view.themes(), view.regions());
    /// let humanitarian = coverage.rows.iter().find(|row| row.heading.name == "Humanitarian law").unwrap();
    /// let west = coverage.columns.iter().position(|column| column.name == "western-european-others").unwrap();
    /// assert!(humanitarian.cells[west].actors.contains(view.actor("nld")?.node()));
    /// assert!(coverage.empty().any(|(row, column)| row.name == "Supply chain" && column.name == "african"));
    /// # Ok::<(), cybernorms::LookupError>(())
    /// ```
    pub fn coverage<R: Into<Heading<'g>>, C: Into<Heading<'g>>>(
        self,
        rows: impl IntoIterator<Item = R>,
        columns: impl IntoIterator<Item = C>,
    ) -> Coverage<'g> {
        let columns: Vec<Heading<'g>> = columns.into_iter().map(Into::into).collect();
        let row = |heading: Heading<'g>| {
            let acts = self.on_norms(&heading.set);
            let cells =
                columns.iter().map(|column| OnRecord::new(self, acts.iter().filter(|act| column.set.contains(act.subject()))));
            CoverageRow { cells: cells.collect(), all: OnRecord::new(self, acts.iter()), heading }
        };
        let rows = rows.into_iter().map(|heading| row(heading.into())).collect();
        Coverage { columns, rows }
    }

    /// The states of each regional group of the United Nations, in the order of [`Region::ALL`].
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let regions = NormGraph::embedded().now().regions();
    /// assert_eq!(regions.iter().map(|region| region.set.len()).sum::<usize>(), 193);
    /// ```
    pub fn regions(self) -> Vec<Heading<'g>> {
        let states = |region| self.actors().filter(move |actor| actor.kind == ActorKind::State && actor.region == Some(region));
        Region::ALL.iter().map(|region| (region.as_str(), states(*region).collect()).into()).collect()
    }

    /// The acts on norms themselves that are neither structural nor links between wordings, in the order of time.
    fn on_norms(self, norms: &NodeSet<'g>) -> Vec<ActRef<'g>> {
        let substance = |act: &ActRef<'g>| !matches!(act.verb.family(), Family::Structural | Family::Lineage);
        self.done_to(norms, substance)
    }

    /// The acts on norms that are of a sort, in the order of time, each once.
    fn done_to(self, norms: &NodeSet<'g>, sort: impl Fn(&ActRef<'g>) -> bool) -> Vec<ActRef<'g>> {
        let norms = norms.of_kind::<Norm>().filter(|norm| std::ptr::eq(norm.view.graph, self.graph));
        let on = |norm: Ref<'g, Norm>| {
            let acts = self.incident(norm.node).map(move |edge| self.act(edge));
            acts.filter(move |act| act.object() == norm.node())
        };
        let mut acts: Vec<ActRef<'g>> = norms.flat_map(on).filter(sort).collect();
        acts.sort_unstable_by_key(|act| act.edge);
        acts
    }
}

impl<'g> OnRecord<'g> {
    /// Of acts in the order of time.
    fn new<'a>(view: View<'g>, acts: impl Iterator<Item = &'a ActRef<'g>> + Clone) -> Self
    where
        'g: 'a,
    {
        let actors = NodeSet::new(view, acts.clone().map(|act| act.ends().0));
        Self { actors, oldest: acts.clone().next().copied(), newest: acts.last().copied() }
    }

    /// The oldest and the newest date of the evidence.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.oldest?.date, self.newest?.date))
    }
}

impl fmt::Display for OnRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(oldest), Some(newest)) = (self.oldest, self.newest) else { return f.write_str("no record") };
        let names: Vec<&str> = self.actors.iter().map(Node::short).collect();
        write!(f, "{} on record: {}; first {oldest}; last {newest}", names.len(), names.join(", "))
    }
}

impl<'g> Coverage<'g> {
    /// The cells in which nobody is on record, as row and column; column by column.
    pub fn empty(&self) -> impl Iterator<Item = (&Heading<'g>, &Heading<'g>)> {
        self.columns.iter().enumerate().flat_map(move |(number, column)| {
            let rows = self.rows.iter().filter(move |row| row.cells[number].actors.is_empty());
            rows.map(move |row| (&row.heading, column))
        })
    }
}

impl fmt::Display for Coverage<'_> {
    /// A line for each row.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            write!(f, "{}:", row.heading.name)?;
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                write!(f, " {} {} of {},", column.name, cell.actors.len(), column.set.len())?;
            }
            match row.all.span() {
                Some((oldest, newest)) => writeln!(f, " from {oldest} to {newest}")?,
                None => writeln!(f, " no record")?,
            }
        }
        Ok(())
    }
}

/// The members of a forum by what the record has of them on some norms; every member is in one of the three sets.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Silence<'g> {
    /// Those who did or said something on the norms themselves, as in a [`OnRecord`].
    pub on_record: NodeSet<'g>,
    /// Those of whom a text is known that deals with the subject and leaves the norms out, and nothing more: silence that is recorded.
    pub silent: NodeSet<'g>,
    /// Those of whom nothing is recorded; they may have spoken all the same.
    pub no_record: NodeSet<'g>,
    /// The acts that record the silence, oldest first.
    pub acts: Vec<ActRef<'g>>,
}

impl<'g> Ref<'g, Forum> {
    /// Which members of the forum on a day are on record on a norm, a theme, or a set of norms with a name, whose silence on one of them
    /// is recorded, and of whom there is no record.
    ///
    /// Members are those of [`Ref::seats`] on that day. The record is that of the view, whatever its day: take the forum of a view as of the same day to ask what was on
    /// record then.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// let (group, norm) = (graph.forum("un-gge-2017")?, graph.norm("ihl-applies")?);
    /// let silence = group.silence(norm, "2017-06-23".parse()?);
    /// assert!(silence.on_record.contains(graph.actor("cub")?.node()));
    /// assert_eq!(silence.on_record.len() + silence.silent.len() + silence.no_record.len(), 25);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn silence(self, norms: impl Into<Heading<'g>>, date: Date) -> Silence<'g> {
        let norms = norms.into().set;
        let members: NodeSet<'g> = self.seats(date).map(ActRef::subject).collect();
        let spoke: NodeSet<'g> = self.view.on_norms(&norms).into_iter().map(ActRef::subject).collect();
        let silences = self.view.done_to(&norms, |act| act.verb == Verb::SilentOn);
        let on_record = &members & &spoke;
        let rest = &members - &spoke;
        let silent = &rest & &silences.iter().map(|act| act.subject()).collect();
        let acts = silences.into_iter().filter(|act| silent.contains(act.subject())).collect();
        Silence { on_record, no_record: &rest - &silent, silent, acts }
    }
}

impl fmt::Display for Silence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if [&self.on_record, &self.silent, &self.no_record].into_iter().all(NodeSet::is_empty) {
            return writeln!(f, "no member is known");
        }
        for (name, set) in [("on record", &self.on_record), ("silent", &self.silent), ("no record", &self.no_record)] {
            let members: Vec<&str> = set.iter().map(Node::short).collect();
            writeln!(f, "{name} ({}): {}", members.len(), members.join(", "))?;
        }
        self.acts.iter().try_for_each(|act| writeln!(f, "  {act}"))
    }
}
