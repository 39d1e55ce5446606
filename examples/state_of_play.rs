//! How things stood at the end of a day, month or year: `cargo run --example state_of_play -- 2018-11-13`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use cybernorms::{Date, Family, NormGraph};

fn main() -> ExitCode {
    let word = std::env::args().nth(1).unwrap_or_else(|| "2018-11-13".to_owned());
    let date: Date = match word.parse() {
        Ok(date) => date,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    // A reader that has seen enough, such as `head`, is no failure, so what cannot be written is let go.
    let mut out = stdout().lock();
    let then = NormGraph::embedded().as_of(date);
    let _ = writeln!(out, "at the end of {date}");
    let _ = writeln!(
        out,
        "{} norms stated, {} reports issued, {} acts on record",
        then.norms().count(),
        then.reports().count(),
        then.acts().len()
    );
    for family in [Family::Adopted, Family::Endorsed, Family::Contested, Family::Proposed] {
        let _ = writeln!(out, "{:>6} {family}", then.acts().iter().filter(|act| act.verb.family() == family).count());
    }
    let _ = writeln!(out, "\nthe ten latest acts");
    let latest = then.acts().into_iter().rev().filter(|act| act.verb.family() != Family::Structural);
    for act in latest.take(10) {
        let _ = writeln!(out, "{act}");
    }
    ExitCode::SUCCESS
}
