//! Whatever bytes are given as YAML, the answer is a diagnostic, in bounded time and memory.

use cybernorms::{LoadError, NormGraph, Rule};
use proptest::prelude::*;

/// Loads one file as norms; gives the rules that it breaks.
fn rules_of(bytes: impl Into<Vec<u8>>) -> Vec<Rule> {
    match NormGraph::from_files([("norms/x.yaml", bytes.into())]) {
        Ok(_) => Vec::new(),
        Err(LoadError::Invalid(faults)) => {
            assert!(!faults.to_string().is_empty() && faults.count() > 0);
            assert!(faults.iter().all(|fault| fault.place.line > 0 && fault.place.column > 0));
            faults.iter().map(|fault| fault.rule).collect()
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn hostile_files_are_answered_with_a_rule() {
    let bomb: String =
        (1..40).map(|n| format!("a{n}: &a{n} [*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0}]\n", n - 1)).collect();
    let cases: Vec<(&str, Vec<u8>, Rule)> = vec![
        ("an alias bomb", format!("a0: &a0 lol\n{bomb}").into(), Rule::PlainYaml),
        ("brackets", "[".repeat(100_000).into(), Rule::PlainYaml),
        ("braces behind a key", format!("a: {}", "{".repeat(100_000)).into(), Rule::PlainYaml),
        ("block lists", "- ".repeat(100_000).into(), Rule::BadValue),
        ("a scalar of 10 MB", format!("a:\n  title: {}\n", "x".repeat(10 << 20)).into(), Rule::Syntax),
        ("a scalar of 7 MB", format!("a:\n  title: {}\n", "x".repeat(7 << 20)).into(), Rule::BadField),
        ("no text", vec![b'a', b':', b' ', 0xff, 0xfe], Rule::Syntax),
        ("a byte-order mark and a fault", "\u{feff}a:\n  titel: x\n".into(), Rule::BadField),
        ("a null", "a:\n".into(), Rule::BadField),
        ("a tilde", "a: ~\n".into(), Rule::BadValue),
        ("a repeated field", "a:\n  title: x\n  title: y\n".into(), Rule::BadField),
        ("a merge key", "a:\n  <<: {title: x}\n".into(), Rule::PlainYaml),
        ("a tag", "a: !!python/object x\n".into(), Rule::PlainYaml),
        ("a tab", "a:\n\ttitle: x\n".into(), Rule::Syntax),
        ("two documents", "a: {}\n---\nb: {}\n".into(), Rule::BadField),
        ("a list at the top", "- a\n".into(), Rule::BadValue),
        ("a scalar at the top", "hello\n".into(), Rule::BadValue),
        ("a control character", "a: \u{7}\n".into(), Rule::Syntax),
        ("a very long key", format!("{}: x\n", "k".repeat(100_000)).into(), Rule::BadValue),
    ];
    for (name, bytes, rule) in cases {
        let started = std::time::Instant::now();
        let rules = rules_of(bytes);
        assert!(rules.contains(&rule), "{name}: {rules:?}");
        // Not a benchmark: it only tells a bounded answer from one that grows without end.
        assert!(started.elapsed().as_secs() < 60, "{name}");
    }
}

#[test]
fn very_many_faults_are_counted_and_not_all_listed() {
    let text: String = (0..50_000).map(|n| format!("n{n}: x\n")).collect();
    let Err(LoadError::Invalid(faults)) = NormGraph::from_files([("norms/x.yaml", text)]) else { panic!("all of it is wrong") };
    assert!(faults.count() >= 50_000 && faults.iter().count() <= 300, "{}", faults.iter().count());
    assert!(faults.to_string().contains("are not listed"));
}

#[test]
fn an_empty_file_and_a_mark_are_no_fault() {
    assert!(rules_of("").is_empty() && rules_of("# nothing yet\n").is_empty() && rules_of("\u{feff}# nothing yet\n").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        rules_of(bytes);
    }

    #[test]
    fn any_text_that_looks_like_yaml_is_answered(text in "([a-z\\-]{1,4}(: |:\n  |\n)?[&*!\\[\\]{}'\"#,|>x0 ]{0,6}\n?){0,30}") {
        rules_of(text);
    }

    #[test]
    fn a_sound_file_cut_anywhere_is_answered(cut in 0usize..4_000, place in 0usize..5) {
        let place = ["themes.yaml", "norms/all.yaml", "actors/all.yaml", "forums/all.yaml", "reports/all.yaml"][place];
        let mut bytes = std::fs::read(crate::path("tests/small").join(place)).unwrap();
        bytes.truncate(cut);
        let _ = NormGraph::from_files([(place, bytes)]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_refused_and_not_read() {
    let folder = std::env::temp_dir().join(format!("cybernorms-endless-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("norms")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("norms/endless.yaml")).unwrap();
    let answer = NormGraph::load(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let Err(LoadError::Invalid(faults)) = answer else { panic!("{answer:?}") };
    assert!(faults.to_string().contains("no file that can be read to its end"), "{faults}");
}
