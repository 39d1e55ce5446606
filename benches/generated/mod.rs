//! A data set of a stated size, the same at every run: a small linear congruence deals the cards.

#![allow(dead_code, reason = "each bench uses a part")]

use std::fmt::Write;

const VERBS: [&str; 8] = ["supports", "endorses", "welcomes", "proposes", "recalls", "adopts", "contests", "adapts"];

/// 250 actors, 40 forums, 120 reports, 300 norms and `acts` acts, as the files of a data folder.
pub(crate) fn files(acts: usize) -> Vec<(String, String)> {
    let mut cards = Cards(20_261_124);
    let mut files = vec![(
        "themes.yaml".to_owned(),
        (0..12).map(|n| format!("theme-{n}: {{title: Theme {n}, meaning: What theme {n} is about.}}\n")).collect(),
    )];
    let actors = (0..250)
        .map(|n| format!("actor-{n}:\n  name: Actor number {n}\n  short: A{n}\n  kind: state\n  region: african\n"))
        .collect();
    files.push(("actors/all.yaml".to_owned(), actors));
    let mut forums = String::new();
    for n in 0..40 {
        write!(forums, "forum-{n}:\n  name: Forum number {n}\n  kind: conference\n  from: 1998\n  members:\n    - {{who: [")
            .unwrap();
        let members: Vec<String> = (0..20).map(|m| format!("actor-{}", (n * 7 + m * 11) % 250)).collect();
        writeln!(forums, "{}], in: report-{}}}", members.join(", "), n * 3).unwrap();
    }
    files.push(("forums/all.yaml".to_owned(), forums));
    for file in 0..30 {
        let mut norms = String::new();
        for n in (0..300).filter(|n| n % 30 == file) {
            write!(
                norms,
                "norm-{n}:\n  title: What is expected of states, number {n}\n  statement: >-\n    A sentence in our own words that says what is expected, of whom, and in which\n    circumstances, of about the length that such sentences have in the data.\n  stated_in: report-{}\n  at: para {n}\n  kind: norm\n  form: expectation\n  addressees: [states, private-sector]\n  force: voluntary\n  themes: [theme-{}, theme-{}]\n",
                n % 120,
                n % 12,
                (n + 5) % 12
            )
            .unwrap();
        }
        files.push((format!("norms/set-{file:02}.yaml"), norms));
    }
    for n in 0..120 {
        let year = 1998 + n * 27 / 120;
        let mut report = format!(
            "report-{n}:\n  title: A report about the conduct of states, number {n}\n  symbol: R/{n}\n  kind: resolution\n  issued_by: forum-{}\n  date: {year}-{:02}-{:02}\n  decision: consensus\n  evidence: official-text\n  source: {{url: \"https://example.org/report/{n}\", read: 2026-11-24}}\n  acts:\n",
            n % 40,
            1 + n % 12,
            1 + n % 28
        );
        for number in 0..acts / 120 {
            let verb = VERBS[cards.deal(VERBS.len())];
            let norm = cards.deal(300);
            match verb {
                // Links run from higher to lower numbers and so never turn in a circle.
                "adapts" if norm > 0 => {
                    let earlier = cards.deal(norm);
                    writeln!(report, "    - {{by: norm-{norm}, verb: adapts, object: norm-{earlier}, at: para {number}, reuse: adapted, change: shorter than before}}").unwrap();
                }
                "contests" => writeln!(report, "    - {{by: actor-{}, verb: contests, object: norm-{norm}, at: para {number}, mode: scope, form: statement, note: says that it goes too far}}", cards.deal(250)).unwrap(),
                verb => {
                    let verb = if verb == "adapts" { "supports" } else { verb };
                    writeln!(report, "    - {{by: actor-{}, verb: {verb}, object: norm-{norm}, at: para {number}, confidence: medium}}", cards.deal(250)).unwrap();
                }
            }
        }
        files.push((format!("reports/report-{n:03}.yaml"), report));
    }
    files.push(("norms/bench.yaml".to_owned(), bench_norms()));
    files.push(("reports/bench.yaml".to_owned(), bench_report()));
    files
}

/// A norm with exactly 20 acts, and a chain of seven wordings.
fn bench_norms() -> String {
    let ids = ["twenty".to_owned(), "thirty".to_owned()].into_iter().chain((0..7).map(|n| format!("chain-{n}")));
    ids.map(|id| format!("{id}:\n  title: T\n  statement: S\n  stated_in: bench\n  at: whole\n  kind: norm\n  addressees: all\n  force: none\n  themes: theme-0\n")).collect()
}

fn bench_report() -> String {
    let mut report =
        "bench:\n  title: B\n  kind: guideline\n  issued_by: forum-0\n  date: 2020\n  evidence: official-text\n  acts:\n"
            .to_owned();
    for n in 0..19 {
        writeln!(
            report,
            "    - {{by: actor-{n}, verb: {}, object: twenty, at: whole, date: {}}}",
            if n % 3 == 0 { "regrets" } else { "supports" },
            2000 + n
        )
        .unwrap();
    }
    for n in 0..29 {
        writeln!(report, "    - {{by: actor-{}, verb: endorses, object: thirty, at: whole, date: {}}}", n * 2, 1998 + n % 20)
            .unwrap();
    }
    for n in 1..7 {
        writeln!(report, "    - {{by: chain-{n}, verb: adapts, object: chain-{}, at: whole}}", n - 1).unwrap();
    }
    report
}

struct Cards(u64);

impl Cards {
    fn deal(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}
