//! Things with numbers that are one way from one step on and another from the next.

use serde::{Deserialize, Serialize};

use super::StepId;

/// Something is so from a step on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told<T> {
    pub step: StepId,
    /// Which.
    pub id: u32,
    pub now: T,
}

/// All that was told, by what it was told of.
#[derive(Clone, Debug)]
pub struct History<T> {
    told: Vec<Vec<(StepId, T)>>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { told: Vec::new() }
    }
}

impl<T> History<T> {
    pub(super) fn add(&mut self, Told { step, id, now }: Told<T>) {
        let place = id as usize;
        if self.told.len() <= place {
            self.told.resize_with(place + 1, Vec::new);
        }
        self.told[place].push((step, now));
    }

    /// All that was told of one, in order.
    #[must_use]
    pub fn told(&self, id: u32) -> &[(StepId, T)] {
        self.told.get(id as usize).map_or(&[], Vec::as_slice)
    }

    /// How it is at a step, and since when.
    #[must_use]
    pub fn at(&self, id: u32, step: StepId) -> Option<(StepId, &T)> {
        let told = self.told.get(id as usize)?;
        let place = told.partition_point(|(since, _)| *since <= step).checked_sub(1)?;
        told.get(place).map(|(since, now)| (*since, now))
    }

    /// All that there are at a step, with their numbers and since when.
    pub fn all_at(&self, step: StepId) -> impl Iterator<Item = (u32, StepId, &T)> {
        (0..self.told.len()).filter_map(move |place| {
            let id = u32::try_from(place).ok()?;
            self.at(id, step).map(|(since, now)| (id, since, now))
        })
    }

    /// When anything at all was told of first.
    #[must_use]
    pub fn first(&self) -> Option<StepId> {
        self.told.iter().filter_map(|told| told.first()).map(|(step, _)| *step).min()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.told.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }
}
