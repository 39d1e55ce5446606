//! A Cypher script, for graph databases that speak it.

use std::fmt::{self, Formatter, Write};

use super::columns::{Holds, OF_ACTS, OF_NODES, Value, escaped, label, nodes, origin, relation};
use crate::answer::ActRef;
use crate::model::{Kind, Verb};
use crate::node::Node;
use crate::view::View;

/// The graph as a script in [Cypher](https://opencypher.org): statements that merge records as nodes and acts as relationships.
///
/// Every node is an `Entity` and a `Norm`, `Actor`, `Forum` or `Report`; the type of a relationship is its verb, such as `VOTES_YES`.
/// Properties are texts, lists of texts, and booleans; dates are texts, since `2015` is no day. What a record does not say is left out.
/// `report` of a relationship is the id of its evidence, `number` its place in the order of time.
///
/// The first statement, in the words of Neo4j, keeps ids unique, and so gives them an index. Then come the nodes, kind by kind, and the
/// acts, verb by verb, at most 500 to a statement. Each statement ends with `;` and a line end, as `cypher-shell` and other shells want
/// it. A script that is run twice changes nothing the second time; one of another edition belongs in an empty database.
///
/// ```
/// use cybernorms::{Cypher, NormGraph};
/// let script = Cypher::new(NormGraph::embedded().now()).to_string();
/// assert!(script.contains("\nMERGE (n:Entity {id: row.id}) SET n = row, n:Norm;\n"));
/// assert!(script.contains("\nMERGE (s)-[a:VOTES_YES {number: row.act.number}]->(o) SET a = row.act;\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Cypher<'g> {
    view: View<'g>,
}

impl<'g> Cypher<'g> {
    /// The export of a view, without what an overlay adds.
    pub fn new(view: View<'g>) -> Self {
        Self { view: view.published() }
    }

    /// The export of a view, with what an overlay adds; each such node and relationship says so in `overlay`.
    pub fn with_overlay(view: View<'g>) -> Self {
        Self { view }
    }
}

/// How many rows a statement takes at most.
const BATCH: usize = 500;

impl fmt::Display for Cypher<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("// ")?;
        origin(f, self.view, |f, text| escaped(f, text, char::is_control, |f, _| f.write_char(' ')))?;
        f.write_str("\nCREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")?;
        for kind in Kind::ALL {
            let end = format!("MERGE (n:Entity {{id: row.id}}) SET n = row, n:{};\n", label(*kind));
            batches(f, nodes(self.view).filter(|node| node.kind() == *kind), node, &end)?;
        }
        for verb in Verb::ALL {
            let end = format!(
                "MATCH (s:Entity {{id: row.subject}}), (o:Entity {{id: row.object}})\n\
                 MERGE (s)-[a:{} {{number: row.act.number}}]->(o) SET a = row.act;\n",
                relation(*verb)
            );
            batches(f, self.view.acts().iter().enumerate().filter(|(_, act)| act.verb == *verb), act, &end)?;
        }
        Ok(())
    }
}

/// Statements of at most so many rows each, with the same end.
fn batches<T>(
    f: &mut Formatter<'_>,
    rows: impl Iterator<Item = T>,
    row: fn(&mut Formatter<'_>, T) -> fmt::Result,
    end: &str,
) -> fmt::Result {
    let mut count = 0;
    for item in rows {
        f.write_str(match (count, count % BATCH) {
            (0, _) => "UNWIND [\n",
            (_, 0) => "\n] AS row\n",
            _ => ",\n",
        })?;
        if count > 0 && count % BATCH == 0 {
            f.write_str(end)?;
            f.write_str("UNWIND [\n")?;
        }
        row(f, item)?;
        count += 1;
    }
    if count == 0 {
        return Ok(());
    }
    f.write_str("\n] AS row\n")?;
    f.write_str(end)
}

fn node(f: &mut Formatter<'_>, node: Node<'_>) -> fmt::Result {
    let entity = node.entity();
    write!(f, "{{id: \"{}\"", node.id())?;
    for column in OF_NODES {
        property(f, column.name, column.holds, (column.of)(node, entity))?;
    }
    f.write_str("}")
}

fn act(f: &mut Formatter<'_>, (number, act): (usize, ActRef<'_>)) -> fmt::Result {
    write!(f, "{{subject: \"{}\", object: \"{}\", act: {{number: {number}", act.subject().id(), act.object().id())?;
    for column in OF_ACTS {
        property(f, column.name, column.holds, (column.of)(act))?;
    }
    f.write_str("}}")
}

fn property(f: &mut Formatter<'_>, name: &str, holds: Holds, value: Option<Value<'_>>) -> fmt::Result {
    let Some(value) = value else { return Ok(()) };
    f.write_str(", ")?;
    f.write_str(name)?;
    f.write_str(": ")?;
    match holds {
        Holds::Flag => value.each(|word| f.write_str(word)),
        Holds::Text => value.each(|text| quoted(f, text)),
        Holds::Words | Holds::Texts => {
            let mut opening = "[";
            value.each(|item| {
                f.write_str(std::mem::replace(&mut opening, ", "))?;
                quoted(f, item)
            })?;
            f.write_str("]")
        }
    }
}

/// A text as a string literal.
fn quoted(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    escaped(
        f,
        text,
        |c| matches!(c, '"' | '\\') || c.is_control(),
        |f, c| match c {
            '"' => f.write_str("\\\""),
            // Neo4j reads `\u` and four digits as a character before it looks at backslashes, so no `u` may follow this one.
            '\\' => f.write_str("\\\\\" + \""),
            '\n' => f.write_str("\\n"),
            '\r' => f.write_str("\\r"),
            '\t' => f.write_str("\\t"),
            c => write!(f, "\\u{:04x}", u32::from(c)),
        },
    )?;
    f.write_char('"')
}
