//! The plain properties of `process` (node v24.21.0 `src/node_process_object.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::{CommandLine, EXEC_PATH, host};
use crate::native::argument;

/// `settings(process)`: sets the properties that do not depend on the program. `argv` and `env` follow when it is known.
///
/// # Errors
/// An exception of Boa where a property cannot be defined.
pub(super) fn settings(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(process) = argument(arguments, 0).as_object() else {
        return Ok(JsValue::undefined());
    };
    let version = format!("v{}", host(context).library.version());
    let mut put = |name: &str, value: JsValue| process.create_data_property_or_throw(JsString::from(name), value, context).map(drop);
    put("version", JsString::from(version).into())?;
    put("arch", JsString::from("x64").into())?;
    put("platform", JsString::from("linux").into())?;
    put("pid", JsValue::from(4242))?;
    put("ppid", JsValue::from(4241))?;
    put("debugPort", JsValue::from(9229))?;
    put("title", JsString::from("node").into())?;
    put("execPath", JsString::from(EXEC_PATH).into())?;
    put("argv0", JsString::from("node").into())?;
    let exec_argv = JsArray::new(context)?;
    let env = JsObject::with_object_proto(context.intrinsics());
    process.create_data_property_or_throw(JsString::from("execArgv"), exec_argv, context)?;
    process.create_data_property_or_throw(JsString::from("env"), env, context)?;
    Ok(JsValue::undefined())
}

/// Sets `process.argv` for the entry script and the words behind it, and the environment.
///
/// # Errors
/// An exception of Boa where a property cannot be defined.
pub(super) fn arguments(process: &JsObject, entry: &str, command_line: &CommandLine, pool_size: u16, context: &mut Context) -> JsResult<()> {
    let texts = [EXEC_PATH, entry].into_iter().chain(command_line.arguments.iter().map(String::as_str));
    let argv = JsArray::from_iter(texts.map(|text| JsString::from(text).into()).collect::<Vec<JsValue>>(), context);
    process.create_data_property_or_throw(JsString::from("argv"), argv, context)?;
    let env = process.get(JsString::from("env"), context)?.to_object(context)?;
    let own = [("HOME", "/home/reader"), ("LANG", "C.UTF-8"), ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("TZ", "UTC"), ("USER", "reader")];
    let given = command_line.environment.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in own.into_iter().chain(given) {
        env.define_property_or_throw(
            JsString::from(name),
            PropertyDescriptor::builder().value(JsString::from(value)).writable(true).enumerable(true).configurable(true),
            context,
        )?;
    }
    if pool_size != 4 {
        env.create_data_property_or_throw(JsString::from("UV_THREADPOOL_SIZE"), JsString::from(pool_size.to_string()), context)?;
    }
    Ok(())
}
