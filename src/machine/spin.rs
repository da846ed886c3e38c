//! The cost of reading the clock. It grows in a loop that only waits for the clock: `while (Date.now() < end);` takes some thousand reads a second,
//! not millions.

use super::clock::MS;
use super::costs::Costs;

/// The number of reads in a row that are ordinary.
const ORDINARY: u32 = 8;
/// The most virtual nanoseconds of work between two reads that count as reads in a row.
const NOTHING_BETWEEN: u64 = 2_000;

/// Clock reads in a row. Times are virtual nanoseconds.
#[derive(Clone, Debug, Default)]
pub(super) struct Spin {
    reads: u32,
    since: u64,
    last: u64,
}

impl Spin {
    /// The cost of a read at `now`, in virtual nanoseconds: a sixteenth of the time waited so far, and never beyond the next millisecond, where the loop may
    /// end.
    pub fn cost(&mut self, now: u64, costs: &Costs) -> u64 {
        if now.saturating_sub(self.last) > NOTHING_BETWEEN {
            (self.reads, self.since) = (0, now);
        }
        self.reads = self.reads.saturating_add(1);
        let cost = if self.reads > ORDINARY { ((now - self.since) / 16).min(costs.clock_read_most) } else { 0 };
        let cost = cost.min(MS - now % MS).max(costs.clock_read);
        self.last = now + cost;
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits until `now` has passed `until`, with `body` ns of work in the loop. Gives the time then, and the number of reads.
    fn wait(until: u64, body: u64) -> (u64, u32) {
        let (mut spin, mut now, mut reads) = (Spin::default(), 10 * MS, 0);
        while now < until {
            now += spin.cost(now, &Costs::default()) + body;
            reads += 1;
        }
        (now, reads)
    }

    #[test]
    fn a_wait_of_seconds_takes_few_reads() {
        let (_, reads) = wait(2_000 * MS, 100);
        assert!(reads < 4_500, "{reads}");
    }

    #[test]
    fn a_wait_ends_when_its_millisecond_begins() {
        for ms in [11, 12, 15, 60] {
            let (end, _) = wait(ms * MS, 100);
            assert!(end - ms * MS < 1_000, "{end}");
        }
    }

    #[test]
    fn reads_with_work_between_stay_cheap() {
        let (end, reads) = wait(11 * MS, 5_000);
        assert!(end - 11 * MS < 6_000 && reads > 190, "{reads}");
    }
}
