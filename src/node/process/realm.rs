//! A Boa context with Node booted in it.
//!
//! `bootstrap.js` follows node v24.21.0 `lib/internal/bootstrap/{realm,node}.js` step by step, but loads lazily what a program may never use.

use std::path::Path;
use std::rc::Rc;

use boa_engine::context::ContextBuilder;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::hooks::{Hooks, VirtualClock};
use crate::bindings;
use crate::host::{BOOTSTRAP_PATH, Host, host};
use crate::library::Library;
use crate::native::{Native, argument, function, native_function, text};
use crate::source::{OwnScript, OwnSource, evaluate};

const BOOTSTRAP: &str = include_str!("bootstrap.js");
const OPTIONS_PATH: &str = "node:internal/process/pre_execution";
const OPTIONS: &str = include_str!("options.js");
const NODE_18: &str = include_str!("node_18.js");
/// The depth of calls that a program may reach: about the depth that V8 allows small functions (11,000 on a 984 KiB stack).
const RECURSION: usize = 10_400;

/// A booted realm: one per agent.
pub(crate) struct Realm {
    pub(crate) context: Context,
}

impl Realm {
    /// Boots Node's library in a new context.
    ///
    /// # Errors
    /// The exception of the library's own JavaScript while it boots: a defect of ours.
    pub(crate) fn boot(host: &Rc<Host>) -> JsResult<Self> {
        let context = ContextBuilder::new()
            .job_executor(host.clone())
            .host_hooks(Rc::new(Hooks(host.clone())))
            .clock(Rc::new(VirtualClock(host.clone())))
            .build()
            .map_err(|error| boa_engine::JsNativeError::error().with_message(error.to_string()))?;
        let mut realm = Self { context };
        realm.limits();
        realm.run_bootstrap()?;
        Ok(realm)
    }

    /// Sets Boa's own limits far beyond our bounds, so that the bounds come first, with errors in V8's words.
    fn limits(&mut self) {
        let limits = self.context.runtime_limits_mut();
        limits.set_recursion_limit(RECURSION);
        limits.set_stack_size_limit(1 << 22);
        limits.set_loop_iteration_limit(u64::MAX);
        limits.set_backtrace_limit(64);
        let plainly = host(&self.context).major() < 24;
        self.context.call_receivers_functions(plainly);
    }

    fn run_bootstrap(&mut self) -> JsResult<()> {
        let context = &mut self.context;
        crate::v8_builtins::furnish(context)?;
        super::probe_functions::install(context)?;
        let [bootstrap, _] = own_scripts(&host(context).library);
        let boot = bootstrap.compile(context)?.evaluate(context)?;
        let Some(boot) = boot.as_callable() else {
            return Err(boa_engine::JsNativeError::error().with_message("bootstrap.js must evaluate to a function").into());
        };
        let natives = JsObject::with_object_proto(context.intrinsics());
        for (name, native) in NATIVES {
            let function = native_function(name, 0, *native, context);
            natives.create_data_property_or_throw(JsString::from(*name), function, context)?;
        }
        boot.call(&JsValue::undefined(), &[natives.into()], context)?;
        Ok(())
    }
}

/// The scripts that start Node, besides its modules.
pub(crate) fn own_scripts(library: &Library) -> [OwnScript; 2] {
    let bootstrap =
        OwnScript { name: Rc::from("lifecycle/bootstrap"), path: Rc::from(BOOTSTRAP_PATH), around: ["", ""], source: OwnSource::Ours(BOOTSTRAP) };
    // JSON in parentheses is a JavaScript expression, so the code cache has the data too.
    let data = OwnScript {
        name: Rc::from("data/bindings.json"),
        path: Rc::from(BOOTSTRAP_PATH),
        around: ["(", ")"],
        source: OwnSource::Of(library.clone()),
    };
    [bootstrap, data]
}

const NATIVES: &[(&str, Native)] = &[
    ("applyOptions", apply_options),
    ("allowNatives", crate::isolate::allow_natives),
    ("bindingData", binding_data),
    ("collectGarbage", collect_garbage),
    ("extendBinding", extend_binding),
    ("compileFunction", bindings::compile_library_function),
    ("moduleIds", module_ids),
    ("ofNode18", of_node_18),
    ("privateSymbol", private_symbol),
    ("setRequire", set_require),
    ("setSymbols", set_symbols),
    ("setProcess", set_process),
    ("setEmitProcess", set_emit_process),
    ("settings", super::process_object::settings),
    ("setStartObserving", set_start_observing),
    ("setRunMain", set_run_main),
    ("setAsyncWrap", set_async_wrap),
];

/// The function that applies the command line's options, made when it is called for: few programs are given any.
fn apply_options(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    evaluate(OPTIONS, Path::new(OPTIONS_PATH), context)
}

/// The function that adds the parts of bindings that only Node 18 has.
fn of_node_18(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    evaluate(NODE_18, Path::new(BOOTSTRAP_PATH), context)
}

/// `collectGarbage()`: V8's `gc()`.
fn collect_garbage(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).collect_garbage();
    Ok(JsValue::undefined())
}

/// The plain values of every binding, from the pinned binary.
fn binding_data(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [_, data] = own_scripts(&host(context).library);
    data.compile(context)?.evaluate(context)
}

/// `extendBinding(name, object)`: adds our functions; answers whether we have that binding.
fn extend_binding(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(arguments, 0);
    let Some(object) = argument(arguments, 1).as_object() else {
        return Ok(JsValue::from(false));
    };
    bindings::extend(&name, &object, context).map(JsValue::from)
}

fn module_ids(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let ids: Vec<JsValue> = host.library.module_ids().map(|id| JsString::from(id).into()).collect();
    Ok(boa_engine::object::builtins::JsArray::from_iter(ids, context).into())
}

/// A symbol whose properties are never listed, as V8's private symbols.
fn private_symbol(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let symbol = boa_engine::JsSymbol::new_private(Some(JsString::from(text(arguments, 0))));
    Ok(symbol.map(JsValue::from).unwrap_or_default())
}

fn set_require(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().require = function(arguments, 0);
    Ok(JsValue::undefined())
}

/// `setSymbols({ symbols, privateSymbols })`.
fn set_symbols(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().symbols = argument(arguments, 0).as_object();
    Ok(JsValue::undefined())
}

fn set_process(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().process = argument(arguments, 0).as_object();
    Ok(JsValue::undefined())
}

fn set_emit_process(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().emit_process = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn set_start_observing(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().start_observing = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn set_run_main(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().run_main = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn set_async_wrap(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().async_wrap = function(arguments, 0);
    Ok(JsValue::undefined())
}
