//! Briefs: the numbers are those of the queries, every line has its footnote, and no text breaks out of the page.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use cybernorms::{ActRef, Brief, Family, Norm, NormGraph, Ref};
use proptest::prelude::*;
use serde_json::Value;

use crate::small;
use crate::worlds::worlds;

fn section<'t>(brief: &'t str, title: &str) -> &'t str {
    let after = brief.split(&format!("\n## {title}\n")).nth(1).unwrap_or_else(|| panic!("{title}: {brief}"));
    after.split("\n## ").next().unwrap()
}

/// The cells of the rows of the table whose head begins with a cell.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let lines = text.lines().skip_while(|line| !line.starts_with(&format!("| {head} |"))).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn numbers(cell: &str) -> usize {
    cell.split(" + ").map(|number| number.parse::<usize>().unwrap()).sum()
}

/// Every footnote that is called is there once, and every one that is there is called.
fn footnotes(brief: &str) -> BTreeSet<usize> {
    let (mut called, mut there) = (BTreeSet::new(), BTreeSet::new());
    for line in brief.lines() {
        let (mut line, mut definition) = (line, line.starts_with("[^"));
        while let Some((_, rest)) = line.split_once("[^") {
            let (number, rest) = rest.split_once(']').unwrap();
            if std::mem::take(&mut definition) {
                assert!(rest.starts_with(": ") && there.insert(number.parse().unwrap()), "{number} twice");
            } else {
                called.insert(number.parse().unwrap());
            }
            line = rest;
        }
    }
    assert_eq!(called, there);
    there
}

fn naive(norm: Ref<'_, Norm>, family: Family, itself: bool) -> String {
    let acts: Vec<ActRef<'_>> = norm.trace().iter().filter(|act| act.verb.family() == family).collect();
    let acts: Vec<_> = acts.into_iter().filter(|act| (act.object() == norm.node()) == itself).collect();
    let who: BTreeSet<String> = acts.iter().map(|act| act.subject().id().to_string()).collect();
    match acts.len() {
        0 => "none".to_owned(),
        1 => "1 act by 1".to_owned(),
        count => format!("{count} acts by {}", who.len()),
    }
}

const COUNTED: [Family; 5] = [Family::Proposed, Family::Adopted, Family::Endorsed, Family::Contested, Family::Referred];

fn counts_are_those_of_the_trace(norm: Ref<'_, Norm>, brief: &str) {
    for (row, family) in table(section(brief, "State of play"), "").into_iter().zip(COUNTED) {
        assert_eq!(row, [family.to_string(), naive(norm, family, true), naive(norm, family, false)], "{norm}");
    }
}

#[test]
fn a_small_brief_reads_as_it_did() {
    let graph = small();
    insta::assert_snapshot!("brief-norm", Brief::on(graph.norm("root-norm").unwrap()).to_string());
    insta::assert_snapshot!("brief-forum", Brief::on(graph.forums().next().unwrap()).to_string());
}

#[test]
fn every_norm_of_the_shipped_data_has_a_brief_with_true_numbers() {
    let graph = NormGraph::embedded();
    let states = graph.actors().filter(|actor| actor.code.is_some()).count();
    for norm in graph.norms().step_by(7).chain([graph.norm("ihl-applies").unwrap()]) {
        let brief = Brief::on(norm).to_string();
        footnotes(&brief);
        counts_are_those_of_the_trace(norm, &brief);
        let stands = table(section(&brief, "Who stands where"), "Stance");
        let (none, held) = stands.split_last().unwrap();
        let held: usize = held.iter().map(|row| numbers(&row[1]) + numbers(&row[3])).sum();
        assert_eq!(held + numbers(&none[1]), states, "{norm}: each state once");
        let regions = table(section(&brief, "Who stands where"), "Regional group");
        assert_eq!(regions.iter().map(|row| numbers(&row[1])).sum::<usize>(), states);
        assert_eq!(regions.iter().map(|row| numbers(&row[4])).sum::<usize>(), numbers(&none[1]), "{norm}");
        for act in norm.trace() {
            assert!(brief.contains(&format!("- `{}` ", act.report())), "{norm}: {act} is in the bibliography");
        }
    }
}

#[test]
fn every_forum_of_the_shipped_data_has_a_brief() {
    let graph = NormGraph::embedded();
    let named = ["un-oewg-2025", "gcsc", "un-gge-2017"].map(|id| graph.forum(id).unwrap());
    for forum in graph.forums().step_by(9).chain(named) {
        let brief = Brief::on(forum).to_string();
        footnotes(&brief);
        for row in table(section(&brief, "Who stands where on its norms"), "Norm") {
            let total: usize = row[2..7].iter().map(|cell| numbers(cell)).sum();
            let of: usize = section(&brief, "Who stands where on its norms").split(' ').nth(1).unwrap().parse().unwrap();
            assert_eq!(total, of, "{forum}: {row:?}");
        }
    }
    let group = Brief::on(named[2]).to_string();
    assert!(group.contains("Members on 2017-06-23: 25"), "a forum that has ended has the members of its last day");
}

#[test]
fn a_brief_of_a_day_knows_nothing_later() {
    let graph = NormGraph::embedded();
    let then = graph.as_of("2019".parse().unwrap());
    let brief = Brief::on(then.norm("ihl-applies").unwrap()).to_string();
    let acts = table(section(&brief, "The acts"), "When");
    assert!(acts.len() > 10 && acts.iter().all(|row| row[0].as_str() < "2020"), "{acts:?}");
    assert!(
        section(&brief, "Open disputes").contains("2019-09-11, India: contests it, statement["),
        "it had not changed its mind"
    );
    let now = Brief::on(graph.norm("ihl-applies").unwrap()).to_string();
    assert!(section(&now, "Open disputes").contains("India: contests it, statement; India backs since 2021-12-15["));
    let before = graph.as_of("2010".parse().unwrap());
    assert!(Brief::on(before.norm("ihl-applies").unwrap()).to_string().contains("By that day no text had stated it."));
}

#[test]
fn what_an_overlay_adds_is_left_out_unless_it_is_asked_for() {
    let files = [(
        "reports/o.yaml",
        "told-us:\n  title: What they told us\n  kind: letter\n  issued_by: nld\n  date: 2025\n  evidence: official-statement\n  acts: [{verb: supports, object: ihl-applies, at: whole}]\n",
    )];
    let graph = NormGraph::embedded().overlay_from_files(files).unwrap();
    let norm = graph.norm("ihl-applies").unwrap();
    assert_eq!(Brief::on(norm).to_string(), Brief::on(NormGraph::embedded().norm("ihl-applies").unwrap()).to_string());
    let all = Brief::with_overlay(norm).to_string();
    assert!(all.contains("What they told us, whole (overlay)"));
}

/// Data whose texts try to break out of Markdown.
fn hostile(text: &str) -> NormGraph {
    let text = serde_json::to_string(text).unwrap();
    let files = [
        ("themes.yaml", format!("core: {{title: {text}, meaning: All}}\n")),
        ("actors/a.yaml", format!("aland:\n  name: {text}\n  kind: state\n  code: NL\n  region: african\nbland:\n  name: {text}\n  kind: person\n")),
        ("forums/f.yaml", format!("club:\n  name: {text}\n  note: {text}\n  kind: conference\n  members: [{{who: aland, in: talk}}]\n")),
        (
            "reports/r.yaml",
            format!(
                "talk:\n  title: {text}\n  symbol: {text}\n  note: {text}\n  kind: transcript\n  issued_by: club\n  date: 2015\n  evidence: machine-transcript\n  source: {{url: 'https://example.org/?a=\"b\"&c=<d>|e`f'}}\n  acts:\n    - {{by: [aland, bland], verb: contests, mode: scope, form: statement, object: [root, root-two], as_written: {text}, at: line 1, note: {text}}}\n    - {{by: root-two, verb: adapts, object: root, at: line 2, change: {text}, basis: inferred, reason: {text}}}\n"
            ),
        ),
        (
            "norms/n.yaml",
            ["root", "root-two"]
                .map(|id| format!("{id}:\n  title: {text}\n  statement: {text}\n  note: {text}\n  stated_in: talk\n  at: line 1\n  kind: norm\n  addressees: all\n  force: none\n  themes: core\n"))
                .concat(),
        ),
    ];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn briefs(graph: &NormGraph) -> Vec<String> {
    let norms = graph.norms().map(|norm| Brief::on(norm).to_string());
    norms.chain(graph.forums().map(|forum| Brief::on(forum).to_string())).collect()
}

/// The kinds of block and of inline element of each page, as another reader of Markdown sees them.
fn elements(pages: &[String]) -> Option<Vec<Value>> {
    let found = Command::new("python3").args(["-c", "import markdown_it, mdit_py_plugins.footnote"]).output();
    if !found.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "CI has markdown-it-py and mdit-py-plugins");
        eprintln!("markdown-it-py is not installed: this judge is missing");
        return None;
    }
    let program = r"
import json, sys
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
md = MarkdownIt('commonmark').enable(['table', 'strikethrough']).use(footnote_plugin)
def kinds(tokens):
    for token in tokens:
        yield token.type
        yield from (kind for kind in kinds(token.children or []) if kind != 'text' and kind != 'text_special')
print(json.dumps([list(kinds(md.parse(page))) for page in json.load(sys.stdin)]))";
    let mut child = Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let json = serde_json::to_string(pages).unwrap();
    let writer = std::thread::spawn(move || input.write_all(json.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

const HOSTILE: &[&str] = &[
    "a | b | c \\| d",
    "<script>alert(1)</script> <b>bold</b> <!-- gone -->",
    "[link](https://example.org) ![image](x.png) [^1] [^1]: trap",
    "*bold* __bold__ _it_ ~~gone~~ `code` ``more`` ```",
    "# heading\n\n## Sources\n\n- list\n> quote\n\n---\n\n    code",
    "1. one\n2) two + three - four",
    "+ plus",
    "12. twelve",
    "back\\slash \\",
    "&lt; &amp; &#60; &copy;",
    "$x$ nul \u{0} bell \u{7} line\u{2028}separator",
    "\u{202e}right to left\u{202c} مرحبا 😀 e\u{301}",
    "=== ---",
];

#[test]
fn no_text_breaks_out_of_the_page() {
    let plain = elements(&briefs(&hostile("plain")));
    for text in HOSTILE {
        let found = elements(&briefs(&hostile(text)));
        if found != plain {
            let page = briefs(&hostile(text)).remove(0);
            panic!("{text:?}\n{page}\n{found:?}\n{plain:?}");
        }
    }
    let long = "x".repeat(10_000);
    assert_eq!(elements(&briefs(&hostile(&long))), plain);
}

#[test]
fn a_reader_of_markdown_sees_tables_footnotes_and_links() {
    let graph = NormGraph::embedded();
    let pages = [Brief::on(graph.norm("ihl-applies").unwrap()), Brief::on(graph.forum("un-oewg-2025").unwrap())]
        .map(|brief| brief.to_string());
    let Some(found) = elements(&pages) else { return };
    for (page, kinds) in pages.iter().zip(&found) {
        let count = |kind: &str| kinds.as_array().unwrap().iter().filter(|found| *found == kind).count();
        assert_eq!(count("footnote_open"), footnotes(page).len());
        assert_eq!(count("html_block") + count("html_inline") + count("image") + count("code_block"), 0);
        assert!(count("table_open") >= 3 && count("link_open") > 20);
        assert_eq!(count("tr_open"), page.lines().filter(|line| line.starts_with('|') && !line.starts_with("|--")).count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_are_those_of_a_naive_count(world in worlds()) {
        for norm in world.0.norms() {
            let brief = Brief::on(norm).to_string();
            footnotes(&brief);
            counts_are_those_of_the_trace(norm, &brief);
        }
        for forum in world.0.forums() {
            footnotes(&Brief::on(forum).to_string());
        }
    }
}
