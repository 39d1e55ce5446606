//! How long data takes to become a graph, beside what the YAML crate alone takes for the same structs.

mod generated;

use std::collections::HashMap;
use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, criterion_group, criterion_main};
use cybernorms::corridor::{Parsed, Proved};
use cybernorms::{Actor, Edition, Forum, Norm, NormGraph, Report, Theme};

/// The YAML crate alone: the same text into the same structs, with nothing checked and nothing built.
fn yaml_alone(files: &[(String, String)]) -> usize {
    fn parse<T: serde::de::DeserializeOwned>(text: &str) -> usize {
        let map: HashMap<String, T> = serde_yaml::from_str(text).expect("the data is sound");
        black_box(map).len()
    }
    let one = |(place, text): &(String, String)| match place.split('/').next() {
        Some("norms") => parse::<Norm>(text),
        Some("actors") => parse::<Actor>(text),
        Some("forums") => parse::<Forum>(text),
        Some("reports") => parse::<Report>(text),
        Some("edition.yaml") => black_box(serde_yaml::from_str::<Edition>(text).expect("the data is sound")).version.len(),
        _ => parse::<Theme>(text),
    };
    files.iter().map(one).sum()
}

fn shipped() -> Vec<(String, String)> {
    fn descend(folder: &std::path::Path, place: &str, files: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("the data folder is there") {
            let path = entry.expect("it can be read").path();
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            let place = if place.is_empty() { name } else { format!("{place}/{name}") };
            if path.is_dir() {
                descend(&path, &place, files);
            } else if place.ends_with(".yaml") {
                files.push((place, std::fs::read_to_string(&path).expect("it is text")));
            }
        }
    }
    let mut files = Vec::new();
    descend(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("norms"), "", &mut files);
    files
}

fn load(criterion: &mut Criterion) {
    for (name, files) in [("shipped", shipped()), ("6000 acts", generated::files(6_000))] {
        let mut group = criterion.benchmark_group(format!("load {name}"));
        group.sample_size(20);
        group.bench_function("YAML crate alone", |bencher| bencher.iter(|| yaml_alone(black_box(&files))));
        group.bench_function("parse, check, assemble", |bencher| {
            bencher.iter_batched(
                || files.clone(),
                |files| NormGraph::from_files(files).expect("the data is sound"),
                BatchSize::LargeInput,
            );
        });
        stages(&mut group, &files);
        group.finish();
    }
}

/// Each room of the corridor on its own.
fn stages(group: &mut BenchmarkGroup<'_, WallTime>, files: &[(String, String)]) {
    let large = BatchSize::LargeInput;
    group.bench_function("parse", |bencher| bencher.iter_batched(|| files.to_vec(), Parsed::from_files, large));
    let parsed = || Parsed::from_files(files.to_vec());
    group.bench_function("check", |bencher| bencher.iter_batched(parsed, |parsed| parsed.check().is_ok(), large));
    let proved = || parsed().check().expect("the data is sound");
    group.bench_function("assemble", |bencher| bencher.iter_batched(proved, Proved::assemble, large));
}

criterion_group!(benches, load);
criterion_main!(benches);
