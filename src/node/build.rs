//! Says which engine this is, for the code cache: a sum of all the sources that decide what a text is compiled to.

use std::fs;
use std::path::{Path, PathBuf};

/// All that decides what Boa compiles a text of ours or of Node's to, from the project's folder.
const ENGINE: &[&str] = &["Cargo.lock", "Cargo.toml", "src/node", "target/patched/boa_ast/src", "target/patched/boa_engine/src"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut sum = 0xCBF2_9CE4_8422_2325;
    for part in ENGINE {
        let path = Path::new("../..").join(part);
        println!("cargo::rerun-if-changed={}", path.display());
        add(&path, &mut sum);
    }
    println!("cargo::rustc-env=NODE_LIFECYCLE_ENGINE={sum:016x}");
}

/// Adds a file, or the files of a folder in the order of their names, to an FNV-1a sum.
fn add(path: &Path, sum: &mut u64) {
    let mut within: Vec<PathBuf> = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    within.sort();
    within.iter().for_each(|path| add(path, sum));
    let text = fs::read(path).unwrap_or_default();
    for byte in path.to_string_lossy().bytes().chain(text) {
        *sum = (*sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
}
