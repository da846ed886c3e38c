//! Bindings of a few functions each, of which Node's JavaScript needs little: `config`, `mksnapshot`, `options`, `trace_events`, `credentials`,
//! `permission`, `symbols` and the like. One that grows moves to a file of its own.

use boa_engine::object::builtins::{JsArray, JsMap};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::host;
use crate::native::{Binding, items, nothing, number, shared_u8, text};

/// Adds our functions to the small binding `name`. `false`: the name is of none of these.
pub(super) fn extend(name: &str, binding: &mut Binding<'_>) -> JsResult<bool> {
    match name {
        "config" => binding.functions(&[("getDefaultLocale", 0, default_locale)])?,
        "mksnapshot" => {
            let building = shared_u8(1, binding.context)?;
            binding.value("isBuildingSnapshotBuffer", building)?.functions(&[
                ("setSerializeCallback", 1, nothing),
                ("setDeserializeCallback", 1, nothing),
                ("setDeserializeMainFunction", 1, nothing),
            ])?
        }
        "options" => binding.functions(&[("getEmbedderOptions", 0, embedder_options)])?,
        "trace_events" => {
            let enabled = shared_u8(1, binding.context)?;
            binding.value("enabledCategory", enabled)?.functions(&[
                ("getCategoryEnabledBuffer", 1, category_buffer),
                ("setTraceCategoryStateUpdateHandler", 1, nothing),
                ("isTraceCategoryEnabled", 1, no),
                ("hasAgent", 0, no),
                ("trace", 5, nothing),
                ("getEnabledCategories", 0, nothing),
            ])?
        }
        "credentials" => binding.functions(&[("safeGetenv", 1, safe_getenv), ("getTempDir", 0, temp_dir)])?,
        "diagnostics_channel" => {
            binding.functions(&[("linkNativeChannel", 1, nothing), ("notifyChannelActive", 1, nothing), ("notifyChannelInactive", 1, nothing)])?
        }
        "permission" => binding.functions(&[("has", 1, yes)])?,
        "uv" => binding.functions(&[("errname", 1, errname), ("getErrorMap", 0, error_map), ("getErrorMessage", 1, error_message)])?,
        "worker" => binding.functions(&[("getEnvMessagePort", 0, nothing)])?,
        _ => return Ok(false),
    };
    Ok(true)
}

fn yes(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(true))
}

fn no(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(false))
}

fn default_locale(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from("en-US").into())
}

/// `getEmbedderOptions()`, as the pinned binary answers: nothing embeds it.
fn embedder_options(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let options = JsObject::with_null_proto();
    for (name, value) in
        [("shouldNotRegisterESMLoader", true), ("noGlobalSearchPaths", false), ("noBrowserGlobals", false), ("hasEmbedderPreload", false)]
    {
        options.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(options.into())
}

/// A part of `data/bindings.json`.
fn data(path: &[&str], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let Some(json) = host.library.source("data/bindings.json") else {
        return Ok(JsValue::undefined());
    };
    let parse = context.intrinsics().objects().json().get(JsString::from("parse"), context)?;
    let Some(parse) = parse.as_callable() else {
        return Ok(JsValue::undefined());
    };
    let mut value = parse.call(&JsValue::undefined(), &[JsString::from(&**json).into()], context)?;
    for name in path {
        value = value.to_object(context)?.get(JsString::from(*name), context)?;
    }
    Ok(value)
}

fn category_buffer(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(shared_u8(1, context)?.into())
}

fn safe_getenv(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(process) = host(context).callbacks.borrow().process.clone() else {
        return Ok(JsValue::undefined());
    };
    process.get(JsString::from("env"), context)?.to_object(context)?.get(JsString::from(text(arguments, 0)), context)
}

fn temp_dir(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from("/tmp").into())
}

/// `[[number, name, message], …]` of the pinned binary.
fn errors(context: &mut Context) -> JsResult<Vec<(f64, JsValue, JsValue)>> {
    let mut errors = Vec::new();
    for entry in items(&data(&["uv", "errors"], context)?, context)? {
        let entry = entry.to_object(context)?;
        errors.push((entry.get(0, context)?.to_number(context)?, entry.get(1, context)?, entry.get(2, context)?));
    }
    Ok(errors)
}

fn error_map(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let map = JsMap::new(context);
    for (number, name, message) in errors(context)? {
        let entry = JsArray::from_iter([name, message], context);
        map.set(number, entry, context)?;
    }
    Ok(map.into())
}

#[expect(clippy::float_cmp, reason = "error numbers are integers")]
fn errname(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let wanted = number(arguments, 0);
    let found = errors(context)?.into_iter().find(|(number, ..)| *number == wanted);
    Ok(found.map_or_else(|| JsString::from(format!("Unknown system error {wanted}")).into(), |(_, name, _)| name))
}

#[expect(clippy::float_cmp, reason = "error numbers are integers")]
fn error_message(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let wanted = number(arguments, 0);
    let found = errors(context)?.into_iter().find(|(number, ..)| *number == wanted);
    Ok(found.map_or_else(|| JsString::from(format!("Unknown system error {wanted}")).into(), |(_, _, message)| message))
}
