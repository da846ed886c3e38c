//! Tables: a source and what becomes of it.

use super::{Woven, full, weave};
use crate::probe::{self, Detail, Goal, strip_markers};
use trace::{FunctionKind, Position, SiteKind};

/// The instrumented text with its marks made visible.
fn shown(woven: &Woven) -> String {
    woven.result.as_ref().unwrap().code.replace("\u{b}\u{c}", "«").replace("\u{c}\u{b}", "»")
}

#[test]
fn statements_and_calls_report_themselves() {
    let table = [
        ("a", "«ʟs(0);»a"),
        ("f()", "«ʟs(0);ʟr(1,(ʟb(1),»f()«))»"),
        ("o.f()", "«ʟs(0);ʟr(1,ʟb(1,»o«)».f()«)»"),
        ("f(a)", "«ʟs(0);ʟr(1,»f(«ʟc(1,»a«)»)«)»"),
        ("f(1, a)", "«ʟs(0);ʟr(1,»f(1, «ʟc(1,»a«,1)»)«)»"),
        ("f(a, 1)", "«let ʟ1;ʟs(0);ʟr(1,»f(«ʟ1=(0,»a«)», «ʟc(1,»1«,ʟ1)»)«)»"),
        ("f(...a)", "«ʟs(0);ʟr(1,»f(«...ʟv(1,[»...a«])»)«)»"),
        ("new F", "«ʟs(0);ʟr(1,»new «(ʟb(1,»F«)))»"),
        ("o?.f()", "«ʟs(0);ʟr(1,»o?.f(«...ʟv(1)»)«)»"),
        ("o?.f().g()", "«ʟs(0);ʟr(1,»o?.f().g(«...ʟv(1)»)«)»"),
        ("x => x", "«ʟs(0);»x => «{ʟe(0,1);ʟs(2,x);return ʟx(2,(»x«))}»"),
        ("return a, b", "«ʟs(0);»return «ʟx(0,(»a, b«))»"),
        ("throw a", "«ʟs(0);»throw «ʟw(0,(»a«))»"),
        ("if (a) b; else c", "«ʟs(0);»if (a) «{ʟs(1);»b;«}» else «{ʟs(2);»c«}»"),
        ("while (a);", "while («(ʟs(0),»a«)»);"),
        ("for (;;) {}", "for (;;) {«ʟs(0);»}"),
        ("for (const x of y) z", "«ʟs(0);»for (const x of y) «{ʟs(1,x);ʟs(2,x);»z«}»"),
        ("try { a } catch (e) { b }", "try { «ʟs(0);»a } catch (e) {«ʟk(1,e);» «ʟs(2,e);»b }"),
        ("'use strict'\nf()", "'use strict'\n«ʟs(0);ʟr(1,(ʟb(1),»f()«))»"),
        ("function f() { 'use strict' }", "function f() { 'use strict' «;ʟe(0,0);»}"),
        ("l: while (a) b", "l: while («(ʟs(0),»a«)») «{ʟs(1);»b«}»"),
        ("l: b", "«ʟs(0);»l: b"),
        ("with (o) f()", "«ʟs(0);»with (o) f()"),
        ("#!node\na", "«//»#!node\n«ʟs(0);»a"),
    ];
    for (source, expected) in table {
        let woven = full(source);
        assert_eq!(shown(&woven), expected, "{source}");
        assert_eq!(strip_markers(&woven.result.unwrap().code), source);
    }
}

#[test]
fn bounds_only_count() {
    let table = [
        ("f(a); while (b) c()", "f(a); while («(ʟg(),»b«)») c()"),
        ("for (;;) {}", "for (;;) {«ʟg();»}"),
        ("for (;;) a", "for (;;) «{ʟg();»a«}»"),
        ("x => f(x)", "x => «(ʟg(),»f(x)«)»"),
        ("throw a", "throw «ʟw(0,(»a«))»"),
    ];
    for (source, expected) in table {
        assert_eq!(shown(&weave(source, Goal::CommonJs, Detail::Bounds)), expected, "{source}");
    }
}

#[test]
fn variables_are_read_only_where_that_cannot_throw() {
    let table = [
        ("let a = 1; a", "«ʟs(0,ʟu);»let a = 1; «ʟs(1,a);»a"),
        ("const a = 1; () => a", "«ʟs(0,ʟu);»const a = 1; «ʟs(1,a);»() => «{ʟe(0,2);ʟs(3,a);return ʟx(3,(»a«))}»"),
        ("() => a; const a = 1", "«ʟs(0,ʟu);»() => «{ʟe(0,1);ʟs(2,ʟt(()=>a));return ʟx(2,(»a«))}»; «ʟs(3,ʟu);»const a = 1"),
        ("const a = 1; f(); function f() { a }", "«ʟs(0,ʟu);»const a = 1; «ʟs(1,a);ʟr(2,(ʟb(2),»f()«))»; function f() { «ʟe(0,3);ʟs(4,a);»a }"),
        (
            "f(); const a = 1; function f() { a }",
            "«ʟs(0,ʟu);ʟr(1,(ʟb(1),»f()«))»; «ʟs(2,ʟu);»const a = 1; function f() { «ʟe(0,3);ʟs(4,ʟt(()=>a));»a }",
        ),
        ("switch (1) { case 0: let a; case 1: a }", "«ʟs(0);»switch (1) { case 0: «ʟs(1,ʟt(()=>a));»let a; case 1: «ʟs(2,ʟt(()=>a));»a }"),
        ("function f(a) { b } let b", "function f(a) { «ʟe(0,0);ʟs(1,a,b);»b } «ʟs(2,ʟu);»let b"),
    ];
    for (source, expected) in table {
        assert_eq!(shown(&full(source)), expected, "{source}");
    }
}

#[test]
fn sites_tell_where_what_and_in_which_function() {
    let woven = full("const o = {\n  m(a) { return a.b.c('é', a, d) }\n}");
    let call = woven.tables.sites.iter().find(|site| site.kind == SiteKind::Call).unwrap();
    assert_eq!(woven.texts.get(call.callee), "a.b.c");
    assert_eq!(call.position, Position { line: 2, column: 17 });
    let function = &woven.tables.functions[call.function.unwrap().index()];
    assert_eq!((woven.texts.get(function.name).as_str(), function.kind), ("m", FunctionKind::Method));
}

#[test]
fn functions_know_their_names_and_kinds() {
    let woven = full(
        "function a() {} const b = () => {}, c = async () => {}; async function* d() {} class E { constructor() {} #f() {} get g() { return 1 } h = () => {} } (function () {})",
    );
    let found: Vec<(String, FunctionKind)> = woven.tables.functions.iter().map(|function| (woven.texts.get(function.name), function.kind)).collect();
    let expected = [
        ("a", FunctionKind::Plain),
        ("b", FunctionKind::Arrow),
        ("c", FunctionKind::Async),
        ("d", FunctionKind::AsyncGenerator),
        ("E", FunctionKind::Constructor),
        ("#f", FunctionKind::Method),
        ("get g", FunctionKind::Method),
        ("h", FunctionKind::Arrow),
        ("", FunctionKind::Plain),
    ];
    assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
}

/// Every token of the source is found again through the map, on its line.
#[test]
fn positions_lead_back() {
    let source = "const s = 'é😀'; f(s, g(1), 2)\r\nif (s) h(s, '😀', f())\u{2028}for (const x of s) f(x, x, s)\n";
    let code = full(source).result.unwrap();
    let place = |text: &str, at: usize| {
        let start = text[..at].rfind(['\n', '\u{2028}']).map_or(0, |line| line + text[line..].chars().next().unwrap().len_utf8());
        let line = 1 + text[..at].matches(['\n', '\u{2028}']).count();
        Position { line: u32::try_from(line).unwrap(), column: u32::try_from(text[start..at].encode_utf16().count()).unwrap() + 1 }
    };
    let (mut written, mut inside) = (0, false);
    for (at, character) in code.code.char_indices() {
        let here = &code.code[at..];
        if here.starts_with("\u{b}\u{c}") {
            inside = true;
        }
        if !inside {
            assert!(source[written..].starts_with(character));
            let compiled = place(&code.code, at);
            let author = code.map.to_author(probe::Position::new(compiled.line, compiled.column));
            assert_eq!(Position::from(author), place(source, written), "{:?}", &here[..here.len().min(20)]);
            written += character.len_utf8();
        }
        if code.code[..at + character.len_utf8()].ends_with("\u{c}\u{b}") {
            inside = false;
        }
    }
    assert_eq!(written, source.len());
}
