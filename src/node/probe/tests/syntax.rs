//! Texts that are no programs.

use super::{full, weave};
use crate::probe::{Detail, Goal};

/// Line and column (`-`: node underlines nothing), message and text, as `node --check` of v24.21.0 gave them.
const FROM_NODE: &str = include_str!("syntax.tsv");

#[test]
fn problems_are_told_in_v8s_words() {
    let mut wrong = Vec::new();
    for row in FROM_NODE.lines() {
        let [place, message, text] = row.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let (line, column) = place.split_once(':').unwrap();
        let text = text.replace("\\\\", "\u{1}").replace("\\n", "\n").replace("\\t", "\t").replace('\u{1}', "\\");
        let problem = full(&text).result.expect_err(&text);
        let same = problem.message == message
            && problem.position.line.to_string() == line
            && (column == "-" || problem.position.column.to_string() == column);
        if !same {
            wrong.push(format!("{text:?}: {place} {message}, not {problem:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_wrappers_parameters_are_taken() {
    for name in ["require", "module", "exports", "__filename", "__dirname"] {
        let problem = full(&format!("1\nconst {name} = 1")).result.unwrap_err();
        assert_eq!(problem.message, format!("Identifier '{name}' has already been declared"));
        assert_eq!((problem.position.line, problem.position.column), (2, 7));
        assert!(full(&format!("var {name} = 1")).result.is_ok());
        assert!(full(&format!("{{ const {name} = 1 }}")).result.is_ok());
        assert!(weave(&format!("const {name} = 1"), Goal::Module, Detail::Full).result.is_ok());
    }
}

#[test]
fn modules_are_told_from_scripts() {
    let table = [
        ("import x from 'y'", "Cannot use import statement outside a module"),
        ("export const a = 1", "Unexpected token 'export'"),
        ("import.meta", "Cannot use 'import.meta' outside a module"),
        ("await f", "await is only valid in async functions and the top level bodies of modules"),
    ];
    for (text, message) in table {
        assert_eq!(full(text).result.unwrap_err().message, message);
        assert!(weave(text, Goal::Module, Detail::Full).result.is_ok(), "{text}");
    }
    assert_eq!(weave("return", Goal::Module, Detail::Full).result.unwrap_err().message, "Illegal return statement");
}

#[test]
fn a_refused_text_leaves_the_tables_alone() {
    let woven = full("f(1); @dec class A { m() { f() } }");
    assert_eq!(woven.result.unwrap_err().message, "Invalid or unexpected token");
    assert!(woven.tables.sites.is_empty() && woven.tables.functions.is_empty());
}

/// Ways to nest without end.
const DEEP: [fn(usize) -> String; 20] = [
    |n| "[".repeat(n) + &"]".repeat(n),
    |n| "(".repeat(n) + "1" + &")".repeat(n),
    |n| "{".repeat(n) + &"}".repeat(n),
    |n| "f(".repeat(n) + &")".repeat(n),
    |n| "f(() => ".repeat(n) + "1" + &")".repeat(n),
    |n| "f(1, function () { return ".repeat(n) + "1" + &"})".repeat(n),
    |n| "x => ".repeat(n) + "1",
    |n| "!".repeat(n) + "1",
    |n| "- ".repeat(n) + "1",
    |n| "typeof\n".repeat(n) + "1",
    |n| "new ".repeat(n) + "F",
    |n| "a ? b : ".repeat(n) + "c",
    |n| "a = ".repeat(n) + "1",
    |n| "1 + ".repeat(n) + "1",
    |n| "a".to_owned() + &".b".repeat(n),
    |n| "a".to_owned() + &".b(1)".repeat(n),
    |n| "if (a)\n".repeat(n) + "b",
    |n| "if (a) b\nelse ".repeat(n) + "c",
    |n| "`${".repeat(n) + "1" + &"}`".repeat(n),
    |n| "function f() {".repeat(n) + &"}".repeat(n),
];

/// The deepest text of each kind that is let through.
pub(super) fn deepest() -> impl Iterator<Item = String> {
    DEEP.iter().map(|make| {
        let (mut least, mut most) = (20, 4_000);
        while most - least > 1 {
            let middle = usize::midpoint(least, most);
            if full(&make(middle)).result.is_ok() { least = middle } else { most = middle }
        }
        make(least)
    })
}

/// Runs on a small stack, so that texts that are let through have room to spare.
#[test]
fn deep_texts_are_refused_before_they_are_parsed() {
    let check = || {
        for make in DEEP {
            let problem = full(&make(4_000)).result.expect_err("too deep");
            assert!(problem.message.contains("nests too deeply"), "{problem:?}");
            assert!(full(&make(20)).result.is_ok(), "{}", make(20));
        }
        deepest().for_each(drop);
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(check).unwrap().join().unwrap();
}

#[test]
fn long_texts_are_not_deep_texts() {
    let long = [
        "f(a, b)\n".repeat(5_000),
        "f();".repeat(5_000),
        "if (a) { b() } else { c() }\n".repeat(2_000),
        format!("x = [{}]", "{ a: 1, b: [1, 2] }, ".repeat(5_000)),
        format!("f({})", "1, ".repeat(2_000)),
        format!("switch (a) {{ {} }}", "case 1: case 2:\n".repeat(1_000)),
        "const f = (x) => x\n".to_owned() + &"f(x => x)\nf(`a${f()}b`)\n".repeat(2_000),
        "function f() { return 1 }\n".repeat(2_000),
        format!("class A {{ {} }}", "m() { return this } ".repeat(2_000)),
        "a = b\n".repeat(3_000),
        "x = ".to_owned() + &"'a' +\n".repeat(1_000) + "'c'",
        "p.then(() => { f() })".to_owned() + &".then(() => { f() })".repeat(200),
    ];
    for text in long {
        assert!(full(&text).result.is_ok(), "{:?} {:?}", &text[..40], full(&text).result.err());
    }
}
