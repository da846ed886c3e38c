//! What a test needs that the machine has not, and never pretends to have.

use super::suite_test::SuiteTest;

/// A reason, and the words in a test's text that give it away.
const NEEDS: &[(&str, &[&str])] = &[
    (
        "child processes",
        &[
            "child_process",
            "spawnPromisified",
            "childShouldThrowAndAbort",
            "common/assertSnapshot",
            "'cluster'",
            "node:cluster'",
            "common/report",
            "common.pwdCommand",
        ],
    ),
    ("workers", &["new Worker(", "common/wpt'", "workerData"]),
    (
        "a network",
        &[
            "'http'",
            "'https'",
            "'http2'",
            "'tls'",
            "'net'",
            "'dgram'",
            "'node:http'",
            "'node:https'",
            "'node:http2'",
            "'node:tls'",
            "'node:net'",
            "'node:dgram'",
            "common/internet",
            "common/http2",
            "'_http_",
            "'_tls_",
            "common/udp",
            "fetch(",
            "common/dns",
            "tcp_wrap",
            "pipe_wrap",
            "js_stream'",
            "stream_wrap'",
            "'internal/js_stream_socket'",
        ],
    ),
    ("the inspector", &["inspector", "common/debugger", "--inspect"]),
    ("the REPL", &["'repl'", "'node:repl'", "common/repl"]),
    ("a terminal", &["tty_wrap", "isatty(", "ReadStream(0)", "getTTYfd"]),
    ("signals", &["signal_wrap", "process.kill(process.pid"]),
    ("watching files", &["fs.watch", "watchFile", "fs_event_wrap"]),
    ("the permission model", &["--permission", "--experimental-permission"]),
    ("WebAssembly", &["WebAssembly", "'wasi'"]),
    (
        "V8's own machinery",
        &["--allow-natives-syntax", "%Debug", "--abort-on-uncaught", "--expose_externalize", "heapsnapshot", "--snapshot", "--build-snapshot"],
    ),
    ("SQLite", &["sqlite"]),
    (
        "OpenSSL's keys",
        &["test_dsa", "createDiffieHellman", "createECDH", "generateKeyPair", "createSign", "createPrivateKey", "createPublicKey", "X509"],
    ),
    ("compiled addons", &["build/Release", "process.dlopen"]),
];

/// The reason for which the machine can't run a test, if there is one.
pub(super) fn beyond_the_machine(test: &SuiteTest) -> Option<&'static str> {
    NEEDS.iter().find(|(_, words)| test.mentions(words) || test.flags.iter().any(|flag| words.contains(&flag.as_str()))).map(|(reason, _)| *reason)
}
