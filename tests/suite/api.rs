//! Promises of the types: threads, lifetimes, sizes, and what lookups say.

use cybernorms::{
    Act, ActRef, Acts, Date, DateError, Forum, Id, IdError, LoadError, LookupError, Node, NodeSet, Norm, NormGraph, Ref, View,
};

use crate::small;

#[test]
fn types_keep_their_promises() {
    fn shared<T: Send + Sync>() {}
    fn copied<T: Copy>() {}
    shared::<NormGraph>();
    shared::<Ref<'_, Norm>>();
    shared::<NodeSet<'_>>();
    shared::<LoadError>();
    shared::<LookupError>();
    copied::<View<'_>>();
    copied::<Node<'_>>();
    copied::<Ref<'_, Forum>>();
    copied::<ActRef<'_>>();
    copied::<Acts<'_>>();
    assert!(size_of::<View<'_>>() <= 32 && size_of::<Ref<'_, Norm>>() <= 48 && size_of::<ActRef<'_>>() <= 40);
    assert!(size_of::<Date>() == 4 && size_of::<Act>() <= 24);
}

// Handles of a long-lived graph serve where handles of a short-lived one are asked for. That this compiles is the test.
#[allow(dead_code)]
fn handles_are_covariant<'short>(
    node: Node<'static>,
    norm: Ref<'static, Norm>,
    acts: Acts<'static>,
) -> (Node<'short>, Ref<'short, Norm>, Acts<'short>) {
    (node, norm, acts)
}

#[test]
fn a_wrong_id_is_answered_with_the_right_one() {
    let graph = small();
    let said = |error: LookupError| error.to_string();
    assert_eq!(said(graph.norm("root-nrom").unwrap_err()), "no norm `root-nrom`; did you mean `root-norm`?");
    assert_eq!(said(graph.norm("zebra").unwrap_err()), "no norm `zebra`");
    assert_eq!(said(graph.norm("").unwrap_err()), "no norm ``");
    assert_eq!(said(graph.norm("club").unwrap_err()), "`club` is a forum, not a norm; ask `forum(\"club\")`");
    assert_eq!(said(graph.forum("anna").unwrap_err()), "`anna` is an actor, not a forum; ask `actor(\"anna\")`");
    assert_eq!(said(graph.theme("croe").unwrap_err()), "no theme `croe`; did you mean `core`?");
    assert_eq!(said(graph.resolve("Cluub").unwrap_err()), "no record `Cluub`; did you mean `club`?");
    assert!(said(graph.resolve("norm").unwrap_err()).starts_with("`norm` may be `law-norm` or `root-norm` or"));
    assert_eq!(said(graph.resolve("Kingdom of Blandt").unwrap_err()), "no record `Kingdom of Blandt`; did you mean `bland`?");
    assert!(graph.get("zebra").is_none());
    let long = "x".repeat(5_000);
    assert!(said(graph.norm(&long).unwrap_err()).len() < 100);
}

#[test]
fn wrong_literals_say_how_right_ones_look() {
    let id: IdError = "GGE 2015".parse::<Id>().unwrap_err();
    assert_eq!(
        id.to_string(),
        "`GGE 2015` is not an id; ids are lower-case words joined by single hyphens, such as `gge-2015-13f`"
    );
    let date: DateError = "22.7.2015".parse::<Date>().unwrap_err();
    assert_eq!(date.to_string(), "`22.7.2015` is not a date; write as much as is known: `2015`, `2015-07` or `2015-07-22`");
}

#[test]
fn a_folder_without_data_is_not_an_empty_graph() {
    let missing = NormGraph::load("no/such/folder").unwrap_err().to_string();
    assert!(missing.starts_with("cannot read `no/such/folder`: "), "{missing}");
    let empty = NormGraph::load(crate::path("src")).unwrap_err().to_string();
    assert!(empty.contains("no YAML file below") && empty.contains("`themes.yaml`"), "{empty}");
}

#[test]
fn handles_of_two_graphs_do_not_mix() {
    let (one, two) = (small(), small());
    let (a, b) = (one.norm("root-norm").unwrap(), two.norm("root-norm").unwrap());
    assert!(a != b && a.node() != b.node());
    assert!(!one.norm("root-norm").unwrap().endorsed_by().objects().contains(b.node()));
    assert!(one.now().path(a.node(), b.node()).is_none());
    // Of records of another graph nothing is told, and nothing panics, also where the other graph is larger.
    let large = NormGraph::embedded();
    let (foreign, far) = (large.norm("gge-2015-13f").unwrap(), large.actor("nld").unwrap());
    let (near, club) = (one.actor("bland").unwrap(), one.forum("club").unwrap());
    let positions = one.positions();
    assert!(positions.of(near, foreign).is_none() && positions.of(far, a).is_none() && positions.on(foreign).is_empty());
    assert!(positions.all(far, foreign).is_empty() && positions.changes(far, foreign).is_empty());
    assert!(positions.consensus(foreign, club).is_none() && positions.consensus(a, large.forum("eu").unwrap()).is_none());
    let matrix = positions.matrix(&large.actors().collect(), &large.norms().collect());
    assert!(matrix.actors().len() == 0 && matrix.get(near, a).is_none() && matrix.agreement(far, near).items() == 0);
    assert!(one.now().roll_calls().similarity(far, near).is_none());
    assert!(a.lineage().path_to(foreign.node()).is_none());
    assert!(one.only(&large.norms().collect()).view().norms().next().is_none(), "a set of strangers leaves nothing of its kind");
    assert_eq!(foreign.within(one.now()).view().graph().norms().count(), large.norms().count());
}
