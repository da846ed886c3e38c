//! A folder of `tests/` with `programs/`, and with `departs.txt`, which lists what departs from real node: `name: reason`, a line each.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;

use crate::project;

/// The programs of a test.
pub struct Fixtures {
    folder: PathBuf,
    departing: RefCell<BTreeSet<String>>,
}

impl Fixtures {
    /// Those of `tests/NAME`.
    ///
    /// # Panics
    /// Where there is no list of what departs.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let folder = project().join("tests").join(name);
        let list = folder.join("departs.txt");
        let list = fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
        let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let departing =
            lines.map(|line| line.split_once(": ").unwrap_or_else(|| panic!("departs.txt gives no reason: {line}")).0.to_owned()).collect();
        Self { folder, departing: RefCell::new(departing) }
    }

    /// The programs in order: those of `FOLDER`, if it names another folder, whose names contain what `ONLY` says.
    ///
    /// # Panics
    /// Where there are none: a test of nothing is a mistake.
    #[must_use]
    pub fn programs(&self) -> Vec<PathBuf> {
        let folder = env::var_os("FOLDER").map_or_else(|| self.folder.join("programs"), PathBuf::from);
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
        programs.retain(|program| program.extension().is_some_and(|extension| extension == "js" || extension == "cjs"));
        if let Ok(only) = env::var("ONLY") {
            programs.retain(|program| stem(program).contains(&only));
        }
        assert!(!programs.is_empty(), "no program in {} has the name that ONLY asks for", folder.display());
        programs.sort();
        programs
    }

    /// Whether some of the programs are left out, so that a name in the list may be one of those.
    #[must_use]
    pub fn are_chosen() -> bool {
        ["ONLY", "FOLDER", "PROFILES"].iter().any(|variable| env::var_os(variable).is_some())
    }

    /// Whether `name` is listed as departing; a name that was asked for counts as met.
    #[must_use]
    pub fn departs(&self, name: &str) -> bool {
        self.departing.borrow_mut().remove(name)
    }

    /// The names of the list that no test has asked for.
    #[must_use]
    pub fn unmet(&self) -> Vec<String> {
        self.departing.borrow().iter().cloned().collect()
    }
}

/// A program's name without its extension.
fn stem(program: &std::path::Path) -> String {
    program.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
