//! Places inside a record, cheap to name while nothing is wrong.

use crate::locate::Step;

/// A place inside a record: up to four steps of field names and list positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    steps: [Part; 4],
    len: usize,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Field(&'static str),
    Item(usize),
}

impl Spot {
    /// The record itself, that is, its id.
    pub(super) const RECORD: Self = Self { steps: [Part::Item(0); 4], len: 0 };

    /// A field of the record.
    pub(super) const fn field(name: &'static str) -> Self {
        Self::RECORD.then(Part::Field(name))
    }

    /// An item of this list.
    pub(super) const fn item(self, number: usize) -> Self {
        self.then(Part::Item(number))
    }

    /// A field of this part of the record.
    pub(super) const fn of(self, name: &'static str) -> Self {
        self.then(Part::Field(name))
    }

    const fn then(mut self, part: Part) -> Self {
        if self.len < self.steps.len() {
            self.steps[self.len] = part;
            self.len += 1;
        }
        self
    }

    /// The path from the top of the file, given which record of that id it is.
    pub(super) fn path(self, id: &str, nth: usize) -> Vec<Step> {
        if self.len == 0 {
            return vec![Step::Name(id.into(), nth)];
        }
        let inside = self.steps[..self.len].iter().map(|part| match part {
            Part::Field(name) => Step::Key((*name).into(), 0),
            Part::Item(number) => Step::Item(*number),
        });
        std::iter::once(Step::Key(id.into(), nth)).chain(inside).collect()
    }
}
