//! Every example runs as the README says, and prints what it printed before.

use std::process::{Command, Output};

use crate::path;

fn run(example: &str, words: &[&str]) -> Output {
    // Cargo builds the examples beside the test binary before the tests run.
    let mut place = std::env::current_exe().unwrap();
    place.pop();
    place.pop();
    let program = place.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    Command::new(&program)
        .args(words)
        .current_dir(path(""))
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}

fn printed(example: &str, words: &[&str]) -> String {
    let output = run(example, words);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.is_empty(), "{example} {words:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn complaint(example: &str, words: &[&str]) -> String {
    let output = run(example, words);
    assert_eq!(output.status.code(), Some(1), "{example} {words:?}");
    assert!(output.stdout.is_empty(), "{example} {words:?}: nothing is printed but the complaint");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn examples_print_what_they_printed() {
    let runs: &[(&str, &[&str])] = &[
        ("trace_norm", &["gcsc-public-core"]),
        ("contested_norms", &["applicatory"]),
        ("forum_timeline", &["un-gge-2017"]),
        ("actor_positions", &["cub"]),
        ("compare_sets", &[]),
        ("state_of_play", &["2018-11-13"]),
        ("lineage", &["gcsc-public-core"]),
        ("check_data", &["tests/small"]),
        ("export", &["dot", "gcsc-cyber-hygiene"]),
        ("who_would_block", &["ihl-applies", "un-oewg-2025"]),
        ("explain_position", &["fji", "norm f"]),
        ("votes_alike", &["nld"]),
        ("life_cycle", &["gge-2015-13f"]),
        ("brief", &["gge-2015-13b", "2018"]),
        ("cite", &["gcsc-cyber-hygiene", "bibtex"]),
        ("what_changed", &["2010-07-29", "2010-07-30"]),
    ];
    for (example, words) in runs {
        insta::assert_snapshot!(format!("example-{example}"), printed(example, words));
    }
}

#[test]
fn a_wrong_id_is_answered_with_the_right_one_and_exit_code_one() {
    assert_eq!(
        complaint("trace_norm", &["gcsc-pulbic-core"]),
        "no record `gcsc-pulbic-core`; did you mean `gcsc-public-core`?\n"
    );
    assert_eq!(complaint("lineage", &["gcsc"]), "`gcsc` is a forum, not a norm; ask `forum(\"gcsc\")`\n");
    assert!(complaint("forum_timeline", &["un-gge-20177"]).contains("did you mean `un-gge-2017`?"));
    assert!(complaint("actor_positions", &["nldd"]).contains("did you mean `nld`?"));
    assert!(complaint("compare_sets", &["a-70-1744"]).contains("did you mean `a-70-174`?"));
    assert!(complaint("state_of_play", &["13.11.2018"]).contains("`2015-07-22`"));
    assert!(complaint("contested_norms", &["scop"]).contains("scope"));
    assert!(complaint("export", &["svg"]).contains("node-link"));
    assert_eq!(complaint("brief", &["nld"]), "`nld` is neither a norm nor a forum\n");
    assert!(complaint("brief", &["ihl-aplies"]).contains("did you mean `ihl-applies`?"));
    assert!(complaint("cite", &["gcsc", "docx"]).contains("csl-json"));
    assert!(complaint("check_data", &["tests/invalid/unknown-id"]).contains("did you mean `paper`?"));
}

#[test]
fn the_coverage_page_is_fresh() {
    let page = std::fs::read_to_string(path("norms/COVERAGE.md")).unwrap();
    let fresh = printed("coverage", &[]);
    assert!(page == fresh, "the data has changed; write the page anew: cargo run --example coverage > norms/COVERAGE.md");
}

#[test]
fn the_first_screen_of_the_readme_is_true() {
    let readme = std::fs::read_to_string(path("README.md")).unwrap();
    let command = "cargo run --example trace_norm -- gcsc-public-core";
    assert!(readme.contains(command) && readme.contains("\ncargo test\n"));
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("README shows the output");
    assert_eq!(shown, printed("trace_norm", &["gcsc-public-core"]));
}
