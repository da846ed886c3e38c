//! States of numbered things (objects, hidden classes, blocks of the heap), each of which holds from one step of the run until the next state.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::StepId;

/// The state that a numbered thing has from a step on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded<T> {
    /// The first step at which it holds.
    pub step: StepId,
    /// The number of the thing, from 0 within its table.
    pub id: u32,
    /// The whole state, not what differs from the one before.
    pub now: T,
}

/// All recorded states of the things of one table, in the order of their steps. It is written as the list of its records.
#[derive(Clone, Debug)]
pub struct History<T> {
    records: Vec<Recorded<T>>,
    /// By number: the positions of that thing's records in `records`. The few numbers of a chunk may be high.
    by_id: BTreeMap<u32, Vec<u32>>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { records: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<T: PartialEq> PartialEq for History<T> {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl<T: Serialize> Serialize for History<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.records.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for History<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Recorded<T>>::deserialize(deserializer).map(Self::from_iter)
    }
}

impl<T> FromIterator<Recorded<T>> for History<T> {
    fn from_iter<I: IntoIterator<Item = Recorded<T>>>(records: I) -> Self {
        let mut history = Self::default();
        records.into_iter().for_each(|record| history.push(record));
        history
    }
}

impl<T> History<T> {
    /// Adds a record, whose step is none before that of the record added last.
    pub fn push(&mut self, record: Recorded<T>) {
        let position = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        self.by_id.entry(record.id).or_default().push(position);
        self.records.push(record);
    }

    /// Adds the records of a later part of the run.
    pub fn append(&mut self, later: Self) {
        later.records.into_iter().for_each(|record| self.push(record));
    }

    fn positions(&self, id: u32) -> &[u32] {
        self.by_id.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The last of the records at these positions whose step is not after `step`.
    fn last_of(&self, positions: &[u32], step: StepId) -> Option<(StepId, &T)> {
        let place = positions.partition_point(|position| self.records[*position as usize].step <= step).checked_sub(1)?;
        let record = &self.records[positions[place] as usize];
        Some((record.step, &record.now))
    }

    /// All states that one thing had, in order, each with the step from which on it held.
    #[must_use]
    pub fn states(&self, id: u32) -> impl DoubleEndedIterator<Item = (StepId, &T)> {
        self.positions(id).iter().map(|position| &self.records[*position as usize]).map(|record| (record.step, &record.now))
    }

    /// The state that one thing has at a step, and the step from which on it holds.
    #[must_use]
    pub fn at(&self, id: u32, step: StepId) -> Option<(StepId, &T)> {
        self.last_of(self.positions(id), step)
    }

    /// The things that there are at a step: for each its number, the step from which on its state holds, and that state.
    pub fn all_at(&self, step: StepId) -> impl Iterator<Item = (u32, StepId, &T)> {
        self.by_id.iter().filter_map(move |(id, positions)| self.last_of(positions, step).map(|(since, now)| (*id, since, now)))
    }

    /// The step of the first record of any thing.
    #[must_use]
    pub fn first(&self) -> Option<StepId> {
        self.records.first().map(|record| record.step)
    }

    /// The number of things, which are numbered from 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.last_key_value().map_or(0, |(id, _)| *id as usize + 1)
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_written_as_its_records_and_read_back_with_its_index() {
        let record = |step, id, now| Recorded { step: StepId(step), id, now };
        let records = vec![record(1, 1, 'a'), record(2, 0, 'b'), record(5, 1, 'c')];
        let history: History<char> = records.clone().into_iter().collect();
        let bytes = postcard::to_allocvec(&history).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&records).unwrap());
        let read: History<char> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(read, history);
        assert_eq!(read.at(1, StepId(4)), Some((StepId(1), &'a')));
        assert_eq!(read.at(0, StepId(1)), None);
        assert_eq!(read.states(1).collect::<Vec<_>>(), [(StepId(1), &'a'), (StepId(5), &'c')]);
        assert_eq!(read.all_at(StepId(9)).collect::<Vec<_>>(), [(0, StepId(2), &'b'), (1, StepId(5), &'c')]);
        assert_eq!(read.first(), Some(StepId(1)));
    }
}
