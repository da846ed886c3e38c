//! Asking both programs, and what to do where real node answers differently from time to time.

use super::{Cache, Oracle, Ours, Outcome, Result, Scratch, difference};
use std::collections::BTreeMap;
use std::path::PathBuf;
use trace::Profile;

/// A program to compare.
pub struct Case {
    /// `area/name.js`.
    pub name: String,
    pub source: String,
    /// What lies beside it when it runs.
    pub helpers: Vec<(PathBuf, Vec<u8>)>,
}

impl Case {
    /// All that its output depends on.
    fn key(&self) -> String {
        let helpers = self.helpers.iter().map(|(path, bytes)| format!("{}\n{}", path.display(), String::from_utf8_lossy(bytes)));
        format!("{}\n{}\n{}", self.name, self.source, helpers.collect::<String>())
    }
}

/// How many of real node's runs must be among what our explorer reaches.
#[derive(Clone, Copy, PartialEq)]
pub enum Needed {
    All,
    Some,
}

/// Both programs, and where they run.
pub struct Comparison {
    pub oracle: Oracle,
    pub ours: Ours,
    scratch: Scratch,
    cache: Cache,
}

impl Comparison {
    pub fn new(profile: Profile) -> Result<Self> {
        let oracle = Oracle::find(profile)?;
        let cache = Cache::new(&format!("{}{}", oracle.version, Oracle::FLAGS.concat()));
        Ok(Self { ours: Ours::find(profile)?, scratch: Scratch::new()?, cache, oracle })
    }

    /// One run of real node, in a folder laid anew: a program may have written files.
    pub fn node(&self, case: &Case) -> Result<Outcome> {
        let file = self.scratch.lay(case)?;
        Ok(self.scratch.portable(&self.oracle.run(&file)?))
    }

    /// What real node once did with this program, or does now.
    pub fn node_once(&self, case: &Case) -> Result<Outcome> {
        let key = case.key();
        if let Some(kept) = self.cache.get(&key) {
            return Ok(kept);
        }
        let outcome = self.node(case)?;
        self.cache.put(&key, &outcome);
        Ok(outcome)
    }

    pub fn forget(&self, case: &Case) {
        self.cache.forget(&case.key());
    }

    /// Real node's one outcome: kept from an earlier run, or what three runs agree on. When they don't, four more decide
    /// whether it was this machine's load once, or the program.
    pub fn node_settled(&self, case: &Case) -> Result<Outcome> {
        let key = case.key();
        if let Some(kept) = self.cache.get(&key) {
            return Ok(kept);
        }
        let mut runs = BTreeMap::<Outcome, (usize, Outcome)>::new();
        for (count, needed) in [(3, 3), (4, 6)] {
            for _ in 0..count {
                let full = self.node(case)?;
                runs.entry(full.compared()).or_insert((0, full)).0 += 1;
            }
            if let Some((_, full)) = runs.values().find(|(agreeing, _)| *agreeing >= needed) {
                self.cache.put(&key, full);
                return Ok(full.clone());
            }
        }
        let mut shown = runs.keys();
        let (first, second) = (shown.next().cloned().unwrap_or_default(), shown.next().cloned().unwrap_or_default());
        Err(format!("real node itself goes either way, and the program is not marked `// nondeterministic`\n{}", difference(&first, &second)))
    }

    pub fn ours(&self, case: &Case) -> Result<Outcome> {
        let file = self.scratch.lay(case)?;
        Ok(self.scratch.portable(&self.ours.run(&file)?))
    }

    /// Ours, while it is recorded.
    pub fn ours_recorded(&self, case: &Case) -> Result<Outcome> {
        let file = self.scratch.lay(case)?;
        Ok(self.scratch.portable(&self.ours.run_recorded(&file)?))
    }

    /// Ours on many programs, in one process.
    pub fn ours_on_all(&self, cases: &[&Case]) -> Result<Vec<Outcome>> {
        let programs = cases.iter().map(|case| Ok((self.scratch.lay(case)?, case.source.clone()))).collect::<Result<Vec<_>>>()?;
        Ok(self.ours.run_many(&programs)?.iter().map(|outcome| self.scratch.portable(outcome)).collect())
    }

    /// Whether the runs of real node are among what our explorer reaches; if not, how. `Ok(None)` is yes.
    pub fn stray(&self, case: &Case, runs: usize, needed: Needed) -> Result<Option<String>> {
        let file = self.scratch.lay(case)?;
        let reached = self.ours.explore(&file)?;
        let mut seen = BTreeMap::<Outcome, usize>::new();
        for _ in 0..runs {
            *seen.entry(self.node(case)?.compared()).or_default() += 1;
        }
        let Some(reached) = reached else {
            println!("{}: real node gave {} outcomes in {runs} runs", case.name, seen.len());
            return Ok(None);
        };
        let reached: Vec<Outcome> = reached.iter().map(|outcome| self.scratch.portable(outcome).compared()).collect();
        if needed == Needed::Some && seen.keys().any(|outcome| reached.contains(outcome)) {
            return Ok(None);
        }
        let rare: Vec<Outcome> = seen.keys().filter(|outcome| !reached.contains(outcome)).cloned().collect();
        // What this machine's load makes late is beyond what the explorer shows a reader: such an outcome is looked for.
        let found = if rare.is_empty() {
            Vec::new()
        } else {
            self.ours.reach(&file, &rare.iter().map(|outcome| self.scratch.local(outcome)).collect::<Vec<_>>())?
        };
        let is_found =
            |(outcome, found): (&Outcome, &Option<Outcome>)| found.as_ref().is_some_and(|found| self.scratch.portable(found).compared() == *outcome);
        let missed = rare.iter().zip(&found).find(|(outcome, found)| !is_found((outcome, found)));
        let Some((missed, times)) = missed.map(|(outcome, _)| (outcome, seen[outcome])) else { return Ok(None) };
        let changes = |outcome: &&Outcome| difference(missed, outcome).lines().filter(|line| line.starts_with(['-', '+'])).count();
        let nearest = reached.iter().min_by_key(changes).map_or_else(String::new, |outcome| difference(missed, outcome));
        Ok(Some(format!("{times} of {runs} runs of real node are not among the {} outcomes explored; the nearest:\n{nearest}", reached.len())))
    }

    /// Removes what a case laid out, once there are many.
    pub fn clear(&self, case: &Case) {
        self.scratch.clear(&case.name);
    }
}
