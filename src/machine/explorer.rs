//! All the ways a program can go: runs it with one list of choices after another.
//!
//! Each run's questions after its last deviation from plain arithmetic give further lists to run, so that every list is run once. Those that deviate least
//! come first: within a small bound the likely outcomes are found, and without one all of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::choice::ChoiceMade;

/// Which choice lists to run, and what came of those that were.
#[derive(Clone, Debug)]
pub struct Explorer<O> {
    /// By promise, then by number of deviations, then by age.
    waiting: BTreeMap<(Reverse<u64>, usize, usize), Vec<u16>>,
    running: Option<Vec<u16>>,
    outcomes: BTreeMap<O, Vec<u16>>,
    runs: usize,
    /// Lists ever put to `waiting`.
    found: usize,
    most_runs: usize,
}

impl<O: Ord> Explorer<O> {
    /// Gives at most `most_runs` lists, the empty one first.
    #[must_use]
    pub fn new(most_runs: usize) -> Self {
        Self { waiting: BTreeMap::from([((Reverse(0), 0, 0), Vec::new())]), running: None, outcomes: BTreeMap::new(), runs: 0, found: 1, most_runs }
    }

    /// The list to run next; `None` when all are done or the bound is reached.
    pub fn next_choices(&mut self) -> Option<Vec<u16>> {
        if self.runs >= self.most_runs {
            return None;
        }
        let (_, choices) = self.waiting.pop_first()?;
        self.runs += 1;
        self.running = Some(choices.clone());
        Some(choices)
    }

    /// What came of the list that `next_choices` gave last, and the questions that its run was asked.
    pub fn record(&mut self, outcome: O, made: &[ChoiceMade]) {
        self.record_towards(outcome, made, 0);
    }

    /// As `record`, on the way to a certain outcome: `promise` says how near this one came (say, how much of the output agrees), and the nearest are
    /// followed first. `made`: only the questions asked before the two parted, since later ones can't bring them together.
    pub fn record_towards(&mut self, outcome: O, made: &[ChoiceMade], promise: u64) {
        let Some(choices) = self.running.take() else { return };
        let deviations = choices.iter().filter(|taken| **taken > 0).count() + 1;
        for place in choices.len()..made.len() {
            for option in 1..made[place].options {
                let mut list: Vec<u16> = made[..place].iter().map(|choice| choice.taken).collect();
                list.push(option);
                self.waiting.insert((Reverse(promise), deviations, self.found), list);
                self.found += 1;
            }
        }
        self.outcomes.entry(outcome).or_insert(choices);
    }

    /// Every outcome so far with the list that first gave it.
    #[must_use]
    pub fn outcomes(&self) -> &BTreeMap<O, Vec<u16>> {
        &self.outcomes
    }

    #[must_use]
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// Nothing is left to run: the outcomes are all there are.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.waiting.is_empty() && self.running.is_none()
    }
}

/// Runs `run` with one choice list after another, at most `most_runs` times.
pub fn explore<O: Ord>(most_runs: usize, mut run: impl FnMut(&[u16]) -> (O, Vec<ChoiceMade>)) -> Explorer<O> {
    let mut explorer = Explorer::new(most_runs);
    while let Some(choices) = explorer.next_choices() {
        let (outcome, made) = run(&choices);
        explorer.record(outcome, &made);
    }
    explorer
}

/// Looks for the choices that make a run say exactly `wanted`: at most `most_runs` runs of `run`, which gives what was said and when (virtual nanoseconds), piece
/// by piece, and the questions asked. With `Costs::on_a_busy_computer` this is how a run of real Node is compared: some ten runs where enumerating all takes thousands.
pub fn find<T: PartialEq>(wanted: &[T], most_runs: usize, mut run: impl FnMut(&[u16]) -> (Vec<(u64, T)>, Vec<ChoiceMade>)) -> Option<Vec<u16>> {
    let mut explorer = Explorer::new(most_runs);
    while let Some(choices) = explorer.next_choices() {
        let (said, mut made) = run(&choices);
        let agreeing = said.iter().zip(wanted).take_while(|((_, piece), wanted)| piece == *wanted).count();
        if agreeing == wanted.len() && agreeing == said.len() {
            return Some(choices);
        }
        if let Some((parted, _)) = said.get(agreeing) {
            made.retain(|choice| choice.at <= *parted);
        }
        explorer.record_towards((), &made, agreeing as u64);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use trace::ChoiceKind;

    /// Three coins, of which the third is thrown only after two tails.
    fn coins(choices: &[u16]) -> (String, Vec<ChoiceMade>) {
        let mut made = Vec::new();
        let mut throw = || {
            let taken = choices.get(made.len()).copied().unwrap_or(0);
            made.push(ChoiceMade { kind: ChoiceKind::PoolCompletion, taken, options: 2, at: made.len() as u64 });
            taken
        };
        let (a, b) = (throw(), throw());
        let text = if (a, b) == (1, 1) { format!("{a}{b}{}", throw()) } else { format!("{a}{b}") };
        (text, made)
    }

    #[test]
    fn all_ways_each_once() {
        let all = explore(100, coins);
        let names: Vec<&str> = all.outcomes().keys().map(String::as_str).collect();
        assert_eq!(names, ["00", "01", "10", "110", "111"]);
        assert_eq!((all.runs(), all.is_complete()), (5, true));
        assert_eq!(all.outcomes()["111"], [1, 1, 1]);
    }

    #[test]
    fn a_certain_outcome_is_found_sooner() {
        let mut runs = 0;
        let found = find(&['1', '1', '1'], 100, |choices| {
            runs += 1;
            let (text, made) = coins(choices);
            (text.chars().enumerate().map(|(at, letter)| (at as u64, letter)).collect(), made)
        });
        assert_eq!((found, runs), (Some(vec![1, 1, 1]), 4));
    }

    #[test]
    fn the_bound_cuts_and_says_so() {
        let some = explore(3, coins);
        assert_eq!((some.runs(), some.is_complete(), some.outcomes().len()), (3, false, 3));
    }
}
