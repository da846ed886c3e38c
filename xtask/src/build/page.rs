//! The page's wasm and its glue, as index.html asks for them. Trunk would make the same, of the same index.html.

use super::trunk_links::TrunkLinks;
use super::{Kind, PageTools};
use crate::cargo_commands::{self, PAGE};
use crate::project::{self, Project};
use crate::setup::wasm::Toolchain;
use crate::shell::{Explain, Result, read};
use crate::stamp::Stamp;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a page is bound. Not Trunk's `target/page`.
pub(crate) fn page_folder(project: &Project, kind: Kind) -> PathBuf {
    project.target(&format!("bound-{}", kind.profile()))
}

/// Compiles and binds it; gives the folder.
pub(super) fn build(project: &Project, toolchain: &Toolchain, tools: &PageTools, kind: Kind) -> Result<PathBuf> {
    let index = fs::read_to_string(project.path("index.html")).explain("index.html can't be read")?;
    let links = TrunkLinks::read(&index)?;
    read(cargo_commands::wasm_cargo(project, toolchain, "build", PAGE).args(["--quiet", "--profile", kind.profile()]))?;
    let wasm = cargo_commands::wasm_file(project, kind.profile(), &links.name);
    let copied: Vec<PathBuf> = links.copied.iter().map(|file| project.path(file)).collect();
    let optimisation = links.optimisation.as_deref().filter(|_| kind == Kind::Final);

    let page = page_folder(project, kind);
    let sources: Vec<&Path> = copied.iter().chain([&wasm]).map(PathBuf::as_path).collect();
    let stamp = Stamp::of(project, &format!("page-{}", kind.profile()), &sources, &[&index, &project.crate_version("wasm-bindgen")?])?;
    if page.is_dir() && stamp.holds() {
        return Ok(page);
    }
    project.renew_folder(&page, |fresh| {
        tools.bind(&wasm, fresh, &links.name)?;
        if let Some(level) = optimisation {
            let module = fresh.join(format!("{}_bg.wasm", links.name));
            read(project.npm_program("wasm-opt").arg(format!("-O{level}")).arg(&module).arg("-o").arg(&module))?;
        }
        for file in &copied {
            project::copy_file(file, &fresh.join(file.file_name().unwrap_or_default()))?;
        }
        project::write(&fresh.join("index.html"), &links.html)
    })?;
    stamp.keep()?;
    Ok(page)
}
