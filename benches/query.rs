//! How long answers take, beside a hand-made limit: sorted arrays that hold nothing but the answer.

mod generated;

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use cybernorms::{Date, Diff, Dot, Family, LifeCycleRules, Node, NodeLink, NodeSet, NormGraph};

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
        let other = graph.norm("thirty").expect("it is there");
        group.bench_function("co-endorsement of two norms", |bencher| {
            bencher.iter(|| (black_box(twenty).endorsed_by().subjects() & other.endorsed_by().subjects()).len());
        });
        group.bench_function("top twenty contested", |bencher| bencher.iter(|| graph.now().most_contested(black_box(20)).len()));
        let (norms, actors): (NodeSet<'_>, NodeSet<'_>) = (graph.norms().take(280).collect(), graph.actors().take(193).collect());
        let matrix = graph.positions().matrix(&actors, &norms);
        let pair = (graph.actor("actor-7").expect("it is there"), graph.actor("actor-9").expect("it is there"));
        group.bench_function("agreement of two actors", |bencher| bencher.iter(|| matrix.agreement(black_box(pair.0), pair.1)));
        group.bench_function("position of an actor", |bencher| bencher.iter(|| graph.now().position(black_box(pair.0), twenty)));
        let (one, two) = (graph.now().get("norm-3").expect("it is there"), graph.now().get("norm-298").expect("it is there"));
        group.bench_function("path", |bencher| bencher.iter(|| graph.now().path(black_box(one), two).map(|path| path.len())));
        group.bench_function("DOT of a trace", |bencher| bencher.iter(|| Dot::trace(black_box(twenty)).to_string().len()));
        group.bench_function("DOT of a lineage", |bencher| bencher.iter(|| Dot::lineage(black_box(chain)).to_string().len()));
        group.sample_size(10);
        group.bench_function("matrix of 193 actors and 280 norms", |bencher| {
            bencher.iter(|| graph.positions().matrix(black_box(&actors), &norms));
        });
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

/// The shipped data has what the generated sets have not: roll calls, an assembly of all states, texts that take up other texts.
fn shipped(criterion: &mut Criterion) {
    let graph = NormGraph::embedded();
    let mut group = criterion.benchmark_group("shipped");
    let (norm, other) = (graph.norm("gge-2015-13f").expect("it is there"), graph.norm("ihl-applies").expect("it is there"));
    let (one, two) = (graph.actor("nld").expect("it is there"), graph.actor("rus").expect("it is there"));
    let states: NodeSet<'_> = graph.actors().filter(|actor| actor.code.is_some()).take(193).collect();
    let norms: NodeSet<'_> = graph.norms().take(280).collect();
    let all: NodeSet<'_> = graph.norms().collect();
    let day: Date = "2018-06-30".parse().expect("a date");
    group.bench_function("trace of 13 (f)", |bencher| {
        bencher.iter(|| black_box(norm).trace().iter().map(|act| usize::from(act.date.year())).sum::<usize>());
    });
    group.bench_function("as_of, then count", |bencher| {
        bencher.iter(|| graph.as_of(black_box(day)).norm("gge-2015-13f").expect("it is there").trace().len());
    });
    group.bench_function("contested_by", |bencher| bencher.iter(|| black_box(other).contested_by().iter().count()));
    group.bench_function("lineage of 13 (f)", |bencher| bencher.iter(|| black_box(norm).lineage().links().len()));
    group.bench_function("co-endorsement of two norms", |bencher| {
        bencher.iter(|| (black_box(norm).endorsed_by().subjects() & other.endorsed_by().subjects()).len());
    });
    group.bench_function("top twenty contested", |bencher| bencher.iter(|| graph.now().most_contested(black_box(20)).len()));
    group.bench_function("position of a state", |bencher| bencher.iter(|| graph.now().position(black_box(one), norm)));
    group.bench_function("search of two words", |bencher| bencher.iter(|| graph.search(black_box("public core")).len()));
    group.bench_function("search of a mistyped word", |bencher| bencher.iter(|| graph.search(black_box("sovereingty")).len()));
    group.bench_function("resolve `73/27`", |bencher| bencher.iter(|| graph.resolve(black_box("73/27")).is_ok()));
    let matrix = graph.positions().matrix(&states, &all);
    group
        .bench_function("agreement of two states on all norms", |bencher| bencher.iter(|| matrix.agreement(black_box(one), two)));
    let votes = graph.now().roll_calls();
    let everyone: Vec<Node<'_>> = votes.voters().collect();
    group.sample_size(10);
    group.bench_function("matrix of 193 states and 280 norms", |bencher| {
        bencher.iter(|| graph.positions().matrix(black_box(&states), &norms));
    });
    group.bench_function("matrix of 193 states and all norms", |bencher| {
        bencher.iter(|| graph.positions().matrix(black_box(&states), &all));
    });
    let (from, to) = (graph.as_of("2019".parse().expect("a date")), graph.as_of("2021".parse().expect("a date")));
    group
        .bench_function("what changed in two years", |bencher| bencher.iter(|| Diff::between(black_box(from), to).changes.len()));
    group.bench_function("life cycle of every norm", |bencher| {
        let rules = LifeCycleRules::default();
        bencher.iter(|| graph.norms().filter(|norm| norm.life_cycle(black_box(&rules)).stage.is_some()).count());
    });
    group.bench_function("vote similarity of all pairs", |bencher| {
        bencher.iter(|| {
            let pairs = everyone.iter().flat_map(|one| everyone.iter().map(move |two| (*one, *two)));
            pairs.filter_map(|(one, two)| votes.similarity(one, two)).map(|alike| alike.votes).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, queries, shipped, first_use);
criterion_main!(benches);
