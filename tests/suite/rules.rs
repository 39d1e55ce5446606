//! Every rule has a folder of data that breaks it and it alone, and its words.

use std::fs;
use std::path::Path;

use cybernorms::{Fault, LoadError, NormGraph, Rule};

use crate::path;

/// The files of a folder as the crate takes them from memory.
fn files(folder: &Path, place: &str, list: &mut Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        let name = format!("{place}{}", entry.file_name().unwrap().to_str().unwrap());
        if entry.is_dir() {
            files(&entry, &format!("{name}/"), list);
        } else {
            list.push((name, fs::read(&entry).unwrap()));
        }
    }
}

fn faults_of(code: &str) -> cybernorms::Faults {
    let mut list = Vec::new();
    files(&path("tests/invalid").join(code), "", &mut list);
    match NormGraph::from_files(list) {
        Err(LoadError::Invalid(faults)) => faults,
        Err(error) => panic!("{code}: {error}"),
        Ok(_) => panic!("{code}: the fault is not found"),
    }
}

#[test]
fn every_rule_finds_its_fault_and_no_other() {
    for rule in Rule::ALL {
        let faults = faults_of(rule.code());
        let rules: Vec<Rule> = faults.iter().map(|fault| fault.rule).collect();
        assert!(rules.iter().all(|found| found == rule), "{rule}: {rules:?}");
        let helped = |fault: &Fault| fault.help.as_ref().is_some_and(|help| !help.is_empty());
        assert!(faults.iter().all(helped), "{rule}: says what to write instead");
        insta::assert_snapshot!(format!("rule-{rule}"), faults.to_string());
    }
}

#[test]
fn every_folder_of_faulty_data_belongs_to_a_rule() {
    for entry in fs::read_dir(path("tests/invalid")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(Rule::ALL.iter().any(|rule| rule.code() == name), "{name} is no rule");
    }
}

#[test]
fn codes_are_unique_and_every_rule_explains_itself() {
    let mut codes: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert!(rule.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{rule}");
        let words = rule.explain();
        assert!(words.contains("Wrong:") && words.contains("Right:"), "{rule}: {words}");
    }
}

#[test]
fn a_file_that_does_not_parse_hides_nothing_and_makes_no_ids_unknown() {
    let files = [
        ("themes.yaml", "core:\n  title: Core\n  meaning: What everyone needs.\n"),
        ("actors/a.yaml", "aland: {name: Aland, kind: sate}\nbland: {name: Bland, kind: state}\n"),
        ("forums/f.yaml", "club:\n  name: \"Club\n  kind: political-club\n"),
        (
            "reports/r.yaml",
            "talk:\n  title: Talk\n  kind: transcript\n  issued_by: club\n  date: 2015-13\n  evidence: machine-transcript\n",
        ),
        (
            "norms/n.yaml",
            "root:\n  title: Root\n  statement: x\n  stated_in: talk\n  at: line 1\n  kind: norm\n  addressees: all\n  force: none\n  themes: croe\n",
        ),
    ];
    let Err(LoadError::Invalid(faults)) = NormGraph::from_files(files) else { panic!("there are four faults") };
    let found: Vec<(Rule, &str, usize)> =
        faults.iter().map(|fault| (fault.rule, fault.place.file.as_str(), fault.place.line)).collect();
    assert_eq!(
        found,
        [
            (Rule::BadValue, "actors/a.yaml", 1),
            (Rule::Syntax, "forums/f.yaml", 4),
            (Rule::UnknownTheme, "norms/n.yaml", 9),
            (Rule::BadValue, "reports/r.yaml", 5),
        ],
        "{faults}"
    );
}

/// The rules that the small data breaks when some words of one file are replaced.
fn rules_of_small(place: &str, from: &str, to: &str) -> Vec<Rule> {
    let mut list = Vec::new();
    files(&path("tests/small"), "", &mut list);
    let (_, bytes) = list.iter_mut().find(|(name, _)| name == place).unwrap();
    let text = String::from_utf8(std::mem::take(bytes)).unwrap();
    assert!(text.contains(from), "{from}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    match NormGraph::from_files(list) {
        Err(LoadError::Invalid(faults)) => faults.iter().map(|fault| fault.rule).collect(),
        Err(error) => panic!("{error}"),
        Ok(_) => Vec::new(),
    }
}

#[test]
fn an_observer_does_not_vote() {
    let watching = "{who: cland, role: observer, in: old-charter";
    assert_eq!(rules_of_small("forums/all.yaml", "{who: cland, in: old-charter", watching), [Rule::MemberNotAtTheTime]);
}

#[test]
fn two_editions_are_a_fault_in_whatever_order_they_come() {
    let edition = |version: &str| ("edition.yaml", format!("version: '{version}'\ncutoff: 2020\n"));
    for pair in [[edition("1"), edition("2")], [edition("2"), edition("1")]] {
        let Err(LoadError::Invalid(faults)) = NormGraph::from_files(pair) else { panic!("one of the two would be lost") };
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::DuplicateId]);
    }
    let blank = NormGraph::from_files([edition(" ")]).unwrap_err();
    assert!(blank.to_string().contains("blank-text"), "{blank}");
}
