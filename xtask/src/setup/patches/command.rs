//! `cargo xtask patches open` and `refresh`: what they say to the person at the terminal.

use super::apply;
use super::crates::{PatchedCrate, count, patched_crates, registry_source};
use super::open::{self, Opened};
use super::refresh::refresh;
use super::work::{BASE, Work};
use crate::project::Project;
use crate::shell::{Result, fail, say};

/// Runs `open` or `refresh`.
///
/// # Errors
/// Where there is no such command, or it fails.
pub(crate) fn command(project: &Project, arguments: &[String]) -> Result<()> {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["open"] => open_all(project),
        ["refresh"] => refresh_all(project),
        _ => fail("patches is followed by `open` or `refresh`; docs/patches.md says how they are used"),
    }
}

fn open_all(project: &Project) -> Result<()> {
    let crates = patched_crates(project)?;
    // All before any, so that a failure leaves every one as it was.
    for one in &crates {
        open::check(&one.work)?;
    }
    for one in &crates {
        let source = registry_source(project, &one.name, &one.version)?;
        match open::open(&one.version, &source, &one.patches, &one.work)? {
            Opened::Made => say(format_args!("{}: a commit for each patch, on top of the tag `{BASE}`", one.work.display())),
            Opened::WasOpen => say(format_args!("{}: was open already, and holds what is in patches/", one.work.display())),
        }
    }
    say(format_args!(
        "\nTo edit a patch, change the files there, `git commit --fixup=COMMIT` and `git rebase -i --autosquash {BASE}`.\n\
         A new patch is a commit at the end: its subject gives the file its name, its message says why the patch is there.\n\
         Then `cargo xtask patches refresh` writes patches/ and target/patched."
    ));
    Ok(())
}

fn refresh_all(project: &Project) -> Result<()> {
    let open: Vec<PatchedCrate> = patched_crates(project)?.into_iter().filter(|one| Work::new(&one.work).exists()).collect();
    if open.is_empty() {
        return fail("nothing is open: `cargo xtask patches open` comes first");
    }
    for one in open {
        let done = refresh(&one.version, &one.patches, &one.work)?;
        say(format_args!("patches/{}: {}, {} written, {} removed", one.name, count(done.all), done.written.len(), done.removed.len()));
        for (sign, names) in [('+', done.written), ('-', done.removed)] {
            for name in names {
                say(format_args!("   {sign} {name}"));
            }
        }
    }
    apply(project)
}
