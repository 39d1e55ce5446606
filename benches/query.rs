//! How long answers take, beside a hand-made limit: sorted arrays that hold nothing but the answer.

mod generated;

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use cybernorms::{Date, Dot, Family, NodeLink, NormGraph};

/// The limit: for one norm, the dates and families of its acts in one sorted array and no handle, no evidence, no view.
fn by_hand(graph: &NormGraph, id: &str) -> Vec<(Date, Family)> {
    graph.norm(id).expect("it is there").trace().iter().map(|act| (act.date, act.verb.family())).collect()
}

fn queries(criterion: &mut Criterion) {
    for acts in [6_000, 60_000] {
        let graph = NormGraph::from_files(generated::files(acts)).expect("the data is sound");
        let mut group = criterion.benchmark_group(format!("query {acts} acts"));
        let ids: HashMap<&str, usize> = graph.norms().enumerate().map(|(n, norm)| (norm.id().as_str(), n)).collect();
        group.bench_function("norm(id)", |bencher| {
            bencher.iter(|| graph.norm(black_box("norm-217")).expect("it is there").title.len());
        });
        group.bench_function("norm(id) by hand: HashMap", |bencher| bencher.iter(|| ids.get(black_box("norm-217")).copied()));
        let twenty = graph.norm("twenty").expect("it is there");
        assert_eq!(twenty.trace().len(), 20);
        let hand = by_hand(&graph, "twenty");
        let count = |date: Date| usize::from(date.year());
        group.bench_function("trace of 20 acts", |bencher| {
            bencher.iter(|| black_box(twenty).trace().iter().map(|act| count(act.date)).sum::<usize>());
        });
        group.bench_function("trace of 20 acts by hand", |bencher| {
            bencher.iter(|| black_box(&hand).iter().map(|(date, _)| count(*date)).sum::<usize>());
        });
        group.bench_function("contested_by", |bencher| bencher.iter(|| black_box(twenty).contested_by().iter().count()));
        group.bench_function("contested_by by hand", |bencher| {
            bencher.iter(|| black_box(&hand).iter().filter(|(_, family)| *family == Family::Contested).count());
        });
        let chain = graph.norm("chain-6").expect("it is there");
        assert_eq!(chain.lineage().links().len(), 6);
        group.bench_function("lineage of depth 6", |bencher| bencher.iter(|| black_box(chain).lineage().links().len()));
        let day: Date = "2010-06-30".parse().expect("a date");
        group.bench_function("as_of, then count", |bencher| {
            bencher.iter(|| graph.as_of(black_box(day)).norm("twenty").expect("it is there").trace().len());
        });
        let (one, two) = (graph.now().get("norm-3").expect("it is there"), graph.now().get("norm-298").expect("it is there"));
        group.bench_function("path", |bencher| bencher.iter(|| graph.now().path(black_box(one), two).map(|path| path.len())));
        group.bench_function("DOT of a trace", |bencher| bencher.iter(|| Dot::trace(black_box(twenty)).to_string().len()));
        group.bench_function("DOT of a lineage", |bencher| bencher.iter(|| Dot::lineage(black_box(chain)).to_string().len()));
        group.sample_size(10);
        group.bench_function("node-link JSON of all", |bencher| bencher.iter(|| NodeLink::new(graph.now()).to_string().len()));
        group.finish();
    }
}

fn first_use(criterion: &mut Criterion) {
    // What the first call of `embedded()` does; the call itself is done only once in a program.
    criterion.bench_function("embedded first use", |bencher| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("norms");
        bencher.iter(|| NormGraph::load(&folder).expect("the data is sound").acts().len());
    });
    criterion.bench_function("embedded second use", |bencher| bencher.iter(|| NormGraph::embedded().acts().len()));
}

criterion_group!(benches, queries, first_use);
criterion_main!(benches);
