//! The nearest known word to a mistyped one, for messages that say what was probably meant.

/// The candidate that takes the fewest edits to reach, if it is near enough to be what was meant.
pub(crate) fn nearest<'a>(asked: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 96;
    if asked.is_empty() || asked.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let allowed = (asked.chars().count() / 3).max(1);
    for candidate in candidates.filter(|word| word.len() <= LONGEST) {
        let limit = best.map_or(allowed, |(edits, _)| edits.saturating_sub(1));
        if best.is_some_and(|(edits, _)| edits == 0) {
            break;
        }
        if let Some(edits) = edits_within(asked, candidate, limit) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, word)| word)
}

/// Edit distance, neighbouring letters swapped counting as one edit, or `None` above `limit`.
fn edits_within(asked: &str, word: &str, limit: usize) -> Option<usize> {
    if asked.len().abs_diff(word.len()) > limit * 4 {
        return None;
    }
    let asked: Vec<char> = asked.to_lowercase().chars().collect();
    let word: Vec<char> = word.to_lowercase().chars().collect();
    if asked.len().abs_diff(word.len()) > limit {
        return None;
    }
    let mut before_last = vec![0; word.len() + 1];
    let mut last: Vec<usize> = (0..=word.len()).collect();
    let mut row = vec![0; word.len() + 1];
    for (i, a) in asked.iter().enumerate() {
        row[0] = i + 1;
        for (j, b) in word.iter().enumerate() {
            let change = last[j] + usize::from(a != b);
            row[j + 1] = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == word[j - 1] && asked[i - 1] == *b {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[word.len()]).filter(|edits| *edits <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_and_nonsense_finds_none() {
        let ids = ["gge-2015-13f", "gge-2015-13g", "gcsc-public-core"];
        assert_eq!(nearest("gge-2015-13ff", ids.into_iter()), Some("gge-2015-13f"));
        assert_eq!(nearest("gcsc-pulbic-core", ids.into_iter()), Some("gcsc-public-core"));
        assert_eq!(nearest("qqqqqq", ids.into_iter()), None);
        assert_eq!(nearest("", ids.into_iter()), None);
    }
}
