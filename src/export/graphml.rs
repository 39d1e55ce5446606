//! `GraphML`, as `NetworkX`, Gephi and yEd read it.

use std::fmt::{self, Formatter};

use super::columns::{Column, Holds, OF_ACTS, OF_NODES, escaped, nodes, origin};
use crate::view::View;

/// The graph as [GraphML](http://graphml.graphdrawing.org/): a directed multigraph whose nodes are records and whose edges are acts
/// with their evidence.
///
/// `networkx.read_graphml` reads it. Gephi and yEd also show its labels: the short name of a node, the verb of an act (Gephi adds up
/// parallel edges unless its import dialogue is told not to). Every value has a declared key: texts, and `verified` and `overlay` as
/// booleans; dates are texts, since `2015` is no day. Lists are one text with `;` between the items; in `aliases` a backslash stands
/// before each `;` or backslash that belongs to an item. What a record does not say is left out. Edges are in the order of time, their
/// ids `a0`, `a1` and so on.
///
/// XML has no room for most control characters; each becomes U+FFFD.
///
/// ```
/// use cybernorms::{GraphMl, NormGraph};
/// let xml = GraphMl::new(NormGraph::embedded().now()).to_string();
/// assert!(xml.contains("<key id=\"a-date\" for=\"edge\" attr.name=\"date\" attr.type=\"string\"/>"));
/// assert!(xml.contains("<node id=\"gge-2015-13f\"><data key=\"n-kind\">norm</data>"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GraphMl<'g> {
    view: View<'g>,
}

impl<'g> GraphMl<'g> {
    /// The export of a view, without what an overlay adds.
    pub fn new(view: View<'g>) -> Self {
        Self { view: view.published() }
    }

    /// The export of a view, with what an overlay adds; each such node and edge says so in `overlay`.
    pub fn with_overlay(view: View<'g>) -> Self {
        Self { view }
    }
}

/// Gephi takes what these two keys hold for labels, as yEd itself numbers them; yEd and `NetworkX` look into the shapes.
const LABELS: &str =
    "<key id=\"d3\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n<key id=\"d7\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

impl fmt::Display for GraphMl<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" ")?;
        f.write_str("xmlns:y=\"http://www.yworks.com/xml/graphml\">\n")?;
        keys(f, OF_NODES, "n", "node")?;
        keys(f, OF_ACTS, "a", "edge")?;
        f.write_str(LABELS)?;
        f.write_str("<graph id=\"cybernorms\" edgedefault=\"directed\">\n<desc>")?;
        origin(f, self.view, text)?;
        f.write_str("</desc>\n")?;
        for node in nodes(self.view) {
            write_all(f, &["<node id=\"", node.id().as_str(), "\">"])?;
            let entity = node.entity();
            for column in OF_NODES {
                if let Some(value) = (column.of)(node, entity) {
                    write_all(f, &["<data key=\"n-", column.name, "\">"])?;
                    value.joined(|piece| text(f, piece))?;
                    f.write_str("</data>")?;
                }
            }
            f.write_str("<data key=\"d3\"><y:ShapeNode><y:NodeLabel>")?;
            text(f, entity.short())?;
            f.write_str("</y:NodeLabel></y:ShapeNode></data></node>\n")?;
        }
        for (number, act) in self.view.acts().iter().enumerate() {
            let (subject, object) = (act.subject().id(), act.object().id());
            write!(f, "<edge id=\"a{number}\" source=\"")?;
            write_all(f, &[subject.as_str(), "\" target=\"", object.as_str(), "\">"])?;
            for column in OF_ACTS {
                if let Some(value) = (column.of)(act) {
                    write_all(f, &["<data key=\"a-", column.name, "\">"])?;
                    value.joined(|piece| text(f, piece))?;
                    f.write_str("</data>")?;
                }
            }
            f.write_str("<data key=\"d7\"><y:PolyLineEdge><y:EdgeLabel>")?;
            f.write_str(act.verb.phrase())?;
            f.write_str("</y:EdgeLabel></y:PolyLineEdge></data></edge>\n")?;
        }
        f.write_str("</graph>\n</graphml>\n")
    }
}

fn keys<F>(f: &mut Formatter<'_>, columns: &[Column<F>], prefix: &str, of: &str) -> fmt::Result {
    for Column { name, holds, .. } in columns {
        let kind = if *holds == Holds::Flag { "boolean" } else { "string" };
        writeln!(f, "<key id=\"{prefix}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
    }
    Ok(())
}

fn write_all(f: &mut Formatter<'_>, texts: &[&str]) -> fmt::Result {
    texts.iter().try_for_each(|text| f.write_str(text))
}

/// A text between two tags.
fn text(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    // A bare carriage return would be read as a line feed.
    let is_special = |c: char| matches!(c, '&' | '<' | '>' | '\u{fffe}' | '\u{ffff}') || (c < ' ' && !matches!(c, '\t' | '\n'));
    escaped(f, text, is_special, |f, c| {
        f.write_str(match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\r' => "&#13;",
            _ => "\u{fffd}",
        })
    })
}
