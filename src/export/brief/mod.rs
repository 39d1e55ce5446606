//! Briefs: what one reads before a meeting on a norm or of a forum, in Markdown.

mod forum;
mod norm;
mod page;
mod stands;

use std::fmt;

use crate::model::{Forum, Norm};
use crate::node::Ref;

/// A brief on a norm or a forum as one Markdown document, with footnotes and a bibliography.
///
/// State of play in numbers, who stands where (on record themselves and derived apart, with the number of those of whom there is no
/// record), every act, open disputes by mode, where the wording comes from and where it went, what the record does not show, and the
/// sources. Every line has its evidence in a footnote; what is only reported, inferred or read by a machine says so there. The brief
/// keeps to the view of its handle, so `graph.as_of(day)` gives the brief of that day.
///
/// Tables and footnotes are those of GitHub, Pandoc and most others; no text of a record can break out of its place.
///
/// ```
/// use cybernorms::{Brief, NormGraph};
/// let then = NormGraph::embedded().as_of("2021".parse()?);
/// let brief = Brief::on(then.norm("ihl-applies")?).to_string();
/// assert!(brief.starts_with("# Humanitarian law applies to cyber operations in armed conflict (`ihl-applies`)\n"));
/// assert!(brief.contains("as of the end of 2021") && brief.contains("### applicatory"));
/// assert!(!brief.contains("| 2022"), "nothing later than the day");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Brief<'g> {
    topic: Topic<'g>,
}

/// What a [`Brief`] is on.
#[derive(Clone, Copy, Debug)]
pub enum Topic<'g> {
    /// A norm.
    Norm(Ref<'g, Norm>),
    /// A forum.
    Forum(Ref<'g, Forum>),
}

impl<'g> From<Ref<'g, Norm>> for Topic<'g> {
    fn from(norm: Ref<'g, Norm>) -> Self {
        Self::Norm(norm)
    }
}

impl<'g> From<Ref<'g, Forum>> for Topic<'g> {
    fn from(forum: Ref<'g, Forum>) -> Self {
        Self::Forum(forum)
    }
}

impl<'g> Brief<'g> {
    /// The brief on a norm or a forum in the view of its handle, without what an overlay adds.
    pub fn on(topic: impl Into<Topic<'g>>) -> Self {
        let topic = match topic.into() {
            Topic::Norm(norm) => Topic::Norm(norm.within(norm.view().published())),
            Topic::Forum(forum) => Topic::Forum(forum.within(forum.view().published())),
        };
        Self { topic }
    }

    /// The same with what an overlay adds; footnotes mark it.
    pub fn with_overlay(topic: impl Into<Topic<'g>>) -> Self {
        Self { topic: topic.into() }
    }
}

impl fmt::Display for Brief<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.topic {
            Topic::Norm(norm) => norm::write(f, norm),
            Topic::Forum(forum) => forum::write(f, forum),
        }
    }
}
