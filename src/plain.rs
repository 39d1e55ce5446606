//! Finds the parts of YAML that data files do without: anchors, aliases, tags, merge keys, deep brackets.

/// Something that plain data does not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
}

const ANCHOR: Oddity = Oddity { message: "anchors are not used in data files", help: "write the value out where it is needed" };
const ALIAS: Oddity = Oddity {
    message: "aliases are not used in data files",
    help: "write the value out, or put a text that begins with `*` in quotes",
};
const TAG: Oddity = Oddity { message: "tags are not used in data files", help: "put a text that begins with `!` in quotes" };
const MERGE: Oddity = Oddity { message: "merge keys are not used in data files", help: "write the fields out" };
const DEEP: Oddity = Oddity {
    message: "brackets are nested more than eight deep",
    help: "no record needs that; look for a bracket that is not closed",
};

/// Deepest nesting of brackets in sound data is three.
const DEEPEST: usize = 8;

/// The first oddity of a text, with its line and column from 1. Block scalars, quotes and comments are passed over.
pub(crate) fn first_oddity(text: &str) -> Option<(usize, usize, Oddity)> {
    if is_surely_plain(text) { None } else { scan(text) }
}

/// Whether none of the signs that begin an oddity occurs at all, as in most files: one pass over the bytes.
fn is_surely_plain(text: &str) -> bool {
    let mut depth = 0usize;
    text.bytes().all(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'&' | b'*' | b'!' | b'<' => return false,
            _ => {}
        }
        depth <= DEEPEST
    })
}

fn scan(text: &str) -> Option<(usize, usize, Oddity)> {
    // Indentation of the line that opened a block scalar, while inside one.
    let mut block: Option<usize> = None;
    let mut quote: Option<char> = None;
    let mut depth = 0usize;
    for (number, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some(parent) = block {
            if line.trim().is_empty() || indent > parent {
                continue;
            }
            block = None;
        }
        // True where a value may begin: only there do `&`, `*` and `!` mean something.
        let mut begins = true;
        let mut before = ' ';
        let mut rest = line.char_indices().peekable();
        let mut column = 0;
        while let Some((byte, c)) = rest.next() {
            column += 1;
            if let Some(open) = quote {
                match c {
                    '\\' if open == '"' => {
                        rest.next();
                        column += 1;
                    }
                    '\'' if open == '\'' && rest.peek().is_some_and(|(_, next)| *next == '\'') => {
                        rest.next();
                        column += 1;
                    }
                    _ if c == open => quote = None,
                    _ => {}
                }
                before = c;
                continue;
            }
            let tail = &line[byte..];
            match c {
                ' ' | '\t' => {
                    before = c;
                    continue;
                }
                '#' if before == ' ' || column == 1 => break,
                '"' | '\'' if begins => quote = Some(c),
                '&' if begins => return Some((number + 1, column, ANCHOR)),
                '*' if begins => return Some((number + 1, column, ALIAS)),
                '!' if begins => return Some((number + 1, column, TAG)),
                '<' if begins && tail.starts_with("<<:") => return Some((number + 1, column, MERGE)),
                '[' | '{' if begins || depth > 0 => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Some((number + 1, column, DEEP));
                    }
                }
                ']' | '}' => depth = depth.saturating_sub(1),
                '|' | '>' if begins && depth == 0 && tail[1..].trim_end().bytes().all(|b| b"+-0123456789".contains(&b)) => {
                    block = Some(if line.trim_start().starts_with("- ") { indent + 1 } else { indent });
                    break;
                }
                _ => {}
            }
            let opens = matches!(c, '[' | '{') || (c == ',' && depth > 0);
            let marks = matches!(c, ':' | '-' | '?') && tail[1..].chars().next().is_none_or(|next| next == ' ');
            begins = opens || (c == ':' && marks) || (begins && marks);
            before = c;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_may_hold_any_sign_and_values_may_not_begin_with_one() {
        let plain = "a:\n  note: >-\n    *stars* & ! <<: [[[[[[[[[[\n  title: R&D * 3 (no!)\n  b: ['it''s *', \"&\"]  # *x\n  c: |\n    &x\n";
        assert_eq!(first_oddity(plain), None);
        for (text, what) in [
            ("a:\n  b: &x 1\n", ANCHOR),
            ("a:\n  b: *x\n", ALIAS),
            ("a: [b, *x]\n", ALIAS),
            ("- *x\n", ALIAS),
            ("a: !!str 3\n", TAG),
            ("a:\n  <<: b\n", MERGE),
        ] {
            assert_eq!(first_oddity(text).map(|(_, _, oddity)| oddity), Some(what), "{text}");
        }
        assert_eq!(first_oddity(&"[".repeat(100_000)).map(|(.., oddity)| oddity), Some(DEEP));
    }
}
