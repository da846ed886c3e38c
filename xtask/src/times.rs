//! How long each part of a command took, said when it ends and once more in a table.

use crate::shell::{say, title};
use std::fmt::{self, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The parts of one command, in the order in which they ended. Parts may run side by side.
pub(crate) struct Times {
    begun: Instant,
    parts: Mutex<Vec<(String, Duration)>>,
}

impl Times {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), parts: Mutex::new(Vec::new()) }
    }

    /// Does a part under its title, and says afterwards how long it took.
    pub(crate) fn part<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        title(name);
        let (result, time) = timed(work);
        say(format_args!("   {name}: {}", seconds(time)));
        self.note(name, time);
        result
    }

    fn note(&self, name: &str, time: Duration) {
        if let Ok(mut parts) = self.parts.lock() {
            parts.push((name.to_owned(), time));
        }
    }

    /// The whole time since the command began.
    pub(crate) fn whole(&self) -> Duration {
        self.begun.elapsed()
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    (work(), begun.elapsed())
}

/// A duration as it is read: tenths of a second while they count.
pub(crate) fn seconds(time: Duration) -> String {
    match time.as_secs_f64() {
        short if short < 9.95 => format!("{short:.1} s"),
        long => format!("{long:.0} s"),
    }
}

impl fmt::Display for Times {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts.lock().map(|parts| parts.clone()).unwrap_or_default();
        out.write_str(&table(&parts, self.whole()))
    }
}

fn table(parts: &[(String, Duration)], whole: Duration) -> String {
    let mut table = String::new();
    for (name, time) in parts.iter().map(|(name, time)| (name.as_str(), *time)).chain([("all of it", whole)]) {
        let _ = writeln!(table, "   {:>8}  {name}", seconds(time));
    }
    if parts.iter().map(|(_, time)| *time).sum::<Duration>() > whole {
        table.push_str("   (some of these ran side by side)\n");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_each_part_and_the_whole() {
        let parts = [("page".to_owned(), Duration::from_millis(2_340)), ("engine".to_owned(), Duration::from_secs(75))];
        assert_eq!(table(&parts, Duration::from_secs(80)), "      2.3 s  page\n       75 s  engine\n       80 s  all of it\n");
        assert!(table(&parts, Duration::from_secs(76)).ends_with("(some of these ran side by side)\n"));
    }
}
