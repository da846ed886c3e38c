//! V8's natives (`--allow-natives-syntax`), answered by the model: `%HaveSameMap(a, b)` and its like.

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::host;
use crate::native::{Native, argument, define_hidden, native_function};
use v8::shapes::{ObjectId, Shapes};

/// Stands in a text where its author wrote `%`: a letter of its own, as wide as that.
const SIGIL: char = 'ǃ';

/// The text with names in place of natives: `%HaveSameMap(` is no ECMAScript. Positions stay as they are.
pub(crate) fn respelled(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut rest = source;
    while let Some(at) = rest.find('%') {
        let (before, behind) = rest.split_at(at);
        out.push_str(before);
        let name = behind[1..].find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(behind.len() - 1);
        let is_native = behind[1..].starts_with(|first: char| first.is_ascii_uppercase()) && behind[1 + name..].starts_with('(');
        out.push(if is_native && !ends_operand(&out) { SIGIL } else { '%' });
        rest = &behind[1..];
    }
    out.push_str(rest);
    out
}

/// Whether a value ends here, so that `%` is the remainder.
fn ends_operand(before: &str) -> bool {
    let before = before.trim_end();
    let word = before.rfind(|character: char| !character.is_alphanumeric() && character != '_' && character != '$').map_or(before, |at| {
        let behind = before[at..].chars().next().map_or(0, char::len_utf8);
        &before[at + behind..]
    });
    match word {
        "return" | "typeof" | "void" | "delete" | "in" | "of" | "case" | "await" | "yield" | "new" | "else" | "do" | "throw" => false,
        "" => before.ends_with([')', ']', '\'', '"', '`']),
        _ => true,
    }
}

/// The option was given.
pub(crate) fn allow(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let eager = argument(arguments, 0).to_boolean();
    // A run that is recorded has its isolate already.
    if !host.isolate.is_started() {
        host.isolate.start(&host, context, false);
    }
    install(context)?;
    if eager {
        host.isolate.with(|isolate| isolate.compilers.allocate_feedback_eagerly());
    }
    host.allows_natives.set(true);
    Ok(JsValue::undefined())
}

fn install(context: &mut Context) -> JsResult<()> {
    let natives: [(&str, Native); 13] = [
        ("HaveSameMap", have_same_map),
        ("HasFastProperties", |this, arguments, context| ask(this, arguments, context, Shapes::has_fast_properties)),
        ("HasSmiElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_smi_elements)),
        ("HasDoubleElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_double_elements)),
        ("HasObjectElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_object_elements)),
        ("HasSmiOrObjectElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_smi_or_object_elements)),
        ("HasHoleyElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_holey_elements)),
        ("HasDictionaryElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_dictionary_elements)),
        ("HasPackedElements", |this, arguments, context| ask(this, arguments, context, |shapes, object| !shapes.has_holey_elements(object))),
        ("HasSloppyArgumentsElements", |this, arguments, context| ask(this, arguments, context, Shapes::has_sloppy_arguments_elements)),
        ("CollectGarbage", collect_garbage),
        ("GetOptimizationStatus", optimization_status),
        ("IsBeingInterpreted", |_, _, _| Ok(true.into())),
    ];
    let global = context.global_object();
    for (name, native) in natives {
        let function = native_function(name, 0, native, context);
        define_hidden(&global, JsString::from(format!("{SIGIL}{name}").as_str()), function, context)?;
    }
    Ok(())
}

fn objects(arguments: &[JsValue], index: usize) -> Option<JsObject> {
    arguments.get(index)?.as_object()
}

fn have_same_map(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let same = objects(arguments, 0).zip(objects(arguments, 1)).and_then(|(a, b)| {
        host(context).isolate.with(|isolate| {
            let (a, b) = (isolate.number(&a), isolate.number(&b));
            isolate.shapes.have_same_map(ObjectId(a), ObjectId(b))
        })
    });
    Ok(same.unwrap_or(false).into())
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a native function")]
fn ask(_: &JsValue, arguments: &[JsValue], context: &mut Context, question: fn(&Shapes, ObjectId) -> bool) -> JsResult<JsValue> {
    let answer = objects(arguments, 0).and_then(|object| {
        host(context).isolate.with(|isolate| {
            let number = isolate.number(&object);
            question(&isolate.shapes, ObjectId(number))
        })
    });
    Ok(answer.unwrap_or(false).into())
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a native function")]
fn optimization_status(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let function = objects(arguments, 0).filter(JsObject::is_callable);
    let status = function.and_then(|function| host(context).isolate.with(|isolate| isolate.optimization_status(&function)));
    Ok(status.map_or(JsValue::undefined(), JsValue::from))
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a native function")]
fn collect_garbage(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    boa_engine::gc::force_collect();
    host(context).isolate.collected();
    Ok(JsValue::undefined())
}
