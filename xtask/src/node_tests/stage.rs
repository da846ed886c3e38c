//! The suite's files, put together in `target/node-tests/test`: the tests that are asked for in `parallel`, the suite's own `common` under ours, its `fixtures`.

use super::areas;
use super::suite_test::SuiteTest;
use crate::project::{self, Project};
use crate::shell::{Explain, Result, fail};
use std::fs;
use std::path::{Path, PathBuf};

pub(super) struct Stage {
    pub(super) tests: Vec<SuiteTest>,
    common: PathBuf,
    fixtures: PathBuf,
    /// The names in `fixtures`.
    fixture_names: Vec<String>,
}

/// Trees in `fixtures` that no test of ours reads.
const LEFT_OUT: &[&str] = &["snapshot", "test426"];
/// The fixture that `common/fixtures` itself names.
const UTF8_TEXT: &str = "utf8_test_text.txt";
/// A tree that tests read single folders of.
const OF_FOLDERS: &str = "wpt";

impl Stage {
    pub(super) fn prepare(project: &Project, given: &Path, wanted: &[&String]) -> Result<Self> {
        let folder = folder_of_tests(given)?;
        let root = project.target("node-tests/test");
        project::remove_folder(&root)?;
        let (parallel, common, fixtures) = (root.join("parallel"), root.join("common"), root.join("fixtures"));
        for folder in [&parallel, &common, &fixtures] {
            project::make_folder(folder)?;
        }
        // The project's own package.json, further up, would make modules of the tests.
        project::write(&project.target("node-tests/package.json"), "{}\n")?;
        let mut tests = Vec::new();
        for name in names(&folder)? {
            if name.starts_with("test-") && (name.ends_with(".js") || name.ends_with(".mjs")) && areas::is_wanted(&name, wanted) {
                project::copy_file(&folder.join(&name), &parallel.join(&name))?;
                tests.push(SuiteTest::read(&parallel.join(&name))?);
            }
        }
        if tests.is_empty() {
            return fail(format!("{} holds no such test", folder.display()));
        }
        if folder.join("../common").is_dir() {
            copy_all_but(&folder.join("../common"), &common, &["wpt"])?;
        }
        project::copy_folder(&project.path("tests/node_suite/common"), &common)?;
        if folder.join("../fixtures").is_dir() {
            copy_all_but(&folder.join("../fixtures"), &fixtures, LEFT_OUT)?;
        }
        let fixture_names = names(&fixtures)?;
        Ok(Self { tests, common, fixtures, fixture_names })
    }

    /// What a test finds on the machine's disk besides itself: `common`, and of the fixtures those whose names its text holds.
    pub(super) fn mounts(&self, test: &SuiteTest) -> Vec<PathBuf> {
        let mut mounts = vec![self.common.clone()];
        if test.mentions(&["fixtures"]) {
            let is_named =
                |name: &str| test.source.contains(name.split('.').next().unwrap_or(name)) || (name == UTF8_TEXT && test.mentions(&["utf8TestText"]));
            let named = self.fixture_names.iter().filter(|name| is_named(name));
            for name in named {
                if name == OF_FOLDERS {
                    let folders = names(&self.fixtures.join(name)).unwrap_or_default();
                    mounts.extend(folders.iter().filter(|folder| test.source.contains(*folder)).map(|folder| self.fixtures.join(name).join(folder)));
                } else {
                    mounts.push(self.fixtures.join(name));
                }
            }
        }
        mounts
    }
}

/// The folder with the tests of what was given.
fn folder_of_tests(given: &Path) -> Result<PathBuf> {
    let given = fs::canonicalize(given).explain(format_args!("{} can't be read", given.display()))?;
    let candidates = [given.join("test/parallel"), given.join("parallel"), given];
    candidates.into_iter().find(|folder| folder.is_dir()).explain("Node's tests are not there")
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).explain(format_args!("{} can't be read", folder.display()))?;
    let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Copies a folder but for these names in it; a link that leads nowhere is left out.
fn copy_all_but(from: &Path, to: &Path, left_out: &[&str]) -> Result<()> {
    for name in names(from)?.iter().filter(|name| !left_out.contains(&name.as_str())) {
        let (source, copy) = (from.join(name), to.join(name));
        if source.is_dir() && !source.is_symlink() {
            project::make_folder(&copy)?;
            copy_all_but(&source, &copy, &[])?;
        } else if source.is_file() {
            project::copy_file(&source, &copy)?;
        }
    }
    Ok(())
}
