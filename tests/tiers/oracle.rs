//! Real Node: what its compilers do.

use std::path::Path;
use std::process::Command;

use trace::Profile;

/// What Node compiles and throws away, of functions with these names.
pub(crate) fn trace(program: &Path, version: Profile, names: &[String]) -> Vec<String> {
    let mut command = Command::new(support::real_node(version).unwrap_or_else(|sentence| panic!("{sentence}")));
    command.args(["--trace-opt", "--trace-deopt"]);
    if let Ok(extra) = std::env::var("EXTRA") {
        command.args(extra.split(' '));
    }
    let output = command.arg(program).output().expect("node runs");
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    output.lines().filter_map(|line| line_of(line, names)).collect()
}

fn line_of(line: &str, names: &[String]) -> Option<String> {
    let name = || {
        let rest = line.split("<JSFunction ").nth(1)?;
        let name = rest.split("(sfi").next()?.trim().trim_start_matches("get ").to_owned();
        names.contains(&name).then_some(name)
    };
    if line.starts_with("[compiling method") {
        let tier = line.split("(target ").nth(1)?.split(')').next()?.trim_end_matches("_JS");
        return Some(format!("{} {tier}{}", name()?, if line.contains(" OSR") { " osr" } else { "" }));
    }
    if line.starts_with("[bailout (kind: ") {
        let kind = line.split("kind: deopt-").nth(1)?.split(',').next()?;
        let reason = line.split("reason: ").nth(1)?.split("): begin").next()?;
        let tier = if line.contains("<Code MAGLEV>") { "MAGLEV" } else { "TURBOFAN" };
        return Some(format!("{} {kind} {reason} ({tier})", name()?));
    }
    None
}
