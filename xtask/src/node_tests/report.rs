//! The table of areas, and the list of what failed.

use super::areas::{self, Area};
use super::run::Verdict;
use super::suite_test::SuiteTest;
use crate::shell::say;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// What part of the tests that count has to pass, in percent.
const AIM: usize = 90;

pub(super) struct Report<'a> {
    verdicts: Vec<(&'a SuiteTest, Verdict)>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Count {
    fn add(mut self, verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Passed => self.passed += 1,
            Verdict::Failed(_) => self.failed += 1,
            Verdict::Skipped(_) => self.skipped += 1,
        }
        self
    }

    fn ran(self) -> usize {
        self.passed + self.failed
    }

    fn reaches_the_aim(self) -> bool {
        self.passed * 100 >= self.ran() * AIM
    }

    fn percent(self) -> String {
        if self.ran() == 0 {
            return "–".to_owned();
        }
        let tenths = self.passed * 1000 / self.ran();
        format!("{}.{} %", tenths / 10, tenths % 10)
    }
}

impl<'a> Report<'a> {
    pub(super) fn new(verdicts: Vec<(&'a SuiteTest, Verdict)>) -> Self {
        Self { verdicts }
    }

    fn count(&self, is_counted: impl Fn(&Area) -> bool) -> Count {
        self.verdicts.iter().filter(|(test, _)| is_counted(test.area)).fold(Count::default(), |count, (_, verdict)| count.add(verdict))
    }

    /// Whether the aim is reached over all that ran, or over the core areas where nothing was asked for by name.
    pub(super) fn holds(&self, is_asked_by_name: bool) -> bool {
        self.count(|area| is_asked_by_name || area.is_core).reaches_the_aim()
    }

    pub(super) fn list_failures(&self) {
        for (test, verdict) in &self.verdicts {
            match verdict {
                Verdict::Passed => {}
                Verdict::Failed(reason) => say(format_args!("FAILED  {:14} {}: {reason}", test.area.name, test.name)),
                Verdict::Skipped(reason) => say(format_args!("skipped {:14} {}: {reason}", test.area.name, test.name)),
            }
        }
    }

    fn reasons_for_skipping(&self) -> BTreeMap<&str, usize> {
        let mut reasons = BTreeMap::new();
        for (_, verdict) in &self.verdicts {
            if let Verdict::Skipped(reason) = verdict {
                *reasons.entry(reason.as_str()).or_default() += 1;
            }
        }
        reasons
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let row = |f: &mut Formatter<'_>, name: &str, count: Count| {
            writeln!(f, "{name:<24}{:>8}{:>8}{:>9}{:>10}", count.passed, count.failed, count.skipped, count.percent())
        };
        writeln!(f, "{:<24}{:>8}{:>8}{:>9}", "area", "passed", "failed", "skipped")?;
        for area in areas::all() {
            let count = self.count(|other| other.name == area.name);
            if count.ran() + count.skipped > 0 {
                row(f, area.name, count)?;
            }
        }
        row(f, "timers … streams", self.count(|area| area.is_core))?;
        row(f, "all", self.count(|_| true))?;
        writeln!(f, "skipped:")?;
        for (reason, count) in self.reasons_for_skipping() {
            writeln!(f, "{count:>6}  {reason}")?;
        }
        Ok(())
    }
}
