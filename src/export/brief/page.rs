//! The page while it is being written: Markdown, footnotes, tables of acts.

use std::fmt::{self, Formatter, Write};
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::answer::ActRef;
use crate::export::citation::Bibliography;
use crate::model::{ActorKind, DecisionMode, Report, Verb};
use crate::node::{Node, Ref};
use crate::view::View;

/// A Markdown document that remembers what it has cited.
pub(super) struct Page<'f, 'a, 'g> {
    pub(super) f: &'f mut Formatter<'a>,
    /// The footnotes, each text once; the first has the number 1.
    notes: IndexSet<String>,
    cited: Vec<ActRef<'g>>,
}

impl<'f, 'a, 'g> Page<'f, 'a, 'g> {
    /// Title, day and edition.
    pub(super) fn open(f: &'f mut Formatter<'a>, node: Node<'g>) -> Result<Self, fmt::Error> {
        let view = node.view;
        writeln!(f, "# {} (`{node}`)\n", Plain(node.title()))?;
        match view.date() {
            Some(day) => write!(f, "Brief as of the end of {day}")?,
            None => f.write_str("Brief on the whole record")?,
        }
        match view.graph.edition() {
            Some(edition) => {
                write!(
                    f,
                    "; data version {}, of which the record was searched up to {}.",
                    Plain(&edition.version),
                    edition.cutoff
                )?;
            }
            None => f.write_str("; the data names no version.")?,
        }
        f.write_str(" Numbers count what is on record; no record is not a stance.\n")?;
        Ok(Self { f, notes: IndexSet::new(), cited: Vec::new() })
    }

    /// The reference to the footnote that holds the evidence of an act.
    pub(super) fn note(&mut self, act: ActRef<'g>) -> String {
        let weight = act.weight();
        let mut text = format!("{} (`{}`)", Plain(&act.citation().to_string()), act.report());
        if let Some(words) = &weight.claim.as_written {
            // The quotation marks are those of the page.
            let _ = write!(text, "; the text says “{}”", Plain(words));
        }
        for further in &weight.claim.corroborated_by {
            let _ = write!(text, "; also `{further}`");
        }
        for remark in [&weight.claim.reason, &weight.claim.note].into_iter().flatten() {
            let _ = write!(text, "; {}", Plain(remark));
        }
        self.cited.push(act);
        format!("[^{}]", self.notes.insert_full(text).0 + 1)
    }

    /// A heading of the second order.
    pub(super) fn heading(&mut self, title: &str) -> fmt::Result {
        writeln!(self.f, "\n## {title}\n")
    }

    /// A heading of the third order, with a blank line on both sides.
    pub(super) fn subheading(&mut self, title: &str) -> fmt::Result {
        writeln!(self.f, "\n### {title}\n")
    }

    /// A table of acts, a row for each claim.
    pub(super) fn acts(&mut self, acts: impl Iterator<Item = ActRef<'g>>, own: Node<'g>) -> fmt::Result {
        let rows = by_claim(acts);
        if rows.is_empty() {
            return self.f.write_str("No act is on record.\n");
        }
        self.f.write_str("| When | Who | Act | Evidence |\n|---|---|---|---|\n")?;
        for row in rows {
            let (first, who) = (row[0], who(&row, own));
            let mode = first.mode.map_or_else(String::new, |mode| format!(" ({mode})"));
            let decision = decision(first).map_or_else(String::new, |decision| format!(" ({})", words(decision.as_str())));
            let note = self.note(first);
            self.cited.extend(row);
            let what = name(first.object(), own);
            writeln!(self.f, "| {} | {who} | {} {what}{mode}{decision} | {note} |", first.date, first.verb.phrase())?;
        }
        Ok(())
    }

    /// A claim as a line of a list.
    pub(super) fn item(&mut self, claim: &[ActRef<'g>], own: Node<'g>, more: &str) -> fmt::Result {
        let Some(first) = claim.first() else { return Ok(()) };
        let (what, note) = (name(first.object(), own), self.note(*first));
        self.cited.extend(claim);
        writeln!(self.f, "- {}, {}: {} {what}{more}{note}", first.date, who(claim, own), first.verb.phrase())
    }

    /// The acts that were cited so far.
    pub(super) fn cited(&self) -> &[ActRef<'g>] {
        &self.cited
    }

    /// The bibliography and the footnotes.
    pub(super) fn close(mut self) -> fmt::Result {
        self.heading("Sources")?;
        let sources = Bibliography::of(self.cited.iter().copied());
        if sources.references.is_empty() {
            self.f.write_str("None.\n")?;
        }
        for reference in sources.references {
            let text = reference.to_string();
            let text = text.strip_prefix(&format!("[{}] ", reference.report)).unwrap_or(&text);
            writeln!(self.f, "- `{}` {}", reference.report, Plain(text))?;
        }
        for (number, text) in self.notes.iter().enumerate() {
            write!(self.f, "\n[^{}]: {text}\n", number + 1)?;
        }
        Ok(())
    }
}

/// Acts of one claim together, so that sixty states which join a call take one line; in the order of the first of each.
pub(super) fn by_claim<'g>(acts: impl Iterator<Item = ActRef<'g>>) -> Vec<Vec<ActRef<'g>>> {
    let mut claims: IndexMap<_, Vec<ActRef<'g>>> = IndexMap::new();
    for act in acts {
        let key = (Arc::as_ptr(&act.weight().claim), act.ends().1, act.verb, act.date);
        claims.entry(key).or_default().push(act);
    }
    claims.into_values().collect()
}

/// How a text was settled, for the acts that settle one.
fn decision(act: ActRef<'_>) -> Option<DecisionMode> {
    let settles = matches!(act.verb, Verb::Adopts | Verb::Approves);
    act.decision.or_else(|| act.object().cast::<Report>()?.decision.filter(|_| settles))
}

fn who(claim: &[ActRef<'_>], own: Node<'_>) -> String {
    claim.iter().map(|act| name(act.subject(), own)).collect::<Vec<_>>().join(", ")
}

/// What the page calls a record: the one that it is on is "it".
fn name(node: Node<'_>, own: Node<'_>) -> String {
    if node == own { "it".to_owned() } else { Plain(node.short()).to_string() }
}

/// "1 act", "2 acts".
pub(super) fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// Words of a list as a reader writes them.
pub(super) fn words(word: &str) -> String {
    word.replace('-', " ")
}

/// The states that a view sees, without those that the record knows as "some states".
pub(super) fn states(view: View<'_>) -> impl Iterator<Item = Node<'_>> {
    view.actors().filter(|actor| actor.kind == ActorKind::State && actor.code.is_some()).map(Ref::node)
}

/// A text of a record within a line of Markdown: letters that would mean something are escaped, lines are joined, addresses are links.
pub(super) struct Plain<'t>(pub(super) &'t str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let words = self.0.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        for (number, word) in words.enumerate() {
            if number > 0 {
                f.write_char(' ')?;
            }
            if word.starts_with("https://") || word.starts_with("http://") {
                let address = word.trim_end_matches(['.', ',', ';', ':', ')']);
                f.write_char('<')?;
                address.chars().try_for_each(|c| match c {
                    '<' | '>' | '|' | '\\' | '`' => write!(f, "%{:02X}", u32::from(c)),
                    c => f.write_char(c),
                })?;
                write!(f, ">{}", &word[address.len()..])?;
            } else {
                escaped(f, word, number == 0)?;
            }
        }
        Ok(())
    }
}

fn escaped(f: &mut Formatter<'_>, word: &str, first: bool) -> fmt::Result {
    let mut last = ' ';
    let mut rest = word.chars().peekable();
    // At the beginning of a line a number with a stop, or a sign, begins a list or a heading.
    let mut leading = first;
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let escape = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            // Within a word it means nothing.
            '_' => !(last.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '&' => next.is_some_and(|next| next == '#' || next.is_alphabetic()) && word.contains(';'),
            '#' | '+' | '-' | '=' => leading && last == ' ',
            '.' | ')' => leading && last.is_ascii_digit() && next.is_none(),
            _ => false,
        };
        leading = leading && c.is_ascii_digit();
        if escape {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
        last = c;
    }
    Ok(())
}
