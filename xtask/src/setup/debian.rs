//! Debian's packages, for what no language registry carries.

use crate::shell::{Result, fail, on_path, run, say, try_read};
use std::process::Command;

/// Whether this is a Debian machine on which we may install packages.
pub(crate) fn can_install() -> bool {
    on_path("apt-get").is_some() && (is_root() || on_path("sudo").is_some())
}

/// Installs packages; `why` completes the sentence "… is missing".
pub(crate) fn install(packages: &[&str], why: &str) -> Result<()> {
    if !can_install() {
        return fail(format!("{why} On Debian: apt-get install {}", packages.join(" ")));
    }
    say(format_args!("   {why} Installing Debian's {}", packages.join(", ")));
    run(apt_get().args(["update", "-qq"]))?;
    run(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Command {
    let mut command = if is_root() { Command::new("apt-get") } else { Command::new("sudo") };
    if !is_root() {
        command.arg("apt-get");
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this process is root's.
pub(crate) fn is_root() -> bool {
    try_read(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
