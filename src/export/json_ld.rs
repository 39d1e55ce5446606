//! JSON-LD, as web tools and RDF stores read it.

use std::fmt::{self, Display as _, Formatter, Write};

use crate::export::name::{self, BASE, BaseError, Name, ROOMS};
use crate::export::quote::quote;
use crate::export::vocab::{self, PREFIXES, Value, Writer};
use crate::node::Node;
use crate::view::View;

/// The graph as RDF in JSON-LD: the same triples as [`Turtle`](crate::Turtle), with a context of its own, so that no reader needs
/// the network.
///
/// ```
/// use cybernorms::{JsonLd, NormGraph};
/// let json = JsonLd::new(NormGraph::embedded().as_of("2000".parse()?)).to_string();
/// assert!(json.contains("{\"@id\": \"forum:un-general-assembly\", \"cn:adopts\": [{\"@id\": \"report:a-res-53-70\"}]}"));
/// # Ok::<(), cybernorms::DateError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct JsonLd<'g> {
    view: View<'g>,
    base: &'g str,
}

impl<'g> JsonLd<'g> {
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
    /// use cybernorms::{JsonLd, NormGraph};
    /// let json = JsonLd::new(NormGraph::embedded().now()).with_base("https://example.org/norms/")?;
    /// assert!(json.to_string().contains("\"norm\": \"https://example.org/norms/norm/\""));
    /// # Ok::<(), cybernorms::BaseError>(())
    /// ```
    ///
    /// # Errors
    /// [`BaseError`] if it is no absolute IRI in ASCII, or does not end in `/`, `#` or `:`.
    pub fn with_base(self, base: &'g str) -> Result<Self, BaseError> {
        Ok(Self { base: name::base(base)?, ..self })
    }
}

impl fmt::Display for JsonLd<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("{\"@context\": {\"@version\": 1.1")?;
        PREFIXES.iter().try_for_each(|(prefix, iri)| write!(f, ",\n\"{prefix}\": {}", Prefix(iri, "")))?;
        ROOMS.iter().try_for_each(|(prefix, room)| write!(f, ",\n\"{prefix}\": {}", Prefix(self.base, room)))?;
        f.write_str("},\n\"@graph\": [")?;
        vocab::describe(self.view, &mut Objects { f, property: "", first: true })?;
        f.write_str("\n]}\n")
    }
}

/// What a prefix stands for, in two parts.
struct Prefix<'a>(&'a str, &'a str);

impl fmt::Display for Prefix<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}{}\"", self.0, self.1)
    }
}

/// The objects of the graph while they are being written.
struct Objects<'f, 'a> {
    f: &'f mut Formatter<'a>,
    /// The property of the last value of the open description.
    property: &'static str,
    first: bool,
}

impl Objects<'_, '_> {
    fn id(&mut self, name: Name<'_>) -> fmt::Result {
        self.f.write_str("{\"@id\": \"")?;
        name.fmt(self.f)?;
        self.f.write_char('"')
    }

    fn begin(&mut self, name: Name<'_>) -> fmt::Result {
        self.f.write_str(if std::mem::take(&mut self.first) { "\n" } else { ",\n" })?;
        self.id(name)
    }
}

impl Writer for Objects<'_, '_> {
    fn open(&mut self, name: Name<'_>) -> fmt::Result {
        self.property = "";
        self.begin(name)
    }

    fn put(&mut self, property: &'static str, value: Value<'_>) -> fmt::Result {
        let before = std::mem::replace(&mut self.property, property);
        if before == property {
            self.f.write_str(", ")?;
        } else {
            self.f.write_str(if before.is_empty() { ", \"" } else { "], \"" })?;
            self.f.write_str(if property == "a" { "@type" } else { property })?;
            self.f.write_str("\": [")?;
        }
        match value {
            Value::Name(thing) => {
                self.id(thing)?;
                self.f.write_char('}')
            }
            Value::Class(class) => ["\"", class, "\""].iter().try_for_each(|part| self.f.write_str(part)),
            Value::Word(list, word) => {
                ["{\"@id\": \"word:", list, ".", word, "\"}"].iter().try_for_each(|part| self.f.write_str(part))
            }
            Value::Text(text) => quote(self.f, text),
            Value::Address(address) => {
                self.f.write_str("{\"@type\": \"xsd:anyURI\", \"@value\": ")?;
                quote(self.f, address)?;
                self.f.write_char('}')
            }
            Value::Date(date) => {
                ["{\"@type\": \"", name::date_type(date), "\", \"@value\": \""]
                    .iter()
                    .try_for_each(|part| self.f.write_str(part))?;
                name::date(self.f, date)?;
                self.f.write_str("\"}")
            }
            Value::Number(number) => write!(self.f, "{number}"),
            Value::Flag(flag) => self.f.write_str(if flag { "true" } else { "false" }),
        }
    }

    fn close(&mut self) -> fmt::Result {
        self.f.write_str("]}")
    }

    fn link(&mut self, subject: Node<'_>, (prefix, local): (&'static str, &'static str), object: Name<'_>) -> fmt::Result {
        self.begin(Name::Node(subject))?;
        [", \"", prefix, local, "\": ["].iter().try_for_each(|part| self.f.write_str(part))?;
        self.id(object)?;
        self.f.write_str("}]}")
    }
}
