//! A Rust toolchain that compiles for wasm32-unknown-unknown.

use super::debian;
use crate::project::{self, Project};
use crate::shell::{Explain, Failure, Result, fail, on_path, read, run, run_within, say, try_read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The compile target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The name that Debian's toolchain gets in rustup.
const LINKED: &str = "wasm";
/// How long rustup's server may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// Which toolchain compiles wasm.
pub(crate) enum Toolchain {
    /// The one that is active anyway.
    Active,
    /// The rustup toolchain of this name.
    Named(String),
    /// The one whose programs are in this folder (no rustup on the machine).
    At(PathBuf),
}

impl Toolchain {
    /// A `cargo` of this toolchain.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        self.choose(&mut command);
        command
    }

    /// Makes a program use this toolchain when it starts cargo.
    pub(crate) fn choose(&self, command: &mut Command) {
        match self {
            Self::Active => {}
            Self::Named(name) => {
                command.env("RUSTUP_TOOLCHAIN", name);
            }
            Self::At(folder) => {
                command.env("PATH", crate::shell::path_with(std::slice::from_ref(folder)));
            }
        }
        if !matches!(self, Self::Active) {
            // Set by the cargo that started us, for its own compiler's libraries.
            command.env_remove("LD_LIBRARY_PATH").env_remove("CARGO").env_remove("RUSTC");
        }
    }

    /// The folders that PATH must begin with for it.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        if let Self::At(folder) = self { vec![folder.clone()] } else { Vec::new() }
    }

    fn sysroot(&self) -> Option<PathBuf> {
        let mut rustc = Command::new("rustc");
        self.choose(&mut rustc);
        try_read(rustc.args(["--print", "sysroot"])).map(|text| PathBuf::from(text.trim()))
    }

    /// Whether it has the target's standard library and a linker for it.
    fn is_ready(&self) -> bool {
        self.sysroot().is_some_and(|sysroot| has_std(&sysroot) && (has_linker(&sysroot) || on_path("rust-lld").is_some()))
    }
}

fn rustlib(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib")
}

fn has_std(sysroot: &Path) -> bool {
    let folder = rustlib(sysroot).join(TARGET).join("lib");
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".rlib") && (name.starts_with("libstd-") || name.starts_with("libpanic_abort-"))).count() >= 2
}

fn has_linker(sysroot: &Path) -> bool {
    let hosts = fs::read_dir(rustlib(sysroot)).into_iter().flatten().flatten();
    hosts.map(|host| host.path().join("bin/rust-lld")).any(|linker| linker.exists())
}

/// Finds such a toolchain or makes one.
pub(crate) fn find_or_install(project: &Project) -> Result<Toolchain> {
    if Toolchain::Active.is_ready() {
        say(format_args!("   {TARGET}: the active Rust toolchain has it"));
        return Ok(Toolchain::Active);
    }
    let rustup = on_path("rustup").is_some();
    let linked = Toolchain::Named(LINKED.to_owned());
    if rustup && linked.is_ready() {
        say(format_args!("   {TARGET}: the rustup toolchain `{LINKED}` has it"));
        return Ok(linked);
    }
    if rustup {
        say(format_args!("   {TARGET} is missing: asking rustup for it"));
        match run_within(Command::new("rustup").args(["target", "add", TARGET]), PATIENCE) {
            Ok(()) if Toolchain::Active.is_ready() => return Ok(Toolchain::Active),
            Ok(()) => say("   rustup was content, but the target is still not there"),
            Err(Failure(why)) => say(format_args!("   {why}")),
        }
    }
    if !debian::can_install() {
        return fail(format!("The Rust target {TARGET} is missing. With rustup: rustup target add {TARGET}"));
    }
    from_debian(project)?;
    let made = if rustup { linked } else { Toolchain::At(PathBuf::from("/usr/bin")) };
    if made.is_ready() { Ok(made) } else { fail(format!("Debian's Rust is installed, but it still can't compile for {TARGET}.")) }
}

/// Debian's Rust with a standard library for the target, built from Debian's source of it.
fn from_debian(project: &Project) -> Result<()> {
    let packages = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];
    if !(Path::new("/usr/bin/cargo").exists() && Path::new("/usr/bin/lld-22").exists() && Path::new("/usr/bin/cargo-clippy").exists()) {
        debian::install(&packages, &format!("No Rust toolchain here compiles for {TARGET}."))?;
    }
    let debian_rust = Toolchain::At(PathBuf::from("/usr/bin"));
    let sysroot = debian_rust.sysroot().explain("Debian's rustc does not start")?;
    if !has_linker(&sysroot) {
        let host = host(&debian_rust)?;
        let bin = rustlib(&sysroot).join(host).join("bin");
        as_root(Command::new("mkdir").arg("-p").arg(&bin))?;
        as_root(Command::new("ln").args(["-sf", "/usr/bin/lld-22"]).arg(bin.join("rust-lld")))?;
    }
    if !has_std(&sysroot) {
        build_std(project, &debian_rust, &sysroot)?;
    }
    if on_path("rustup").is_some() {
        run(Command::new("rustup").args(["toolchain", "link", LINKED, "/usr"]))?;
    }
    Ok(())
}

fn host(toolchain: &Toolchain) -> Result<String> {
    let mut rustc = Command::new("rustc");
    toolchain.choose(&mut rustc);
    let text = try_read(rustc.arg("-vV")).explain("Debian's rustc does not start")?;
    text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).explain("rustc -vV names no host")
}

/// Compiles an empty crate with `-Zbuild-std` and puts the standard library that comes of it into the sysroot.
fn build_std(project: &Project, toolchain: &Toolchain, sysroot: &Path) -> Result<()> {
    say(format_args!("   building the standard library for {TARGET} (about a minute, once)"));
    let folder = project.target("wasm-std");
    project::remove_folder(&folder)?;
    project::write(
        &folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n[lib]\npath = \"lib.rs\"\n\n[profile.release]\nopt-level = 3\n",
    )?;
    project::write(&folder.join("lib.rs"), "")?;
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--quiet", "--release", "-Zbuild-std=std,panic_abort", "--target", TARGET]);
    // The project's own flags are for the project; bitcode is what link-time optimisation reads.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes").env("CARGO_TARGET_DIR", folder.join("target"));
    run(cargo.current_dir(&folder))?;

    let built = folder.join("target").join(TARGET).join("release/deps");
    let mut libraries: Vec<PathBuf> =
        fs::read_dir(&built).explain("the standard library was not built")?.flatten().map(|entry| entry.path()).collect();
    libraries.retain(|file| {
        let own = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libempty"));
        file.extension().is_some_and(|extension| extension == "rlib") && !own
    });
    libraries.sort();
    let to = rustlib(sysroot).join(TARGET).join("lib");
    say(format_args!("   copying it to {}", to.display()));
    // Beside its place first: a copy cut short must not look like a whole one.
    let beside = to.with_extension("new");
    as_root(Command::new("mkdir").arg("-p").arg(&beside))?;
    as_root(Command::new("cp").args(&libraries).arg(&beside))?;
    as_root(Command::new("rm").arg("-rf").arg(&to))?;
    as_root(Command::new("mv").arg(&beside).arg(&to))?;
    project::remove_folder(&folder)
}

fn as_root(command: &mut Command) -> Result<()> {
    if debian::is_root() {
        return read(command).map(|_| ());
    }
    run(Command::new("sudo").arg(command.get_program()).args(command.get_args()))
}
