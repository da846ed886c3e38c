//! `trunk build` is for those who have Trunk: it must go on making the page that `cargo xtask build` makes.

use super::Tally;
use crate::build::{Kind, page_folder};
use crate::cargo_commands::PAGE_PROFILE;
use crate::project::Project;
use crate::setup::wasm::Toolchain;
use crate::shell::{on_path, path_with, say, try_read};
use std::fs;
use std::process::Command;

/// The files that both make, byte for byte. Not index.html: Trunk leaves a link of its own in it.
const SAME: &[&str] = &["app.js", "app_bg.wasm", "boot.js"];

/// Runs Trunk where it is on PATH with the wasm-bindgen that it needs.
pub(super) fn builds_the_same(project: &Project, toolchain: &Toolchain, tally: &mut Tally) {
    if let Some(missing) = missing(project) {
        return say(format_args!("   skipped: no {missing} on PATH"));
    }
    let page = project.target("trunk-page");
    let mut trunk = Command::new("trunk");
    toolchain.choose(&mut trunk);
    // wasm-opt is a script for node: the pinned one runs it.
    let mut folders = vec![project.path("node_modules/.bin"), project.path("node_modules/node/bin")];
    folders.extend(toolchain.folders());
    // Trunk reads NO_COLOR as a yes or no and refuses the customary `1`. It stays offline, since it would fetch tools of its own.
    trunk.env("PATH", path_with(&folders)).env_remove("NO_COLOR");
    trunk.args(["build", "--release", "--cargo-profile", PAGE_PROFILE, "--skip-version-check", "--offline", "--dist"]).arg(&page);
    if !tally.step("`trunk build`", trunk.current_dir(project.root())) {
        return;
    }
    let ours = page_folder(project, Kind::Final);
    let differ = |name: &&&str| fs::read(page.join(name)).ok() != fs::read(ours.join(name)).ok();
    match SAME.iter().find(differ) {
        None => tally.passed("Trunk's page is ours"),
        Some(name) => {
            say(format_args!("   {} and {} differ", page.join(name).display(), ours.join(name).display()));
            tally.failed("Trunk's page is ours");
        }
    }
}

/// The program that is not there, or not in the version that the page needs.
fn missing(project: &Project) -> Option<String> {
    if on_path("trunk").is_none() {
        return Some("trunk".to_owned());
    }
    let wanted = project.crate_version("wasm-bindgen").unwrap_or_default();
    let said = try_read(Command::new("wasm-bindgen").arg("--version")).unwrap_or_default();
    (said.split_whitespace().nth(1) != Some(&wanted)).then(|| format!("wasm-bindgen {wanted}, which trunk needs,"))
}
