//! `internalBinding('module_wrap')`: ES modules as Node's loader holds them (node v24.21.0 `src/module_wrap.cc`).

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::context::ModuleMoment;
use boa_engine::module::{ModuleRequest, ModuleState, Referrer, SyntheticModuleInitializer};
use boa_engine::object::builtins::{JsArray, JsPromise};
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsData, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, Module, Source, js_string};
use boa_gc::{Finalize, Trace};

use crate::host::{Host, host};
use crate::native::{Binding, argument, function, items, keep, kept, native_function, text};
use crate::probe::{Position, place_of_import};
use crate::source::{Place, compile_module, utf16};
use trace::{ModuleId, OutputStream};

/// `ExitCode::kUnsettledTopLevelAwait`.
const UNSETTLED_TOP_LEVEL_AWAIT: i32 = 13;

/// V8's `ModuleImportPhase::kEvaluation`; Node 26 has `kDefer` before it.
fn evaluation_phase(context: &Context) -> i32 {
    if host(context).major() < 26 { 2 } else { 3 }
}

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let class = binding.class(
        "ModuleWrap",
        construct,
        &[
            ("link", 1, link),
            ("getModuleRequests", 0, requests),
            ("instantiate", 0, instantiate),
            ("instantiateSync", 0, instantiate_sync),
            ("evaluate", 2, evaluate),
            ("evaluateSync", 0, evaluate_sync),
            ("setExport", 2, set_export),
            ("getNamespace", 0, namespace),
            ("getNamespaceSync", 0, namespace),
            ("isGraphAsync", 0, has_async_graph),
            ("getStatus", 0, status),
            ("getError", 0, error),
        ],
    )?;
    let prototype = class.get(js_string!("prototype"), binding.context)?;
    if let Some(prototype) = prototype.as_object() {
        let getter = native_function("hasAsyncGraph", 0, has_async_graph, binding.context);
        let property = PropertyDescriptor::builder().get(getter).enumerable(false).configurable(true);
        prototype.define_property_or_throw(js_string!("hasAsyncGraph"), property, binding.context)?;
    }
    binding.functions(&[
        ("setImportModuleDynamicallyCallback", 1, set_import_callback),
        ("setInitializeImportMetaObjectCallback", 1, set_meta_callback),
        ("setImportMetaResolveInitializer", 1, set_meta_resolve),
        ("createRequiredModuleFacade", 1, required_module_facade),
        ("throwIfPromiseRejected", 1, throw_if_rejected),
    ])?;
    Ok(())
}

/// The module behind a `ModuleWrap`.
#[derive(Clone, Trace, Finalize, JsData)]
struct Wrapped {
    module: Module,
}

/// A module that may say `import()` or `import.meta`: its `ModuleWrap`, and the symbol by which Node's loader knows it.
struct Referring {
    module: Module,
    wrap: JsObject,
    symbol: JsValue,
    /// Its id in the trace; `None` for a synthetic module, and in a run that is not recorded.
    recorded: Option<ModuleId>,
}

/// The program's ES modules.
#[derive(Default)]
struct Modules(RefCell<Vec<Referring>>);

fn referring<T>(module: &Module, context: &Context, get: impl FnOnce(&Referring) -> T) -> Option<T> {
    let host = host(context);
    let modules = host.state::<Modules>();
    let modules = modules.0.borrow();
    modules.iter().find(|known| known.module == *module).map(get)
}

/// The steps of a synthetic module.
#[derive(Trace, Finalize)]
struct Steps {
    callback: JsValue,
    wrap: JsValue,
}

/// `new ModuleWrap(url, context, source, line, column, symbol)` or `new ModuleWrap(url, context, exportNames, evaluationStepsCallback, cjsModule)`.
///
/// # Errors
/// `SyntaxError` in V8's words.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(wrap) = this.as_object() else { return Ok(JsValue::undefined()) };
    let url = text(arguments, 0);
    let names = argument(arguments, 2).as_object();
    let is_synthetic = names.is_some();
    let (module, symbol) = match names {
        Some(names) => (synthetic(&url, &wrap, &names, argument(arguments, 3), context)?, JsValue::undefined()),
        None => {
            let source: Rc<str> = Rc::from(text(arguments, 2));
            let symbol = match argument(arguments, 5) {
                symbol if symbol.is_symbol() => symbol,
                _ => boa_engine::JsSymbol::new(Some(JsString::from(url.as_str()))).map_or(JsValue::undefined(), JsValue::from),
            };
            (compile_module(&url, &path_of(&url), source, context)?, symbol)
        }
    };
    let recorded = if is_synthetic { None } else { record_module(&module, &url, context) };
    let referring = Referring { module: module.clone(), wrap: wrap.clone(), symbol: symbol.clone(), recorded };
    host(context).state::<Modules>().0.borrow_mut().push(referring);
    let properties = [
        ("url", JsString::from(url.as_str()).into()),
        ("synthetic", is_synthetic.into()),
        ("hasTopLevelAwait", module.has_top_level_await().into()),
        ("sourceMapURL", JsValue::undefined()),
        ("sourceURL", JsValue::undefined()),
    ];
    for (name, value) in properties {
        wrap.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    if host(context).major() < 24 {
        // `hasTopLevelAwait` was a method then.
        let has_await = native_function("hasTopLevelAwait", 0, has_top_level_await, context);
        wrap.create_data_property_or_throw(js_string!("hasTopLevelAwait"), has_await, context)?;
    }
    if is_synthetic && argument(arguments, 4).is_object() {
        let symbol = host(context).symbol("imported_cjs_symbol", context)?;
        wrap.set(symbol, argument(arguments, 4), false, context)?;
    }
    let own = host(context).private_symbol("host_defined_option_symbol", context)?;
    wrap.set(own, symbol, false, context)?;
    keep(this, Wrapped { module }, context)?;
    Ok(JsValue::undefined())
}

/// Records a module that was parsed, with its requests.
fn record_module(module: &Module, url: &str, context: &Context) -> Option<ModuleId> {
    let requests: Vec<String> = module.requests().iter().map(|request| request.specifier().to_std_string_lossy()).collect();
    let host = host(context);
    host.record(|recorder, machine| recorder.module_found(machine, url, &requests))
}

/// Records the next moment of a module's life.
pub(crate) fn module_moment(module: &Module, moment: ModuleMoment, context: &Context) {
    if let Some(recorded) = referring(module, context, |referring| referring.recorded).flatten() {
        let host = host(context);
        host.record(|recorder, machine| recorder.module_changed(machine, recorded, moment, context.stack_depth()));
    }
}

/// The file of a module's URL, as a reader knows it.
pub(crate) fn path_of(url: &str) -> String {
    let path = url.strip_prefix("file://").unwrap_or(url);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn synthetic(url: &str, wrap: &JsObject, names: &JsObject, callback: JsValue, context: &mut Context) -> JsResult<Module> {
    let exports = items(&names.clone().into(), context)?.iter().map(|name| name.to_string(context)).collect::<JsResult<Vec<_>>>()?;
    let steps = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |_, steps: &Steps, context| {
            let Some(callback) = steps.callback.as_callable() else { return Ok(()) };
            callback.call(&steps.wrap, &[], context).map(drop)
        },
        Steps { callback, wrap: wrap.clone().into() },
    );
    Ok(Module::synthetic(&exports, steps, Some(Path::new(url).to_path_buf()), None, context))
}

fn module(wrap: &JsValue, context: &mut Context) -> JsResult<Module> {
    let found = kept(wrap, context, |wrapped: &mut Wrapped| wrapped.module.clone());
    found.ok_or_else(|| JsNativeError::typ().with_message("Illegal invocation").into())
}

/// `getModuleRequests()`: `[{ specifier, attributes, phase }]`, in the order of the text.
fn requests(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let module = module(this, context)?;
    let requests = JsArray::new(context)?;
    for request in module.requests() {
        let object = JsObject::with_null_proto();
        object.create_data_property_or_throw(js_string!("specifier"), request.specifier().clone(), context)?;
        let attributes = attributes(&request, context)?;
        object.create_data_property_or_throw(js_string!("attributes"), attributes, context)?;
        object.create_data_property_or_throw(js_string!("phase"), evaluation_phase(context), context)?;
        requests.push(object, context)?;
    }
    Ok(requests.into())
}

fn attributes(request: &ModuleRequest, context: &mut Context) -> JsResult<JsObject> {
    let attributes = JsObject::with_null_proto();
    for attribute in request.attributes() {
        attributes.create_data_property_or_throw(attribute.key().clone(), attribute.value().clone(), context)?;
    }
    Ok(attributes)
}

/// `link(modules)`, before Node 22 `link(specifiers, modules)`: sets the modules that the requests load, in their order.
fn link(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let referrer = module(this, context)?;
    let Some(modules) = arguments.last().and_then(JsValue::as_object) else { return Ok(JsValue::undefined()) };
    for (index, request) in referrer.requests().into_iter().enumerate() {
        let loaded = modules.get(index, context)?;
        referrer.set_loaded(request, module(&loaded, context)?);
    }
    Ok(JsValue::undefined())
}

/// `instantiate()`: links the module and all that it imports.
///
/// # Errors
/// `SyntaxError` where a module has no such export.
fn instantiate(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let module = module(this, context)?;
    match module.link(context) {
        Ok(()) => Ok(JsValue::undefined()),
        Err(error) => {
            let error = error.into_opaque(context)?;
            say_where(&module, &error, context)?;
            Err(JsError::from_opaque(error))
        }
    }
}

/// `instantiateSync()`; before Node 24 it gives whether any module of the graph awaits at its top level.
fn instantiate_sync(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    instantiate(this, arguments, context)?;
    has_async_graph(this, arguments, context)
}

/// Keeps the line that an error speaks of for the top of its stack, as `AppendExceptionLine` does.
fn say_where(root: &Module, error: &JsValue, context: &mut Context) -> JsResult<()> {
    let host = host(context);
    let Some(place) = error.as_object().and_then(|object| missing_export(root, &object, &host, context)) else { return Ok(()) };
    let arrow = crate::fatal::arrow_at_token(&host, &place);
    let symbol = host.private_symbol("arrow_message_private_symbol", context)?;
    if let Some(object) = error.as_object() {
        object.set(symbol, JsString::from(arrow), false, context)?;
    }
    Ok(())
}

fn missing_export(root: &Module, error: &JsObject, host: &Host, context: &mut Context) -> Option<Place> {
    let message = error.get(js_string!("message"), context).ok()?.as_string()?.to_std_string_lossy();
    let (specifier, rest) = message.strip_prefix("The requested module '")?.split_once("' ")?;
    let name = rest.split_once('\'')?.1.strip_suffix('\'')?;
    let scripts = host.scripts.borrow();
    let mut seen: Vec<Module> = Vec::new();
    let mut left = vec![root.clone()];
    while let Some(module) = left.pop() {
        if seen.contains(&module) {
            continue;
        }
        let path = module.path().map(|path| path.to_string_lossy().into_owned());
        let script = path.and_then(|path| scripts.get_key_value(path.as_str()));
        if let Some((path, script)) = script
            && let Some(position) = place_of_import(script.text(), specifier, name)
            && module.state() != ModuleState::Instantiated
        {
            return Some(Place { path: path.clone(), position: position.into() });
        }
        left.extend(module.loaded());
        seen.push(module);
    }
    None
}

/// `evaluate(timeout, breakOnSigint)`: a promise.
fn evaluate(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let module = module(this, context)?;
    Ok(module.evaluate(context)?.into())
}

/// `evaluateSync(filename, parentFilename)`: the module's namespace.
///
/// # Errors
/// The exception of the module's code. Node's own JavaScript has thrown `ERR_REQUIRE_ASYNC_MODULE` before, where it awaits.
fn evaluate_sync(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let module = module(this, context)?;
    let promise = module.evaluate(context)?;
    if let PromiseState::Rejected(error) = promise.state() {
        promise.mark_as_handled(context);
        return Err(JsError::from_opaque(error));
    }
    Ok(module.namespace(context).into())
}

/// `setExport(name, value)` of a synthetic module.
fn set_export(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = argument(arguments, 0).to_string(context)?;
    module(this, context)?.set_synthetic_export(&name, argument(arguments, 1))?;
    Ok(JsValue::undefined())
}

fn namespace(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(module(this, context)?.namespace(context).into())
}

fn status(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let status = match module(this, context)?.state() {
        ModuleState::Uninstantiated => 0,
        ModuleState::Instantiating => 1,
        ModuleState::Instantiated => 2,
        ModuleState::Evaluating => 3,
        ModuleState::Evaluated => 4,
        ModuleState::Errored => 5,
    };
    Ok(JsValue::from(status))
}

fn error(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    match module(this, context)?.error() {
        Some(error) => error.into_opaque(context),
        None => Ok(JsValue::undefined()),
    }
}

fn has_top_level_await(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(module(this, context)?.has_top_level_await().into())
}

fn has_async_graph(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(module(this, context)?.is_graph_async().into())
}

fn set_import_callback(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().import_module_dynamically = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn set_meta_callback(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().initialize_import_meta = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn set_meta_resolve(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().import_meta_resolve = function(arguments, 0);
    Ok(JsValue::undefined())
}

/// `createRequiredModuleFacade(wrap)`: a module with all of `wrap`'s exports and `__esModule`, which `require` gives for an ES module with a default
/// export.
fn required_module_facade(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    const SOURCE: &str = "export * from 'original'; export { default } from 'original'; export const __esModule = true;";
    let original = module(&argument(arguments, 0), context)?;
    let facade = Module::parse(Source::from_utf16(&utf16(SOURCE)), None, context)?;
    for request in facade.requests() {
        facade.set_loaded(request, original.clone());
    }
    facade.link(context)?;
    facade.evaluate(context)?;
    Ok(facade.namespace(context).into())
}

/// `throwIfPromiseRejected(promise)`.
///
/// # Errors
/// The value that the promise was rejected with.
fn throw_if_rejected(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let promise = argument(arguments, 0).as_object().and_then(|object| JsPromise::from_object(object).ok());
    match promise.map(|promise| promise.state()) {
        Some(PromiseState::Rejected(error)) => Err(JsError::from_opaque(error)),
        _ => Ok(JsValue::undefined()),
    }
}

/// `import()` in the program's code: Node's loader answers with a promise.
pub(crate) fn import_module_dynamically(referrer: &Referrer, request: &ModuleRequest, context: &mut Context) -> Option<JsResult<JsObject>> {
    let callback = host(context).callbacks.borrow().import_module_dynamically.clone()?;
    Some(import(&callback, referrer, request, context))
}

fn import(callback: &JsObject, referrer: &Referrer, request: &ModuleRequest, context: &mut Context) -> JsResult<JsObject> {
    let (symbol, name) = match referrer {
        Referrer::Module(module) => {
            let symbol = referring(module, context, |referring| referring.symbol.clone());
            (symbol.unwrap_or_default(), module.path().map(Path::to_path_buf))
        }
        Referrer::Script(script) => {
            let symbol = host(context).symbol("vm_dynamic_import_default_internal", context)?;
            (symbol.into(), script.path().map(Path::to_path_buf))
        }
        Referrer::Realm(_) => (host(context).symbol("vm_dynamic_import_default_internal", context)?.into(), None),
    };
    let name = name.map_or_else(JsValue::undefined, |name| JsString::from(name.to_string_lossy().as_ref()).into());
    let attributes = attributes(request, context)?;
    let mut arguments = vec![symbol, request.specifier().clone().into(), evaluation_phase(context).into(), attributes.into(), name];
    if host(context).major() < 24 {
        // Those versions' callbacks take no phase.
        arguments.remove(2);
    }
    let promise = callback.call(&JsValue::undefined(), &arguments, context)?;
    promise.to_object(context)
}

/// `import.meta`, when it is first asked for.
pub(crate) fn initialize_import_meta(meta: &JsObject, module: &Module, context: &mut Context) {
    let Some(callback) = host(context).callbacks.borrow().initialize_import_meta.clone() else { return };
    let known = referring(module, context, |referring| (referring.symbol.clone(), referring.wrap.clone()));
    let Some((symbol, wrap)) = known else { return };
    if host(context).major() >= 26 && is_default(&symbol, context) {
        // Only a run that was stopped fails here, and ends as it was stopped.
        let _ = default_import_meta(meta, &wrap, context);
        return;
    }
    // Node's own function, which does not throw.
    let _ = callback.call(&JsValue::undefined(), &[symbol, meta.clone().into(), wrap.into()], context);
}

/// Whether a module is the default loader's own.
fn is_default(symbol: &JsValue, context: &mut Context) -> bool {
    let default = host(context).symbol("source_text_module_default_hdo", context);
    default.is_ok_and(|default| JsValue::same_value(&default.into(), symbol))
}

/// `DefaultImportMetaObjectInitializer`, which took the place of `initializeImportMeta` in JavaScript (node v26.10.0 `src/module_wrap.cc`).
fn default_import_meta(meta: &JsObject, wrap: &JsObject, context: &mut Context) -> JsResult<()> {
    let url = wrap.get(js_string!("url"), context)?;
    let text = url.to_string(context)?.to_std_string_lossy();
    if text.starts_with("file:") {
        super::modules::put_paths(meta, &text, context)?;
    }
    let is_main = wrap.get(js_string!("isMain"), context)?.to_boolean();
    meta.create_data_property_or_throw(js_string!("main"), is_main, context)?;
    let resolve = host(context).callbacks.borrow().import_meta_resolve.clone();
    if let Some(resolve) = resolve {
        let resolve = resolve.call(&JsValue::undefined(), std::slice::from_ref(&url), context)?;
        meta.create_data_property_or_throw(js_string!("resolve"), resolve, context)?;
    }
    meta.create_data_property_or_throw(js_string!("url"), url, context)?;
    Ok(())
}

/// Reports an entry module that still awaits when nothing is left to wake it, and sets the exit code, as `EmitProcessExitInternal` does.
pub(crate) fn report_unsettled_await(host: &Host, context: &mut Context) {
    // Only a run that was stopped fails here, and ends as it was stopped.
    let _ = unsettled(host, context);
}

fn unsettled(host: &Host, context: &mut Context) -> JsResult<()> {
    let global = context.global_object();
    let promise = global.get(host.private_symbol("entry_point_promise_private_symbol", context)?, context)?;
    let promise = promise.as_object().and_then(|promise| JsPromise::from_object(promise).ok());
    if promise.is_none_or(|promise| promise.state() != PromiseState::Pending) {
        return Ok(());
    }
    let process = host.callbacks.borrow().process.clone();
    if let Some(process) = process {
        process.set(js_string!("exitCode"), UNSETTLED_TOP_LEVEL_AWAIT, false, context)?;
    }
    let entry = global.get(host.private_symbol("entry_point_module_private_symbol", context)?, context)?;
    if entry.is_object() {
        for (module, line, column) in module(&entry, context)?.stalled() {
            let path = module.path().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
            let place = Position::new(line, column);
            let position = host.scripts.borrow().get(path.as_str()).map_or_else(|| Position::new(line, column), |source| source.to_author(place));
            let place = crate::fatal::arrow(host, &Place { path: path.into(), position }, 1);
            host.output(OutputStream::Stderr, format!("Warning: Detected unsettled top-level await at {place}\n\n\n").as_bytes())?;
        }
    }
    Ok(())
}
