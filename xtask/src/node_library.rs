//! `cargo xtask node-library`: Node's own JavaScript library, read out of the pinned `node` binary.
//!
//! The result is `target/node-library/node-24.bin`. All numbers are little-endian u32, all text UTF-8:
//! the bytes `NLIB`, the format's version (1), then one raw deflate stream that holds a count and, for each module,
//! the length of its id, its id, the length of its source, its source. Modules are sorted by id. Comments are gone (half the weight); every token stands in
//! its line and column, so positions are those of Node's own file.

use crate::project::{self, Project};
use crate::shell::{Explain, Result, fail, read, say, title};
use std::fs;
use std::process::Command;

/// Reads the sources; runs in the pinned node.
const SCRIPT: &str = include_str!("../js/node-library.cjs");

/// What is left out: an id that is one of these or begins with one of these and `/` … unless KEPT says otherwise.
const LEFT_OUT: &[&str] = &[
    "configs",
    "internal/bootstrap",
    "internal/crypto/webcrypto",
    "internal/crypto/webcrypto_util",
    "internal/crypto/ml_dsa",
    "internal/crypto/ml_kem",
    "internal/crypto/x509",
    "internal/debugger",
    "internal/deps",
    "internal/fs/glob",
    "internal/heap_utils",
    "internal/http2",
    "internal/inspector",
    "internal/inspector_async_hook",
    "internal/inspector_network_tracking",
    "internal/main",
    "internal/perf/usertiming",
    "internal/policy",
    "internal/quic",
    "internal/repl",
    "internal/sea",
    "internal/source_map",
    "internal/streams/fast-utf8-stream",
    "internal/streams/iter",
    "internal/tls",
    "internal/test",
    "internal/test_runner",
    "internal/v8_prof_polyfill",
    "internal/v8_prof_processor",
    "internal/wasm_web_api",
    "internal/webstorage",
    "_tls_common",
    "_tls_wrap",
    "http2",
    "https",
    "inspector",
    "quic",
    "repl",
    "sea",
    "sqlite",
    "stream/iter",
    "test",
    "tls",
    "trace_events",
    "wasi",
];

/// What is kept in spite of LEFT_OUT.
const KEPT: &[&str] = &["internal/bootstrap/realm", "internal/deps/cjs-module-lexer/lexer"];

/// Writes the library's file and its licence.
pub(crate) fn extract(project: &Project) -> Result<()> {
    title("Node's own library");
    let lock = fs::read_to_string(project.path("package-lock.json")).explain("package-lock.json can't be read")?;
    let version = crate::setup::npm::node_version(&lock).explain("package-lock.json does not pin the package `node`")?;
    let major = version.split('.').next().unwrap_or(version);
    let folder = project.target("node-library");
    let file = folder.join(format!("node-{major}.bin"));
    let (stamp_file, stamp) = (folder.join("stamp"), format!("{version}\n{LEFT_OUT:?}\n{KEPT:?}\n{SCRIPT}"));
    if file.is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        say(format_args!("   {} is there", file.display()));
        return Ok(());
    }
    project::make_folder(&folder)?;
    write_licence(project)?;
    let mut node = Command::new(project.node());
    // Node's own copy of the parser acorn finds the comments; it is reached through --expose-internals.
    node.args(["--no-warnings", "--expose-internals", "-e", SCRIPT, "--"]).arg(&file).args([LEFT_OUT.join(","), KEPT.join(",")]);
    say(format_args!("   {}", read(&mut node)?.trim_end()));
    project::write(&stamp_file, stamp)
}

/// Node's LICENSE, with the notices of what it contains: the package that carries the binary has it.
fn write_licence(project: &Project) -> Result<()> {
    let packages = [project.path("node_modules/node/node_modules"), project.path("node_modules")];
    for folder in packages {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let licence = entry.path().join("LICENSE");
            let name = entry.file_name();
            let carries_binary =
                ["node-linux", "node-darwin", "node-bin-darwin", "node-win"].iter().any(|head| name.to_string_lossy().starts_with(head));
            if carries_binary && licence.is_file() {
                return project::copy_file(&licence, &project.target("node-library/LICENSE-node.txt"));
            }
        }
    }
    fail("Node's LICENSE is not in node_modules/node: remove node_modules and try again")
}
