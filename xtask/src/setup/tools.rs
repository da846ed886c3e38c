//! Trunk and wasm-bindgen, at the versions the project pins. From PATH when those are there, else into target/tools.

use crate::project::Project;
use crate::shell::{Result, on_path, run, say, try_read};
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";

/// Where the tools are.
pub(crate) struct Tools {
    /// The `trunk` program.
    pub(crate) trunk: PathBuf,
    /// The folders that `trunk` must find its tools in (wasm-bindgen, wasm-opt).
    pub(crate) folders: Vec<PathBuf>,
}

/// Finds both tools or builds them.
pub(crate) fn find_or_install(project: &Project) -> Result<Tools> {
    let trunk = tool(project, "trunk", "trunk", TRUNK)?;
    let bindgen = tool(project, "wasm-bindgen-cli", "wasm-bindgen", &project.crate_version("wasm-bindgen")?)?;
    let mut folders: Vec<PathBuf> = bindgen.parent().map(Path::to_owned).into_iter().collect();
    // wasm-opt is a script for node: the pinned one runs it.
    folders.extend([project.path("node_modules/.bin"), project.path("node_modules/node/bin")]);
    Ok(Tools { trunk, folders })
}

fn tool(project: &Project, package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let own = project.target("tools/bin").join(program);
    let found = [Some(own.clone()), on_path(program)].into_iter().flatten().find(|file| is_version(file, version));
    if let Some(found) = found {
        say(format_args!("   {program} {version}: {}", found.display()));
        return Ok(found);
    }
    say(format_args!("   {program} {version} is missing: building it into target/tools (some minutes, once)"));
    let install = |locked: bool| {
        let mut command = Command::new("cargo");
        command.args(["install", package, "--version", &format!("={version}"), "--root"]).arg(project.target("tools"));
        // Neither the root's settings nor its target folder are meant for tools.
        command.arg("--target-dir").arg(project.target("tools/build")).env_remove("RUSTFLAGS").current_dir("/");
        if locked {
            command.arg("--locked");
        }
        run(&mut command)
    };
    install(true).or_else(|_| {
        say("   its own lock did not build: trying with the newest versions of its dependencies");
        install(false)
    })?;
    crate::project::remove_folder(&project.target("tools/build"))?;
    Ok(own)
}

fn is_version(program: &Path, version: &str) -> bool {
    let said = try_read(Command::new(program).arg("--version")).unwrap_or_default();
    said.split_whitespace().nth(1) == Some(version)
}
