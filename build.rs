//! Bounds the engine's memory in the browser: a program that wants more is stopped, and the tab lives. Says which engine this is, for the code cache.

use std::fs;
use std::path::{Path, PathBuf};

/// All that decides what Boa compiles a text of ours or of Node's to.
const ENGINE: &[&str] = &["Cargo.lock", "Cargo.toml", "src/node", "target/patched/boa_ast/src", "target/patched/boa_engine/src"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // 1 GiB; `src/host/worker.js` knows it too.
        println!("cargo::rustc-link-arg-bin=engine=--max-memory=1073741824");
    }
    if std::env::var_os("CARGO_FEATURE_ENGINE").is_some() {
        let mut sum = 0xCBF2_9CE4_8422_2325;
        for part in ENGINE {
            println!("cargo::rerun-if-changed={part}");
            add(Path::new(part), &mut sum);
        }
        println!("cargo::rustc-env=NODE_LIFECYCLE_ENGINE={sum:016x}");
    }
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
