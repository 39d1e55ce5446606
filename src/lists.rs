//! One list for each of many owners, kept in two flat arrays.

/// A list of `T` for each owner; the order of the input is kept within each list.
#[derive(Debug, Clone)]
pub(crate) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// Sorts pairs of owner and item into lists by counting, in time proportional to their number.
    pub(crate) fn new(owners: usize, pairs: impl Iterator<Item = (usize, T)>) -> Self {
        let pairs: Vec<(usize, T)> = pairs.collect();
        let mut starts = vec![0u32; owners + 1];
        for (owner, _) in &pairs {
            starts[owner + 1] += 1;
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let mut next = starts.clone();
        let mut items: Vec<T> = pairs.iter().map(|(_, item)| *item).collect();
        for (owner, item) in pairs {
            let place = &mut next[owner];
            items[*place as usize] = item;
            *place += 1;
        }
        Self { starts, items }
    }

    /// Every owner with each of its items.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, T)> {
        (0..self.starts.len() - 1).flat_map(|owner| self.of(owner).iter().map(move |item| (owner, *item)))
    }

    /// The list of one owner; empty for an owner that does not exist.
    pub(crate) fn of(&self, owner: usize) -> &[T] {
        match self.starts.get(owner..owner + 2) {
            Some(&[start, end]) => &self.items[start as usize..end as usize],
            _ => &[],
        }
    }
}
