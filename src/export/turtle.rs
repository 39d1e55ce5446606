//! Turtle, as RDF stores read it.

use std::fmt::{self, Display as _, Formatter, Write};

use crate::export::name::{self, BASE, BaseError, Name, ROOMS};
use crate::export::quote::quote;
use crate::export::vocab::{self, PREFIXES, Value, Writer};
use crate::node::Node;
use crate::view::View;

/// The graph as RDF in Turtle: every record and every act is a resource, with the terms of PROV-O, SKOS, Dublin Core, ORG and
/// schema.org where they fit and a small vocabulary of this crate (`docs/vocabulary.md`) where they do not.
///
/// An act keeps its date, place, basis, mode, confidence and note, and names the report that records it. One that is sure enough to
/// prove something is also said in one direct triple, such as `actor:nld cn:supports norm:ihl-applies`. Dates are as precise as
/// they are known: `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`. [`JsonLd`](crate::JsonLd) writes the same triples.
///
/// ```
/// use cybernorms::{NormGraph, Turtle};
/// let turtle = Turtle::new(NormGraph::embedded().as_of("2000".parse()?)).to_string();
/// assert!(turtle.contains("\nreport:a-res-53-70 a cn:Report, prov:Entity, schema:CreativeWork ;\n"));
/// assert!(turtle.contains("\nforum:un-general-assembly cn:adopts report:a-res-53-70 .\n"));
/// # Ok::<(), cybernorms::DateError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Turtle<'g> {
    view: View<'g>,
    base: &'g str,
}

impl<'g> Turtle<'g> {
    /// The export of a view, without what an overlay adds. Names begin with `urn:cybernorms:`.
    pub fn new(view: View<'g>) -> Self {
        Self { view: view.published(), base: BASE }
    }

    /// The export of a view, with what an overlay adds; each such record and act says so in `cn:overlay`.
    pub fn with_overlay(view: View<'g>) -> Self {
        Self { view, base: BASE }
    }

    /// The same export with names that begin with another IRI, for those who publish under their own.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Turtle};
    /// let turtle = Turtle::new(NormGraph::embedded().now()).with_base("https://example.org/norms/")?;
    /// assert!(turtle.to_string().contains("@prefix norm: <https://example.org/norms/norm/> .\n"));
    /// assert!(turtle.with_base("norms").is_err());
    /// # Ok::<(), cybernorms::BaseError>(())
    /// ```
    ///
    /// # Errors
    /// [`BaseError`] if it is no absolute IRI in ASCII, or does not end in `/`, `#` or `:`.
    pub fn with_base(self, base: &'g str) -> Result<Self, BaseError> {
        Ok(Self { base: name::base(base)?, ..self })
    }
}

impl fmt::Display for Turtle<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        PREFIXES.iter().try_for_each(|(prefix, iri)| writeln!(f, "@prefix {prefix}: <{iri}> ."))?;
        ROOMS.iter().try_for_each(|(prefix, room)| writeln!(f, "@prefix {prefix}: <{}{room}> .", self.base))?;
        f.write_char('\n')?;
        vocab::describe(self.view, &mut Statements { f, property: "" })
    }
}

/// Statements while they are being written.
struct Statements<'f, 'a> {
    f: &'f mut Formatter<'a>,
    /// The property of the last value of the open description.
    property: &'static str,
}

impl Writer for Statements<'_, '_> {
    fn open(&mut self, name: Name<'_>) -> fmt::Result {
        self.property = "";
        name.fmt(self.f)
    }

    fn put(&mut self, property: &'static str, value: Value<'_>) -> fmt::Result {
        let before = std::mem::replace(&mut self.property, property);
        if before == property {
            self.f.write_str(", ")?;
        } else {
            self.f.write_str(if before.is_empty() { " " } else { " ;\n    " })?;
            self.f.write_str(property)?;
            self.f.write_char(' ')?;
        }
        match value {
            Value::Name(thing) => thing.fmt(self.f),
            Value::Class(class) => self.f.write_str(class),
            Value::Word(list, word) => ["word:", list, ".", word].iter().try_for_each(|part| self.f.write_str(part)),
            Value::Text(text) => quote(self.f, text),
            Value::Address(address) => {
                quote(self.f, address)?;
                self.f.write_str("^^xsd:anyURI")
            }
            Value::Date(date) => {
                self.f.write_char('"')?;
                name::date(self.f, date)?;
                self.f.write_str("\"^^")?;
                self.f.write_str(name::date_type(date))
            }
            Value::Number(number) => write!(self.f, "{number}"),
            Value::Flag(flag) => self.f.write_str(if flag { "true" } else { "false" }),
        }
    }

    fn close(&mut self) -> fmt::Result {
        self.f.write_str(" .\n")
    }

    fn link(&mut self, subject: Node<'_>, (prefix, local): (&'static str, &'static str), object: Name<'_>) -> fmt::Result {
        Name::Node(subject).fmt(self.f)?;
        [" ", prefix, local, " "].iter().try_for_each(|part| self.f.write_str(part))?;
        object.fmt(self.f)?;
        self.close()
    }
}
