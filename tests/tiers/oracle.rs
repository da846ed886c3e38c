//! Real Node: observations of an instrumented program, and the trace of an untouched one.

use std::path::{Path, PathBuf};
use std::process::Command;

use node_lifecycle::v8::tiers::Version;

fn node(version: Version) -> PathBuf {
    let (variable, path) = match version {
        Version::Node24 => ("NODE_24", concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/node/bin/node")),
        Version::Node20 => ("NODE_20", concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/node-20/bin/node")),
    };
    std::env::var_os(variable).map_or_else(|| PathBuf::from(path), PathBuf::from)
}

/// Runs the instrumented text; each record is six numbers.
pub(crate) fn observe(program: &Path, text: &str, version: Version) -> Vec<[i32; 6]> {
    let folder = std::env::temp_dir().join(format!("tiers-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let stem = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (file, log) = (folder.join(format!("{stem}.cjs")), folder.join(format!("{stem}.log")));
    let _ = std::fs::remove_file(&log);
    let mut prelude = std::fs::read_to_string(crate::here("prelude.js")).expect("the prelude");
    prelude = prelude.replace("%IsInternalizedStringP(v)", "v.length < 12");
    // The pauses are for the compilers' threads only.
    let text = text.replace(", 0.05)", ", 0)");
    std::fs::write(&file, prelude + &text).expect("written");
    let output = Command::new(node(version)).arg("--allow-natives-syntax").arg(&file).env("OBSERVATIONS", &log).output().expect("node runs");
    let bytes = std::fs::read(&log).unwrap_or_default();
    assert!(!bytes.is_empty(), "{}: no observations: {}", program.display(), String::from_utf8_lossy(&output.stderr));
    if std::env::var_os("SHOW").is_some() {
        print!("{}", String::from_utf8_lossy(&output.stderr));
    }
    let numbers: Vec<i32> = bytes.chunks_exact(4).map(|bytes| i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).collect();
    numbers.chunks_exact(6).map(|record| [record[0], record[1], record[2], record[3], record[4], record[5]]).collect()
}

/// What Node compiles and throws away, of functions with these names.
pub(crate) fn trace(program: &Path, version: Version, names: &[String]) -> Vec<String> {
    let mut command = Command::new(node(version));
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
