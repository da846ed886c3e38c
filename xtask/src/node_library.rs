//! `cargo xtask node-library`: Node's own JavaScript library, read out of each pinned `node` binary.
//!
//! The results are `target/node-library/node-24.bin` and its like. All numbers are little-endian u32, all text UTF-8:
//! the bytes `NLIB`, the format's version (2), Node's version (`24.21.0`) behind its length, the length of the body, then the body as a Zstandard frame. It holds
//! a count and, for each module, the length of its id, its id, the length of its source, its source. Modules are sorted by id;
//! `data/bindings.json` comes last. Comments are gone (half the weight); every token stands in
//! its line and column, so positions are those of Node's own file.

use crate::project::{self, MAJORS, Project, node_package};
use crate::shell::{Explain, Result, fail, read, say};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Reads the sources; runs in the pinned node.
const SCRIPT: &str = concat!(
    "const bindingsData = (() => { const module = {};",
    include_str!("../js/bindings-data.cjs"),
    "return module.exports; })();",
    include_str!("../js/node-library.cjs")
);

/// Packs one file into another. Node 24 is the oldest of ours that can.
const PACK: &str = "const { readFileSync, writeFileSync } = require('fs'), { constants, zstdCompressSync } = require('zlib');
const [from, to] = process.argv.slice(-2);
writeFileSync(to, zstdCompressSync(readFileSync(from), { params: { [constants.ZSTD_c_compressionLevel]: 22 } }));";
const PACKS: u16 = 24;

/// What programs may require, and what the engine itself starts Node with. All that these require when they load comes with them. Requiring any other
/// of Node's modules (http, child_process: sockets and processes come later; of worker_threads there is all but the workers) throws Node's error for what a platform has not.
const ROOTS: &[&str] = &[
    "assert",
    "assert/strict",
    "async_hooks",
    "buffer",
    "console",
    "constants",
    "crypto",
    "diagnostics_channel",
    "dns",
    "dns/promises",
    "domain",
    "events",
    "fs",
    "fs/promises",
    "module",
    "net",
    "os",
    "path",
    "path/posix",
    "path/win32",
    "perf_hooks",
    "process",
    "punycode",
    "querystring",
    "readline",
    "readline/promises",
    "stream",
    "stream/consumers",
    "stream/promises",
    "stream/web",
    "string_decoder",
    "sys",
    "test",
    "timers",
    "timers/promises",
    "tty",
    "url",
    "util",
    "util/types",
    "v8",
    "vm",
    "worker_threads",
    "zlib",
    "internal/abort_controller",
    "internal/async_hooks",
    "internal/bootstrap/realm",
    "internal/console/global",
    "internal/event_target",
    "internal/main/run_main_module",
    "internal/per_context/domexception",
    "internal/per_context/messageport",
    "internal/per_context/primordials",
    "internal/process/execution",
    "internal/process/per_thread",
    "internal/process/promises",
    "internal/process/signal",
    "internal/process/task_queues",
    "internal/process/warning",
];

/// What the modules above require only when it is used, and what such a use is worth. The rest (TLS, HTTP/2, the REPL,
/// undici …) is left out: requiring it says so.
const ON_DEMAND: &[&str] = &[
    "internal/blob",
    "internal/blocklist",
    "internal/cli_table",
    "internal/crypto/aes",
    "internal/crypto/mac",
    "internal/crypto/webcrypto",
    "internal/crypto/webidl",
    "internal/file",
    "internal/fs/cp/cp",
    "internal/fs/cp/cp-sync",
    "internal/fs/rimraf",
    "internal/fs/streams",
    "internal/fs/sync_write_stream",
    "internal/legacy/processbinding",
    "internal/modules/esm/create_dynamic_module",
    "internal/modules/esm/get_format",
    "internal/modules/esm/load",
    "internal/modules/esm/loader",
    "internal/modules/esm/module_job",
    "internal/modules/esm/module_map",
    "internal/modules/esm/resolve",
    "internal/modules/esm/translators",
    "internal/modules/run_main",
    "internal/socketaddress",
    "internal/streams/duplexify",
    "internal/streams/lazy_transform",
    "internal/test/binding",
    "internal/test_runner/mock/mock",
    "internal/test_runner/mock/mock_timers",
    "internal/test_runner/reporter/spec",
    "internal/test_runner/reporter/tap",
    "internal/util/comparisons",
    "internal/util/debuglog",
    "internal/util/parse_args/parse_args",
    "internal/vm/module",
    "internal/webstreams/adapters",
    "internal/webstreams/compression",
    "internal/webstreams/encoding",
    "internal/webstreams/queuingstrategies",
    "internal/webstreams/readablestream",
    "internal/webstreams/transfer",
    "internal/webstreams/transformstream",
    "internal/webstreams/writablestream",
    "internal/worker/js_transferable",
];

/// What only some versions have, with the first and the last of them.
const ONLY_IN: &[(&str, u16, u16)] = &[
    ("_stream_duplex", 18, 24),
    ("_stream_passthrough", 18, 24),
    ("_stream_readable", 18, 24),
    ("_stream_transform", 18, 24),
    ("_stream_writable", 18, 24),
    ("internal/async_local_storage/async_context_frame", 22, LATEST),
    ("internal/async_local_storage/async_hooks", 22, LATEST),
    ("internal/deps/cjs-module-lexer/lexer", 18, 22),
    ("internal/errors/error_source", 22, LATEST),
    ("internal/events/symbols", 20, LATEST),
    ("internal/fs/glob", 22, LATEST),
    ("internal/fs/read/context", 20, LATEST),
    ("internal/fs/read_file_context", 18, 18),
    ("internal/modules/esm/initialize_import_meta", 18, 24),
    ("internal/modules/esm/handle_process_exit", 18, 18),
    ("internal/navigator", 20, LATEST),
    ("internal/process/finalization", 22, LATEST),
    ("internal/streams/fast-utf8-stream", 24, LATEST),
    ("internal/test_runner/snapshot", 22, LATEST),
    ("internal/util/diff", 22, LATEST),
    ("internal/worker/clone_dom_exception", 22, LATEST),
];
const LATEST: u16 = u16::MAX;

/// Writes each version's library, and the licences.
pub(crate) fn extract(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.path("package-lock.json")).explain("package-lock.json can't be read")?;
    project::make_folder(&project.target("node-library"))?;
    MAJORS.iter().try_for_each(|major| extract_one(project, &lock, *major))
}

fn extract_one(project: &Project, lock: &str, major: u16) -> Result<()> {
    let version = crate::setup::npm::node_version(lock, major).explain(format_args!("package-lock.json does not pin Node {major}"))?;
    let folder = project.target("node-library");
    let file = folder.join(format!("node-{major}.bin"));
    let ids = ids(major).join(",");
    let (stamp_file, stamp) = (folder.join(format!("stamp-{major}")), format!("{version}\n{ids}\n{PACK}\n{SCRIPT}"));
    if file.is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        say(format_args!("   {} is there", file.display()));
        return Ok(());
    }
    write_licence(project, major)?;
    let body_file = folder.join("body");
    let mut node = Command::new(project.node_of(major));
    // Node's own copy of the parser acorn finds the comments; it is reached through --expose-internals.
    node.args(["--no-warnings", "--expose-internals", "-e", SCRIPT, "--"]).arg(&body_file).arg(ids);
    let summary = read(&mut node)?;
    let packed = pack(project, version, &body_file)?;
    say(format_args!("   {}, {} kB packed", summary.trim_end(), packed.len() / 1000));
    project::write(&file, packed)?;
    fs::remove_file(&body_file).explain("the library's modules can't be removed")?;
    project::write(&stamp_file, stamp)
}

/// What is packed of a version, with what it requires.
fn ids(major: u16) -> Vec<&'static str> {
    let some = ONLY_IN.iter().filter(|(_, first, last)| (*first..=*last).contains(&major)).map(|(id, ..)| *id);
    ROOTS.iter().chain(ON_DEMAND).copied().chain(some).collect()
}

/// The file's head and the packed body.
fn pack(project: &Project, version: &str, body_file: &Path) -> Result<Vec<u8>> {
    let mut file = b"NLIB\x02\0\0\0".to_vec();
    file.extend(number(version.len() as u64)?);
    file.extend(version.as_bytes());
    file.extend(packed(project, body_file)?);
    Ok(file)
}

/// A file's length, and its bytes as a Zstandard frame.
pub(crate) fn packed(project: &Project, body_file: &Path) -> Result<Vec<u8>> {
    let packed_file = body_file.with_extension("zst");
    read(Command::new(project.node_of(PACKS)).args(["-e", PACK, "--"]).args([body_file, &packed_file]))?;
    let length = fs::metadata(body_file).explain(format_args!("{} can't be read", body_file.display()))?.len();
    let mut bytes = number(length)?.to_vec();
    bytes.extend(fs::read(&packed_file).explain(format_args!("{} can't be read", packed_file.display()))?);
    fs::remove_file(&packed_file).explain(format_args!("{} can't be removed", packed_file.display()))?;
    Ok(bytes)
}

fn number(length: u64) -> Result<[u8; 4]> {
    u32::try_from(length).explain("the library is larger than its format allows").map(u32::to_le_bytes)
}

/// Node's LICENSE, with the notices of what it contains: the package that carries the binary has it.
fn write_licence(project: &Project, major: u16) -> Result<()> {
    let package = node_package(major);
    let packages = [project.path(&format!("node_modules/{package}/node_modules")), project.path("node_modules")];
    for folder in packages {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let licence = entry.path().join("LICENSE");
            let name = entry.file_name();
            let carries_binary =
                ["node-linux", "node-darwin", "node-bin-darwin", "node-win"].iter().any(|head| name.to_string_lossy().starts_with(head));
            if carries_binary && licence.is_file() {
                return project::copy_file(&licence, &project.target(&format!("node-library/LICENSE-node-{major}.txt")));
            }
        }
    }
    fail(format!("Node's LICENSE is not in node_modules/{package}: remove node_modules and try again"))
}
