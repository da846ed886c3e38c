//! The contexts and scripts of `vm` (node v24.21.0 `src/node_contextify.cc`): each context is a realm of its own in the same heap.

use std::cell::RefCell;
use std::path::Path;

use boa_engine::realm::Realm;
use boa_engine::{Context, JsData, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use crate::host::{Host, host};
use crate::native::{Binding, argument, items, number, state, text};
use crate::source::{evaluate, problem};
use crate::v8_builtins::furnish;
use crate::v8_words;

const GLOBAL_PATH: &str = "node:internal/vm/global";
const GLOBAL: &str = include_str!("vm_global.js");

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("ContextifyScript", construct, &[("runInContext", 5, run_in_context)])?;
    binding.functions(&[("makeContext", 7, make_context), ("compileFunction", 10, compile_function)])?;
    Ok(())
}

/// The global object for the realm that is made next; `None`: an ordinary one.
#[derive(Default)]
struct NextGlobal(RefCell<Option<JsObject>>);

/// Takes the global object for the realm that is made now; `None`: an ordinary one.
pub(crate) fn take_next_global(host: &Host) -> Option<JsObject> {
    host.state::<NextGlobal>().0.take()
}

/// The realm behind an object that was contextified.
#[derive(Trace, Finalize, JsData)]
struct VmContext {
    realm: Realm,
}

/// A script that has been read, with its file name.
#[derive(Clone, Trace, Finalize, JsData)]
struct VmScript {
    code: String,
    filename: String,
}

/// `makeContext(sandbox or vm_context_no_contextify, name, origin, strings, wasm, ownMicrotaskQueue, hostDefinedOptionId)`: the object that stands for the context.
fn make_context(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(sandbox) = argument(arguments, 0).as_object() else {
        let realm = context.create_realm()?;
        let global = inside(&realm, context, |context| context.global_object());
        inside(&realm, context, furnish)?;
        contextify(&global, realm, context)?;
        return Ok(global.into());
    };
    let over = evaluate(GLOBAL, Path::new(GLOBAL_PATH), context)?;
    let parts = over.as_callable().map(|over| over.call(&JsValue::undefined(), &[sandbox.clone().into()], context)).transpose()?;
    let parts = parts.unwrap_or_default().to_object(context)?;
    let global = parts.get(JsString::from("global"), context)?.to_object(context)?;
    host(context).state::<NextGlobal>().0.replace(Some(global));
    let realm = context.create_realm()?;
    let own = parts.get(JsString::from("own"), context)?.to_object(context)?;
    own.set_prototype(Some(realm.intrinsics().constructors().object().prototype()));
    inside(&realm, context, furnish)?;
    let connect = parts.get(JsString::from("connect"), context)?;
    if let Some(connect) = connect.as_callable() {
        connect.call(&JsValue::undefined(), &[], context)?;
    }
    contextify(&sandbox, realm, context)?;
    Ok(sandbox.into())
}

/// Marks `object` as the one that stands for a context.
fn contextify(object: &JsObject, realm: Realm, context: &mut Context) -> JsResult<()> {
    let symbol = host(context).private_symbol("contextify_context_private_symbol", context)?;
    let holder = JsObject::from_proto_and_data(None, VmContext { realm });
    object.create_data_property_or_throw(symbol, holder, context)?;
    Ok(())
}

/// The realm that `object` stands for.
fn realm_of(object: &JsValue, context: &mut Context) -> JsResult<Option<Realm>> {
    let Some(object) = object.as_object() else { return Ok(None) };
    let symbol = host(context).private_symbol("contextify_context_private_symbol", context)?;
    let holder = object.get(symbol, context)?;
    Ok(holder.as_object().and_then(|holder| Some(holder.downcast_ref::<VmContext>()?.realm.clone())))
}

/// Runs `work` as code of another realm.
fn inside<R>(realm: &Realm, context: &mut Context, work: impl FnOnce(&mut Context) -> R) -> R {
    let outer = context.enter_realm(realm.clone());
    let result = work(context);
    context.enter_realm(outer);
    result
}

/// `new ContextifyScript(code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext)`.
///
/// # Errors
/// `SyntaxError` in V8's words, of the realm that it is read for.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let code = text(arguments, 0);
    if let Some(message) = problem(v8_words::eval_text(&code, false), context) {
        return Err(syntax_error(message, &argument(arguments, 6), context)?);
    }
    let offsets = "\n".repeat(number(arguments, 2).max(0.0) as usize) + &" ".repeat(number(arguments, 3).max(0.0) as usize);
    let source_map = source_map_url(&code);
    state::keep(this, VmScript { code: offsets + &code, filename: text(arguments, 1) }, context)?;
    let Some(script) = this.as_object() else { return Ok(JsValue::undefined()) };
    script.create_data_property_or_throw(JsString::from("sourceMapURL"), source_map, context)?;
    if argument(arguments, 4).is_object() {
        script.create_data_property_or_throw(JsString::from("cachedDataRejected"), false, context)?;
    }
    Ok(JsValue::undefined())
}

fn syntax_error(message: String, parsing_context: &JsValue, context: &mut Context) -> JsResult<JsError> {
    let make = |context: &mut Context| JsError::from_opaque(JsNativeError::syntax().with_message(message).into_opaque(context).into());
    Ok(match realm_of(parsing_context, context)? {
        Some(realm) => inside(&realm, context, make),
        None => make(context),
    })
}

fn source_map_url(code: &str) -> JsValue {
    let url = code.rsplit_once("//# sourceMappingURL=").and_then(|(_, rest)| rest.split_whitespace().next());
    url.map_or_else(JsValue::undefined, |url| JsString::from(url).into())
}

/// `runInContext(contextified object or null, timeout, displayErrors, breakOnSigint, breakOnFirstLine)`.
fn run_in_context(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(script) = state::kept(this, context, |script: &mut VmScript| script.clone()) else {
        return Ok(JsValue::undefined());
    };
    match realm_of(&argument(arguments, 0), context)? {
        Some(realm) => inside(&realm, context, |context| run(&script, context)),
        None => run(&script, context),
    }
}

fn run(script: &VmScript, context: &mut Context) -> JsResult<JsValue> {
    evaluate(&script.code, Path::new(&script.filename), context)
}

/// `compileFunction(code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, contextExtensions, params, hostDefinedOptionId)`:
/// `{ function, sourceMapURL }`.
///
/// # Errors
/// `SyntaxError` in V8's words.
fn compile_function(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let code = text(arguments, 0);
    let extensions = items(&argument(arguments, 7), context)?;
    let mut parameters = Vec::new();
    for parameter in items(&argument(arguments, 8), context)? {
        parameters.push(parameter.to_string(context)?.to_std_string_lossy());
    }
    if let Some(message) = problem(v8_words::dynamic_function("Function", &parameters, &code), context) {
        return Err(syntax_error(message, &argument(arguments, 6), context)?);
    }
    let names: Vec<String> = (0..extensions.len()).map(|index| format!("extension{index}")).collect();
    let scopes: String = names.iter().flat_map(|name| ["with(", name.as_str(), ")"]).collect();
    let lines = "\n".repeat(number(arguments, 2).max(0.0) as usize);
    let code_of_maker = format!("{lines}(function ({}) {{ {scopes} return function ({}) {{{code}\n}} }})", names.join(","), parameters.join(","));
    let script = VmScript { code: code_of_maker, filename: text(arguments, 1) };
    let make = |context: &mut Context| {
        let maker = run(&script, context)?;
        maker.as_callable().map_or(Ok(JsValue::undefined()), |maker| maker.call(&JsValue::undefined(), &extensions, context))
    };
    let function = match realm_of(&argument(arguments, 6), context)? {
        Some(realm) => inside(&realm, context, make)?,
        None => make(context)?,
    };
    let result = JsObject::with_null_proto();
    result.create_data_property_or_throw(JsString::from("function"), function, context)?;
    result.create_data_property_or_throw(JsString::from("sourceMapURL"), source_map_url(&code), context)?;
    Ok(result.into())
}
