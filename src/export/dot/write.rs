//! DOT as text: escaping, the frame of every picture, and how each family of acts is drawn.

use std::fmt::{self, Formatter, Write};

use crate::answer::ActRef;
use crate::model::{Basis, Family, Reuse, Verb};
use crate::view::View;

/// A text inside double quotes; control characters become spaces, line ends stay line ends.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                // An ampersand would begin an entity of HTML.
                '&' => f.write_str("&amp;")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

/// A text inside an HTML-like label.
pub(super) struct Html<'a>(pub(super) &'a str);

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// How a family of acts is drawn.
pub(super) struct Pen {
    /// Of Okabe and Ito's palette, which colour-blind readers can tell apart.
    pub(super) colour: &'static str,
    pub(super) fill: &'static str,
    pub(super) line: &'static str,
    pub(super) width: &'static str,
    pub(super) head: &'static str,
    /// The line and head in words, for the legend.
    pub(super) words: &'static str,
    /// One letter for small cells.
    pub(super) letter: char,
}

pub(super) const fn pen(family: Family) -> Pen {
    let (colour, fill, line, width, head, words, letter) = match family {
        Family::Adopted => ("#0072B2", "#DCEBF5", "solid", "2.4", "normal", "thick line, full head", 'A'),
        Family::Endorsed => ("#00734F", "#DDF1EA", "solid", "1.4", "vee", "line, open head", 'E'),
        Family::Contested => ("#B84300", "#FBE5D8", "dashed", "1.6", "tee", "dashed line, bar", 'C'),
        Family::Proposed => ("#8C3E6E", "#F5E6EF", "dotted", "1.8", "odot", "dotted line, ring", 'P'),
        Family::Lineage => ("#333333", "#F2F2F2", "solid", "1.0", "diamond", "thin line, diamond", 'L'),
        Family::Referred => ("#666666", "#FAFAFA", "solid", "0.8", "empty", "thin line, empty head", 'R'),
        Family::Structural => ("#888888", "#FFFFFF", "dotted", "0.8", "none", "thin dotted line, no head", 'S'),
    };
    Pen { colour, fill, line, width, head, words, letter }
}

/// The line of a link between wordings: solid only where the words are the same.
pub(super) fn reuse_line(verb: Verb, reuse: Option<Reuse>) -> &'static str {
    match (verb, reuse) {
        (_, Some(Reuse::Verbatim)) | (Verb::Restates, None) => "solid",
        (Verb::Complements | Verb::CompetesWith | Verb::AnchoredIn, _) => "dotted",
        _ => "dashed",
    }
}

/// A mark on acts that the evidence does not show directly: who only reports or infers must not look like one who knows.
pub(super) fn doubt(act: ActRef<'_>) -> &'static str {
    match act.basis {
        Basis::Reported => " (reported)",
        Basis::Inferred => " (inferred)",
        Basis::Direct | Basis::Collective | Basis::Aligned => "",
    }
}

/// What a reader sees on resting the pointer on an act: the act, its source, its note.
pub(super) fn tooltip(act: ActRef<'_>) -> String {
    let mut text = act.to_string();
    if let Some(note) = &act.note {
        text.push('\n');
        text.push_str(note);
    }
    text
}

/// Attributes that lead to the source of an act.
pub(super) struct Evidence<'g>(pub(super) ActRef<'g>);

impl fmt::Display for Evidence<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "tooltip={}", Quoted(&tooltip(self.0)))?;
        if let Some(url) = self.0.report().source.as_ref().and_then(|source| source.url.as_deref()) {
            write!(f, ", URL={}", Quoted(url))?;
        }
        Ok(())
    }
}

/// Breaks a label into lines of about so many characters, at spaces.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let long: String =
            if word.chars().count() > 60 { word.chars().take(59).chain(['…']).collect() } else { word.to_owned() };
        let count = long.chars().count();
        if length > 0 && length + 1 + count > width {
            lines.push('\n');
            length = 0;
        } else if length > 0 {
            lines.push(' ');
            length += 1;
        }
        lines.push_str(&long);
        length += count;
    }
    lines
}

/// A text cut after so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

/// The beginning of every picture: font, title, data version and the day up to which evidence reaches.
pub(super) fn open(f: &mut Formatter<'_>, view: View<'_>, name: &str, title: &str, attributes: &str) -> fmt::Result {
    writeln!(f, "digraph {} {{", Quoted(name))?;
    writeln!(f, "  graph [fontname=\"Helvetica\", fontsize=15, labelloc=t, labeljust=l, pad=0.3, {attributes}];")?;
    writeln!(f, "  node [fontname=\"Helvetica\", fontsize=10, shape=box, margin=\"0.10,0.05\"];")?;
    writeln!(f, "  edge [fontname=\"Helvetica\", fontsize=9];")?;
    let cutoff = view.graph.evidence_cutoff().map_or_else(String::new, |date| format!(", evidence to {date}"));
    let day = view.date().map_or_else(String::new, |date| format!(", as of {date}"));
    let version = view.graph.edition().map_or_else(String::new, |edition| format!(" data {}", edition.version));
    let lines = format!("{}\ncybernorms{version}{cutoff}{day}\n", wrapped(title, 90));
    // `\l` ends a line that is set to the left.
    writeln!(f, "  label={};", Quoted(&lines).to_string().replace("\\n", "\\l"))
}

/// The legend of lines: each family that occurs, with its colour, line and head told in words.
pub(super) fn legend(f: &mut Formatter<'_>, families: &[Family]) -> fmt::Result {
    key(f, families, |family| format!("{family}: {}", pen(family).words))
}

/// The legend of letters, for cells.
pub(super) fn letters(f: &mut Formatter<'_>, families: &[Family]) -> fmt::Result {
    key(f, families, |family| family.to_string())
}

fn key(f: &mut Formatter<'_>, families: &[Family], words: impl Fn(Family) -> String) -> fmt::Result {
    write!(
        f,
        "  legend [shape=plain, margin=0, tooltip=\"legend\", label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\">"
    )?;
    for family in Family::ALL.iter().filter(|family| families.contains(family)) {
        let pen = pen(*family);
        write!(
            f,
            "<TR><TD BGCOLOR=\"{}\" BORDER=\"1\" COLOR=\"{}\"><FONT COLOR=\"{}\"><B>{}</B></FONT></TD><TD ALIGN=\"LEFT\">{}</TD></TR>",
            pen.fill,
            pen.colour,
            pen.colour,
            pen.letter,
            words(*family)
        )?;
    }
    writeln!(f, "</TABLE>>];")
}
