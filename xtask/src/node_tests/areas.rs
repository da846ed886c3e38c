//! Which area of Node a test is about: by the beginning of its name.

/// An area of the suite.
pub(super) struct Area {
    pub(super) name: &'static str,
    /// What the names of its tests begin with, behind `test-`, as whole words.
    heads: &'static [&'static str],
    /// Whether the aim of 90 % is about it.
    pub(super) is_core: bool,
}

const fn core(name: &'static str, heads: &'static [&'static str]) -> Area {
    Area { name, heads, is_core: true }
}

const fn other(name: &'static str, heads: &'static [&'static str]) -> Area {
    Area { name, heads, is_core: false }
}

/// The areas of the table, in its order. Where heads of two areas fit a name, the longest decides.
const AREAS: &[Area] = &[
    core("next-tick", &["next-tick", "process-next-tick"]),
    core("microtask", &["microtask"]),
    core("queue-microtask", &["queue-microtask"]),
    core("timers", &["timers", "timer", "set-timeout", "set-interval", "set-immediate", "immediate"]),
    core("promise", &["promise", "promises", "unhandled", "async-await"]),
    core("events", &["event", "events", "event-emitter"]),
    core("stream", &["stream", "stream2", "stream3", "streams", "readable", "writable", "stream-wrap", "webstream"]),
    other("eventtarget", &["eventtarget", "abortcontroller", "abort-controller", "abortsignal", "aborted"]),
    other("als", &["als", "async-local-storage", "asyncresource", "async-context-frame"]),
    other("async-hooks", &["async-hooks", "async-wrap"]),
    other("fs-readfile", &["fs-readfile", "fs-read-file", "fs-readfilesync"]),
    other("fs", &["fs", "file", "filehandle"]),
    other("buffer", &["buffer", "blob", "btoa", "atob"]),
    other("string-decoder", &["string-decoder"]),
    other("util", &["util"]),
    other("util-inspect", &["util-inspect", "util-format"]),
    other("assert", &["assert"]),
    other("console", &["console"]),
    other("process", &["process"]),
    other("path", &["path"]),
    other("querystring", &["querystring"]),
    other("url", &["url"]),
    other("whatwg", &["whatwg", "webstreams", "structuredclone", "structured-clone", "messageport", "messagechannel", "domexception"]),
    other("zlib", &["zlib"]),
    other("crypto", &["crypto"]),
    other("readline", &["readline"]),
    other("vm", &["vm"]),
    other("module", &["module", "require", "esm", "cjs"]),
    other("error", &["error", "errors", "internal", "exception", "uncaught"]),
    other("diagnostics", &["diagnostics"]),
    other("performance", &["performance", "perf"]),
    other("os", &["os"]),
];

/// The tests that no area of the table is about.
const REST: Area = other("other", &[]);

/// The area of the test of this name (`test-timers-nested.js`).
pub(super) fn of_test(name: &str) -> &'static Area {
    let name = stem(name);
    let fits = |area: &Area| area.heads.iter().filter(|head| begins(name, head)).map(|head| head.len()).max();
    AREAS.iter().filter_map(|area| Some((fits(area)?, area))).max_by_key(|(length, _)| *length).map_or(&REST, |(_, area)| area)
}

/// Whether the test is among those that are asked for: by area, by the beginning of its name, `all`, or nothing for every area of the table.
pub(super) fn is_wanted(name: &str, wanted: &[&String]) -> bool {
    let area = of_test(name).name;
    if wanted.is_empty() {
        return area != REST.name;
    }
    wanted.iter().any(|word| word.as_str() == "all" || word.as_str() == area || (!is_area(word) && stem(name).starts_with(stem(word))))
}

fn is_area(word: &str) -> bool {
    AREAS.iter().any(|area| area.name == word)
}

/// The areas in the table's order, the rest last.
pub(super) fn all() -> impl Iterator<Item = &'static Area> {
    AREAS.iter().chain(std::iter::once(&REST))
}

fn stem(name: &str) -> &str {
    name.strip_prefix("test-").unwrap_or(name)
}

fn begins(name: &str, head: &str) -> bool {
    name.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
}

#[cfg(test)]
mod tests {
    use super::{is_wanted, of_test};

    #[test]
    fn the_longest_head_names_the_area() {
        let table = [
            ("test-timers.js", "timers"),
            ("test-process-next-tick.js", "next-tick"),
            ("test-process-exit.js", "process"),
            ("test-util-inspect-proxy.js", "util-inspect"),
            ("test-stream2-basic.js", "stream"),
            ("test-fs-readfile-fd.js", "fs-readfile"),
            ("test-http-agent.js", "other"),
        ];
        for (name, area) in table {
            assert_eq!(of_test(name).name, area, "{name}");
        }
    }

    #[test]
    fn a_word_is_an_area_or_the_beginning_of_a_name() {
        let (events, head) = ("events".to_owned(), "stream2".to_owned());
        assert!(is_wanted("test-event-emitter-add-listeners.js", &[&events]));
        assert!(!is_wanted("test-stream2-basic.js", &[&events]));
        assert!(is_wanted("test-stream2-basic.js", &[&head]));
        assert!(!is_wanted("test-http-agent.js", &[]));
    }
}
