//! Which norms are disputed, by whom, in which mode and form: `cargo run --example contested_norms`, or with a mode such as `scope`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{Mode, NormGraph};

fn main() -> ExitCode {
    let mode = match std::env::args().nth(1) {
        None => None,
        Some(word) => {
            if let Some(mode) = Mode::ALL.iter().find(|mode| mode.as_str() == word) {
                Some(*mode)
            } else {
                let words: Vec<&str> = Mode::ALL.iter().map(|mode| mode.as_str()).collect();
                eprintln!("`{word}` is no mode of contestation; choose one of: {}", words.join(", "));
                return ExitCode::FAILURE;
            }
        }
    };
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    for norm in NormGraph::embedded().norms() {
        let disputes = norm.contested_by();
        let wanted: Vec<_> = disputes.iter().filter(|act| mode.is_none() || act.mode == mode).collect();
        if wanted.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{} ({norm})", norm.title);
        for act in wanted {
            let mode = act.mode.map_or("mode not stated", Mode::as_str);
            let form = act.form.map_or("", |form| form.as_str());
            let _ = writeln!(out, "  {}  {} {} [{}]", act.date, act.subject().short(), act.verb, act.citation());
            let _ = writeln!(out, "              {mode} {form}");
        }
    }
    ExitCode::SUCCESS
}
