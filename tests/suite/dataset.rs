//! The shipped data is sound, complete where it says so, and the same wherever it is read from.

use cybernorms::{Entity, NormGraph, Verb};

use crate::path;

#[test]
fn the_shipped_data_is_sound_and_its_size_is_known() {
    let graph = match NormGraph::load(path("norms")) {
        Ok(graph) => graph,
        Err(error) => panic!("{error}"),
    };
    let count = format!(
        "{} themes, {} norms, {} actors, {} forums, {} reports, {} acts",
        graph.themes().count(),
        graph.norms().count(),
        graph.actors().count(),
        graph.forums().count(),
        graph.reports().count(),
        graph.acts().len()
    );
    insta::assert_snapshot!("size", count);
}

#[test]
fn the_embedded_data_is_that_of_the_folder() {
    let (embedded, loaded) = (NormGraph::embedded(), NormGraph::load(path("norms")).unwrap());
    assert!(embedded.acts().iter().map(|act| act.to_string()).eq(loaded.acts().iter().map(|act| act.to_string())));
    let entities = |graph: &NormGraph| graph.as_petgraph().node_weights().cloned().collect::<Vec<Entity>>();
    assert_eq!(entities(embedded), entities(&loaded));
}

#[test]
fn every_norm_has_a_birth_with_a_place() {
    for norm in NormGraph::embedded().norms() {
        let births: Vec<_> =
            norm.trace().into_iter().filter(|act| act.verb == Verb::StatedIn && act.subject() == norm.node()).collect();
        assert_eq!(births.len(), 1, "{norm}");
        assert!(births[0].at.is_some(), "{norm}");
    }
}

#[test]
fn the_codebook_names_every_word_of_every_list() {
    use cybernorms as c;
    let book = std::fs::read_to_string(path("norms/README.md")).unwrap();
    let mut words: Vec<&str> = Vec::new();
    macro_rules! lists {
        ($($list:ident),+) => { $( words.extend(c::$list::ALL.iter().map(|word| word.as_str())); )+ };
    }
    lists!(
        Verb,
        Family,
        NormKind,
        DeonticForm,
        Addressee,
        Force,
        ActorKind,
        Region,
        ForumKind,
        ForumOutcome,
        Role,
        ReportKind,
        DecisionMode,
        Status,
        EvidenceKind,
        Basis,
        Mode,
        ContestationForm,
        ContestationOutcome,
        Reuse,
        Confidence
    );
    for word in words {
        assert!(
            book.contains(&format!("`{word}`")) || book.contains(&format!("| {word} ")),
            "the codebook does not name `{word}`"
        );
    }
    for theme in NormGraph::embedded().themes() {
        assert!(theme.norms().count() > 0, "no norm has the theme {theme}");
    }
}
