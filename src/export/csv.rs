//! CSV: a file of nodes and a file of acts, for spreadsheets and for the bulk import of graph databases.

use std::fmt::{self, Formatter};

use super::columns::{Column, Holds, OF_ACTS, OF_NODES, Value, escaped, label, nodes, relation};
use crate::model::Verb;
use crate::view::View;

/// The graph as two tables: one row for each node, one for each act with its evidence, in the order of time.
///
/// The form is that of [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180): UTF-8, commas, rows that end with CR LF, quotes where a cell
/// needs them. What a record does not say is an empty cell. Lists are one cell with `;` between the items; in `aliases` a backslash
/// stands before each `;` or backslash that belongs to an item. `subject`, `object` and `report` of an act are ids of nodes.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` (or one of their full-width forms), a tab or a line end for a
/// formula. In the plain form such a cell has an apostrophe in front, and so has a cell that begins with an apostrophe, so that who
/// takes one away from each cell that begins with one has the text as it was. With [`CsvHeader::Neo4j`] cells are left as they are.
///
/// ```
/// use cybernorms::{Csv, CsvHeader, NormGraph};
/// let view = NormGraph::embedded().now();
/// let acts = Csv::acts(view).to_string();
/// assert!(acts.starts_with("number,subject,object,verb,family,date,until,report,at,"));
/// let nodes = Csv::nodes(view).header(CsvHeader::Neo4j).to_string();
/// assert!(nodes.starts_with("id:ID,:LABEL,kind,label,title,"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Csv<'g> {
    view: View<'g>,
    table: Table,
    header: CsvHeader,
    overlay: bool,
}

#[derive(Clone, Copy, Debug)]
enum Table {
    Nodes,
    Acts,
}

/// For whom a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvHeader {
    /// The names of the columns alone, for spreadsheets and programs.
    #[default]
    Plain,
    /// Names and types for the bulk import of Neo4j: `:ID` and `:LABEL`, `:START_ID`, `:END_ID` and `:TYPE`, where labels are `Norm`,
    /// `Actor`, `Forum` or `Report` and types are verbs such as `VOTES_YES`.
    ///
    /// `neo4j-admin database import full --nodes=nodes.csv --relationships=acts.csv --multiline-fields=true`.
    Neo4j,
}

impl<'g> Csv<'g> {
    /// The table of the nodes of a view, without what an overlay adds.
    pub fn nodes(view: View<'g>) -> Self {
        Self { view, table: Table::Nodes, header: CsvHeader::Plain, overlay: false }
    }

    /// The table of the acts of a view, without what an overlay adds.
    pub fn acts(view: View<'g>) -> Self {
        Self { table: Table::Acts, ..Self::nodes(view) }
    }

    /// The table with another header.
    #[must_use]
    pub fn header(self, header: CsvHeader) -> Self {
        Self { header, ..self }
    }

    /// The table with what an overlay adds; each such row says so in `overlay`.
    #[must_use]
    pub fn with_overlay(self) -> Self {
        Self { overlay: true, ..self }
    }
}

impl fmt::Display for Csv<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let view = if self.overlay { self.view } else { self.view.published() };
        let plain = self.header == CsvHeader::Plain;
        match self.table {
            Table::Nodes => {
                f.write_str(if plain { "id" } else { "id:ID,:LABEL" })?;
                names(f, OF_NODES, plain)?;
                for node in nodes(view) {
                    f.write_str(node.id().as_str())?;
                    if !plain {
                        f.write_str(",")?;
                        f.write_str(label(node.kind()))?;
                    }
                    let entity = node.entity();
                    for column in OF_NODES {
                        f.write_str(",")?;
                        cell(f, (column.of)(node, entity), plain)?;
                    }
                    f.write_str("\r\n")?;
                }
            }
            Table::Acts => {
                f.write_str(if plain { "number,subject,object" } else { ":START_ID,:END_ID,:TYPE,number:int" })?;
                names(f, OF_ACTS, plain)?;
                let types: Vec<String> = Verb::ALL.iter().map(|verb| relation(*verb)).collect();
                for (number, act) in view.acts().iter().enumerate() {
                    let (subject, object) = (act.subject().id(), act.object().id());
                    if plain {
                        write!(f, "{number},")?;
                    }
                    f.write_str(subject.as_str())?;
                    f.write_str(",")?;
                    f.write_str(object.as_str())?;
                    if !plain {
                        write!(f, ",{},{number}", types[act.verb as usize])?;
                    }
                    for column in OF_ACTS {
                        f.write_str(",")?;
                        cell(f, (column.of)(act), plain)?;
                    }
                    f.write_str("\r\n")?;
                }
            }
        }
        Ok(())
    }
}

fn names<F>(f: &mut Formatter<'_>, columns: &[Column<F>], plain: bool) -> fmt::Result {
    for Column { name, holds, .. } in columns {
        let kind = match holds {
            _ if plain => "",
            Holds::Text | Holds::Texts => "",
            Holds::Words => ":string[]",
            Holds::Flag => ":boolean",
        };
        write!(f, ",{name}{kind}")?;
    }
    f.write_str("\r\n")
}

fn cell(f: &mut Formatter<'_>, value: Option<Value<'_>>, plain: bool) -> fmt::Result {
    match value {
        None => Ok(()),
        Some(Value::Text(words)) => text(f, words, plain),
        Some(list @ Value::Texts(_)) => {
            let mut joined = String::new();
            list.joined(|piece| {
                joined.push_str(piece);
                Ok(())
            })?;
            text(f, &joined, plain)
        }
        // Ids, words, dates and numbers have nothing in them that needs quotes or begins a formula.
        Some(value) => value.joined(|piece| f.write_str(piece)),
    }
}

/// A cell that holds a text of any kind.
fn text(f: &mut Formatter<'_>, text: &str, plain: bool) -> fmt::Result {
    let begins_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\'');
    let guard = if plain && text.starts_with(begins_formula) { "'" } else { "" };
    if !text.is_empty() && !text.contains([',', '"', '\r', '\n']) {
        f.write_str(guard)?;
        return f.write_str(text);
    }
    f.write_str("\"")?;
    f.write_str(guard)?;
    escaped(f, text, |c| c == '"', |f, _| f.write_str("\"\""))?;
    f.write_str("\"")
}
