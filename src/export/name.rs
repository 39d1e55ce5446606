//! How things are called in RDF: the base of all names, and the name of each record and act.

use std::fmt::{self, Formatter, Write};

use petgraph::graph::Edge;

use crate::act::Act;
use crate::answer::ActRef;
use crate::model::{Date, Id, Kind};
use crate::node::Node;

/// The prefixes of what is described, each with what comes after the base.
pub(super) const ROOMS: [(&str, &str); 7] = [
    ("data", "data/"),
    ("norm", "norm/"),
    ("actor", "actor/"),
    ("forum", "forum/"),
    ("report", "report/"),
    ("theme", "theme/"),
    ("act", "act/"),
];

/// The base of all names unless another is given; it claims nobody's domain.
pub(super) const BASE: &str = "urn:cybernorms:";

/// A text that cannot be the base of the names in an RDF export.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{found}` cannot be a base; write an absolute IRI in plain ASCII that ends in `/`, `#` or `:`, such as `https://example.org/norms/`"
)]
pub struct BaseError {
    /// The beginning of the text that was given.
    pub found: String,
}

/// The base, if names can be made from it without any escape.
pub(super) fn base(text: &str) -> Result<&str, BaseError> {
    let (scheme, rest) = text.split_once(':').unwrap_or(("", ""));
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_scheme = starts && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let body = rest.strip_suffix('#').unwrap_or(rest);
    let is_body = body.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&b));
    let needs_host = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let has_host = rest.strip_prefix("//").is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if is_scheme && is_body && text.ends_with(['/', '#', ':']) && (has_host || !needs_host && !rest.starts_with("//")) {
        Ok(text)
    } else {
        Err(BaseError { found: text.chars().take(60).collect() })
    }
}

/// The name of a thing that is described; prints as a prefixed name, which reads the same in Turtle and JSON-LD.
#[derive(Clone, Copy)]
pub(super) enum Name<'g> {
    /// The data set as a whole.
    DataSet,
    /// The list of themes.
    Themes,
    Theme(&'g Id),
    Node(Node<'g>),
    Act(ActRef<'g>),
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::DataSet => f.write_str("data:set"),
            Self::Themes => f.write_str("data:themes"),
            Self::Theme(id) => {
                f.write_str("theme:")?;
                f.write_str(id.as_str())
            }
            Self::Node(node) => {
                f.write_str(match node.kind() {
                    Kind::Norm => "norm:",
                    Kind::Actor => "actor:",
                    Kind::Forum => "forum:",
                    Kind::Report => "report:",
                })?;
                f.write_str(node.id().as_str())
            }
            Self::Act(act) => act_name(f, *act),
        }
    }
}

/// An act has no id in the data. Its name says what makes it the act that it is, so it is the same in every view and, unless the act
/// changes, in every edition; of acts that are alike in all this, the second and later have a number.
fn act_name(f: &mut Formatter<'_>, act: ActRef<'_>) -> fmt::Result {
    f.write_str("act:")?;
    for part in [act.report().id().as_str(), act.verb.as_str(), act.subject().id().as_str(), act.object().id().as_str()] {
        f.write_str(part)?;
        f.write_char('.')?;
    }
    date(f, act.date)?;
    // Acts that are alike stand side by side in the order of all edges.
    let key = |edge: &Edge<Act>| (edge.weight.report, edge.weight.verb, edge.source(), edge.target(), edge.weight.date);
    let (place, edges) = (act.edge.index(), act.view.graph.graph.raw_edges());
    let own = key(&edges[place]);
    let before = place - edges[..place].partition_point(|edge| key(edge) != own);
    if before > 0 { write!(f, ".{}", before + 1) } else { Ok(()) }
}

/// A date as it is recorded, without the cost of padding.
pub(super) fn date(f: &mut Formatter<'_>, date: Date) -> fmt::Result {
    let digits = |number: u16| char::from(b'0' + u8::try_from(number % 10).unwrap_or(0));
    let year = date.year();
    [year / 1000, year / 100, year / 10, year].into_iter().try_for_each(|part| f.write_char(digits(part)))?;
    for part in [date.month(), date.day()].into_iter().flatten().map(u16::from) {
        f.write_char('-')?;
        f.write_char(digits(part / 10))?;
        f.write_char(digits(part))?;
    }
    Ok(())
}

/// The datatype of a date: as much as is known, and no more.
pub(super) const fn date_type(date: Date) -> &'static str {
    match (date.month(), date.day()) {
        (Some(_), Some(_)) => "xsd:date",
        (Some(_), None) => "xsd:gYearMonth",
        (None, _) => "xsd:gYear",
    }
}
