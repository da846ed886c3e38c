//! `cargo xtask build`: the page, whole, in `dist/`. `cargo xtask serve` builds a draft of it, in `target/draft/`.

mod code;
mod dist;
mod engine;
mod lessons;
mod licences;
mod page;
mod page_tools;
mod trunk_links;

use crate::cargo_commands::{self, COMMAND_LINE, DRAFT_PROFILE, PAGE_PROFILE};
use crate::node_library;
use crate::project::Project;
use crate::setup::{self, wasm};
use crate::shell::{Result, fail, held, run, say, title};
use crate::times::Times;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread::{self, ScopedJoinHandle};

pub(crate) use page::page_folder;
pub(crate) use page_tools::PageTools;

/// Which page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The one for readers.
    Final,
    /// The one for whoever works on it: its wasm is several times as large, and compiled in a fraction of the time. The engine is the same.
    Draft,
}

impl Kind {
    fn profile(self) -> &'static str {
        match self {
            Self::Final => PAGE_PROFILE,
            Self::Draft => DRAFT_PROFILE,
        }
    }

    /// Where the page is put together.
    pub(crate) fn folder(self, project: &Project) -> PathBuf {
        match self {
            Self::Final => project.path("dist"),
            Self::Draft => project.target("draft-page"),
        }
    }
}

/// `cargo xtask build`.
pub(crate) fn build(project: &Project) -> Result<()> {
    let times = Times::new();
    everything(project, &setup::compiler(project)?, Kind::Final, &times)?;
    title("times");
    say(format_args!("{times}"));
    Ok(())
}

/// Builds everything that the page is made of, and says where it is.
///
/// Compiling the engine ends with minutes on one core, so all that it is not needed for happens beside it.
pub(crate) fn everything(project: &Project, toolchain: &wasm::Toolchain, kind: Kind, times: &Times) -> Result<PathBuf> {
    // Without it the two cargo processes would wait for each other's downloads.
    run(cargo_commands::cargo(project, "fetch", &["--quiet"]).stdin(Stdio::null()))?;
    let (engine, page) = thread::scope(|scope| {
        let page = scope.spawn(|| held(|| beside(project, toolchain, kind, times)));
        let engine = times.part("engine for the browser", || engine::compile(project, toolchain));
        (engine, joined(page))
    });
    let (compiled, (page, tools)) = (engine?, page?);
    let (packed, lessons, code) = thread::scope(|scope| {
        let packed = scope.spawn(|| held(|| times.part("engine, packed", || engine::pack(project, &compiled))));
        let lessons = times.part("lessons", || lessons::record(project, &tools, &compiled));
        let code = times.part("Node's own library, compiled", || code::write(project, &compiled));
        (joined(packed), lessons, code)
    });
    let (engine, lessons, code) = (packed?, lessons?, code?);
    code::check(project, &engine, &code)?;
    let folder = kind.folder(project);
    times.part("page, put together", || dist::assemble(project, &dist::Parts { page, engine, code, lessons }, &folder))?;
    Ok(folder)
}

/// The result of what ran beside something else, whose output is shown now.
fn joined<T>(beside: ScopedJoinHandle<'_, (Result<T>, String)>) -> Result<T> {
    let (result, said) = beside.join().unwrap_or_else(|_| (fail("a part of the build broke off"), String::new()));
    say(format_args!("\n── beside that:{}", said.trim_end()));
    result
}

/// The page's wasm and what the rest needs.
fn beside(project: &Project, toolchain: &wasm::Toolchain, kind: Kind, times: &Times) -> Result<(PathBuf, PageTools)> {
    times.part("npm packages", || setup::npm::install(project))?;
    times.part("Node's own library", || node_library::extract(project))?;
    let tools = times.part("tools for the page, compiled", || PageTools::build(project))?;
    let page =
        times.part(if kind == Kind::Draft { "page's wasm, a draft" } else { "page's wasm" }, || page::build(project, toolchain, &tools, kind))?;
    Ok((page, tools))
}

/// Builds the native program, for speed, and gives its path.
pub(crate) fn command_line(project: &Project) -> Result<PathBuf> {
    run(cargo_commands::cargo(project, "build", COMMAND_LINE).arg("--release"))?;
    Ok(cargo_commands::native_file(project, "release", "node-lifecycle"))
}
