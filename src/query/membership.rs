//! Who belonged to a forum on a day.

use crate::answer::{ActRef, Acts};
use crate::model::{Actor, ActorKind, Date, Forum, Verb};
use crate::node::{Node, Ref};

impl<'g> Ref<'g, Forum> {
    /// The memberships that held on a date, in whatever role, in the order in which they began.
    ///
    /// A membership is left out only if it certainly had not begun or certainly had ended; one that is recorded without dates
    /// lasts as long as the forum. The subject of each act is the member, [`Role::of`](crate::Role::of) its verb the role.
    ///
    /// ```
    /// use cybernorms::{NormGraph, Role};
    /// let gge = NormGraph::embedded().forum("un-gge-2021")?;
    /// let members: Vec<_> = gge.members("2020".parse()?).filter(|act| Role::of(act.verb) == Some(Role::Member)).collect();
    /// assert!(members.iter().any(|act| act.subject().id().as_str() == "est"));
    /// assert_eq!(gge.members("2009".parse()?).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn members(self, date: Date) -> impl Iterator<Item = ActRef<'g>> {
        Acts::every(self.view, self.view.graph.roles.of(self.node.index()))
            .into_iter()
            .filter(move |act| !date.certainly_before(act.date) && !act.until.is_some_and(|until| until.certainly_before(date)))
    }

    /// The memberships that gave a say in the forum on a date, in the order in which they began: members, and officers of the same sort
    /// (a person in the chair of a group of states has none); observers, hosts and the secretariat have none.
    ///
    /// A committee or group that is open to all members of its parent and lists none on that day has the parent's, so the object of each
    /// act is the forum that gives the seat.
    ///
    /// ```
    /// use cybernorms::NormGraph;
    /// let graph = NormGraph::embedded();
    /// assert_eq!(graph.forum("un-oewg-2021")?.seats("2020".parse()?).count(), 193, "open to all: those of the Assembly");
    /// assert_eq!(graph.forum("un-gge-2017")?.seats("2017".parse()?).count(), 25);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn seats(self, date: Date) -> impl Iterator<Item = ActRef<'g>> {
        let is_member = |act: &ActRef<'g>| act.verb == Verb::MemberOf;
        let mut seats = self;
        // Parents are few; that they might run in a circle is no reason to go round for ever.
        for _ in 0..8 {
            match seats.parent().and_then(Node::cast::<Forum>) {
                Some(parent) if seats.kind.is_open_to_all() && !seats.members(date).any(|act| is_member(&act)) => seats = parent,
                _ => break,
            }
        }
        let is_person = |act: &ActRef<'g>| act.subject().cast::<Actor>().is_some_and(|actor| actor.kind == ActorKind::Person);
        let of_persons = seats.members(date).any(|act| is_member(&act) && is_person(&act));
        seats.members(date).filter(move |act| match act.verb {
            Verb::MemberOf => true,
            Verb::Chairs | Verb::CoChairs | Verb::ViceChairs => of_persons || !is_person(act),
            _ => false,
        })
    }
}
