//! Programs run the same with and without marks: every snippet of the `.js` files beside this one, on the engine.

use std::fmt::Write;

use boa_engine::{Context, JsString, JsValue, NativeFunction, Source};

use super::{full, weave};
use crate::probe::{Detail, Goal, strip_markers};
use trace::SiteKind;

const FILES: [(&str, &str); 3] =
    [("calls", include_str!("calls.js")), ("functions", include_str!("functions.js")), ("statements", include_str!("statements.js"))];

/// Snippets that Boa 0.22 itself gets wrong without marks: `async => async` is no arrow to it, a `switch` has no temporal dead zone (with marks
/// it has), `continue` to the label of its own `do … while` skips the condition. Real node runs them the same with and without marks.
const ENGINE_DEFECTS: &[&str] = &["unusual identifiers", "switch with lexicals", "continue to a labelled do while"];

/// Probes that check how they are called, and what a program sees of the world.
const PRELUDE: &str = r"
const logged = [], problems = [];
globalThis.log = (...values) => { logged.push(values.map(String).join(' ')); };
const textOf = Function.prototype.toString;
Object.defineProperty(Function.prototype, 'toString', { value: { toString() { return strip(textOf.call(this)); } }.toString, writable: true, configurable: true });
const tell = (text) => { problems.push(text); };
const site = (kind, id) => { if (typeof id !== 'number' || sites[id]?.[0] !== kind) tell(`no ${kind} site: ${String(id)}`); };
const ʟu = { uninitialised: true };
const ʟs = (id, ...values) => { site('Statement', id); if (values.length !== sites[id][1]) tell(`values of ${id}`); };
const ʟe = (f, id) => { site('Entry', id); if (!(f < functions)) tell(`function ${f}`); };
const ʟk = (id) => { site('Statement', id); };
const ʟw = (id, value) => { site('Statement', id); return value; };
const ʟx = (id, value) => { site('Statement', id); return value; };
const ʟc = (id, last, ...others) => { site('Call', id); return last; };
const ʟb = (id, value) => { site('Call', id); return value; };
const ʟv = (id, array = []) => { site('Call', id); if (!Array.isArray(array)) tell(`array of ${id}`); return array; };
const ʟr = (id, value) => { site('Call', id); return value; };
const ʟt = (thunk) => { try { return thunk(); } catch { return ʟu; } };
const ʟg = () => {};
";

fn strip(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> boa_engine::JsResult<JsValue> {
    let text = arguments.first().and_then(JsValue::as_string).unwrap_or_default();
    Ok(JsString::from(strip_markers(&text.to_std_string_lossy())).into())
}

/// Runs a program: the lines that it logged, and the complaints of the probes.
fn run(code: &str, sites: &str, functions: usize) -> (String, String) {
    let mut context = Context::default();
    context.runtime_limits_mut().set_loop_iteration_limit(100_000);
    context.register_global_callable(JsString::from("strip"), 1, NativeFunction::from_fn_ptr(strip)).unwrap();
    context.eval(Source::from_bytes(&format!("const sites = {sites}, functions = {functions};{PRELUDE}"))).unwrap();
    let wrapped = format!("(function (exports, require, module, __filename, __dirname) {{{code}\n}}).call({{}}, {{}})");
    let mut ending = String::new();
    if let Err(error) = context.eval(Source::from_bytes(&wrapped)) {
        write!(ending, "\nthrew {}", error.into_opaque(&mut context).map_or_else(|_| String::new(), |value| value.display().to_string())).unwrap();
    }
    if let Err(error) = context.run_jobs() {
        write!(ending, "\njob threw {error}").unwrap();
    }
    let text = |source: &str, context: &mut Context| {
        let value = context.eval(Source::from_bytes(source)).unwrap();
        value.to_string(context).unwrap().to_std_string_lossy()
    };
    let logged = text("logged.join('\\n')", &mut context);
    (logged + &ending, text("problems.join('\\n')", &mut context))
}

fn snippets() -> impl Iterator<Item = (String, &'static str)> {
    FILES.iter().flat_map(|(file, text)| {
        text.split("//= ").skip(1).map(move |snippet| {
            let (name, code) = snippet.split_once('\n').unwrap();
            (format!("{file}: {name}"), code)
        })
    })
}

#[test]
fn programs_cannot_tell_that_they_are_marked() {
    // The engine's compiler wants more stack than a test's thread has.
    support::on_a_deep_stack(compare_all);
}

fn compare_all() {
    let (mut wrong, mut count) = (String::new(), 0);
    for (name, code) in snippets() {
        if ENGINE_DEFECTS.iter().any(|defect| name.ends_with(defect)) {
            continue;
        }
        count += 1;
        let woven = full(code);
        let instrumented = match woven.result {
            Ok(instrumented) => instrumented,
            Err(problem) => {
                writeln!(wrong, "## {name}\n{problem:?}").unwrap();
                continue;
            }
        };
        assert_eq!(strip_markers(&instrumented.code), code, "{name}");
        let sites: Vec<String> = woven.tables.sites.iter().map(|site| format!("['{:?}',{}]", site.kind, site.visible.len())).collect();
        let expected = run(code, "[]", 0);
        let (logged, problems) = run(&instrumented.code, &format!("[{}]", sites.join(",")), woven.tables.functions.len());
        if logged != expected.0 || !problems.is_empty() {
            writeln!(wrong, "## {name}\n- plain:\n{}\n- marked:\n{logged}\n- probes: {problems}", expected.0).unwrap();
        }
        let bounds = weave(code, Goal::CommonJs, Detail::Bounds).result.unwrap().code;
        assert_eq!(strip_markers(&bounds), code, "{name}");
        let sites: Vec<String> = vec!["['Statement',0]".to_owned(); code.matches("throw").count()];
        let (logged, _) = run(&bounds, &format!("[{}]", sites.join(",")), 0);
        if logged != expected.0 {
            writeln!(wrong, "## {name} (bounds)\n- plain:\n{}\n- marked:\n{logged}", expected.0).unwrap();
        }
    }
    assert!(count >= 120, "only {count} snippets");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_site_has_its_place_in_the_text() {
    for (name, code) in snippets() {
        let woven = full(code);
        let Ok(_) = woven.result else { continue };
        for site in &woven.tables.sites {
            let text = code.get(site.span.start as usize..site.span.end as usize).unwrap_or_else(|| panic!("{name}: {site:?}"));
            assert!(!text.is_empty() && text.trim() == text, "{name}: {text:?}");
            if site.kind == SiteKind::Call {
                assert!(!woven.texts.get(site.callee).is_empty(), "{name}: {text}");
            }
        }
    }
}

/// Texts that are let through fit the stack that the engine has in the browser: 8 MiB, where they take a tenth of what this build takes
/// (480 nested brackets there, 47 here).
#[test]
fn deep_texts_that_are_let_through_fit_the_engines_stack() {
    let check = || {
        for text in super::syntax::deepest() {
            let woven = full(&text);
            run(&text, "[]", 0);
            run(&woven.result.unwrap().code, "[]", 0);
        }
    };
    std::thread::Builder::new().stack_size(48 << 20).spawn(check).unwrap().join().unwrap();
}
