//! `internalBinding('modules')`: `package.json` files (node v24.21.0 `src/node_modules.cc`).

use std::fmt::Write;
use std::rc::Rc;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};
use serde_json::value::RawValue;

use crate::host::{Host, host};
use crate::native::{Binding, argument, nothing, text};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("readPackageJSON", 4, read),
        ("getNearestParentPackageJSON", 1, nearest_parent),
        ("getNearestParentPackageJSONType", 1, nearest_parent_type),
        ("getPackageScopeConfig", 1, scope_config),
        ("getPackageType", 1, package_type),
        ("enableCompileCache", 0, no_compile_cache),
        ("getCompileCacheDir", 0, nothing),
        ("flushCompileCache", 0, nothing),
        ("setLazyPathHelpers", 2, set_path_helpers),
    ])?;
    Ok(())
}

/// `setLazyPathHelpers(meta, url)`: `dirname` and `filename` of `import.meta`.
fn set_path_helpers(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(meta) = argument(arguments, 0).as_object() {
        put_paths(&meta, &text(arguments, 1), context)?;
    }
    Ok(JsValue::undefined())
}

/// Puts `dirname` and `filename` of a module's URL on its `import.meta`.
///
/// # Errors
/// An exception of Boa where a property cannot be defined.
pub(super) fn put_paths(meta: &JsObject, url: &str, context: &mut Context) -> JsResult<()> {
    let path = super::path_of(url);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = if folder.is_empty() { "/" } else { folder };
    meta.create_data_property_or_throw(JsString::from("dirname"), JsString::from(folder), context)?;
    meta.create_data_property_or_throw(JsString::from("filename"), JsString::from(path.as_str()), context)?;
    Ok(())
}

/// `enableCompileCache()`: `[status]`, with `DISABLED` of the binding's `compileCacheStatus`.
fn no_compile_cache(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    const DISABLED: i32 = 3;
    Ok(JsArray::from_iter([JsValue::from(DISABLED)], context).into())
}

/// The fields of a `package.json` that the loaders ask for, each as its JSON.
#[derive(serde::Deserialize, Default)]
struct Manifest<'j> {
    #[serde(borrow, default)]
    name: Option<&'j RawValue>,
    #[serde(borrow, default)]
    main: Option<&'j RawValue>,
    #[serde(borrow, default, rename = "type")]
    kind: Option<&'j RawValue>,
    #[serde(borrow, default)]
    imports: Option<&'j RawValue>,
    #[serde(borrow, default)]
    exports: Option<&'j RawValue>,
}

/// A field as the text it holds; `None` for anything but a string.
fn string(field: Option<&RawValue>) -> Option<String> {
    serde_json::from_str(field?.get()).ok()
}

/// Objects and lists as their JSON, strings as their text.
fn plain(field: Option<&RawValue>) -> JsValue {
    let Some(field) = field else { return JsValue::undefined() };
    let json = field.get();
    match json.as_bytes().first() {
        Some(b'{' | b'[') => JsString::from(json).into(),
        _ => string(Some(field)).map_or_else(JsValue::undefined, |text| JsString::from(text).into()),
    }
}

fn kind(manifest: &Manifest) -> &'static str {
    match string(manifest.kind).as_deref() {
        Some("module") => "module",
        Some("commonjs") => "commonjs",
        _ => "none",
    }
}

/// `PackageConfig::Serialize`: `[name, main, type, imports, exports, path]`.
fn serialize(manifest: &Manifest, path: &str, context: &mut Context) -> JsValue {
    let text = |field| string(field).map_or_else(JsValue::undefined, |text| JsString::from(text).into());
    let fields = [
        text(manifest.name),
        text(manifest.main),
        JsString::from(kind(manifest)).into(),
        plain(manifest.imports),
        plain(manifest.exports),
        JsString::from(path).into(),
    ];
    JsArray::from_iter(fields, context).into()
}

/// Looks a `package.json` up; `None` where there is none.
///
/// # Errors
/// `ERR_INVALID_PACKAGE_CONFIG` where it is no JSON object.
fn with_manifest<R>(
    path: &str,
    base: Option<&str>,
    specifier: Option<&str>,
    context: &mut Context,
    use_it: impl FnOnce(&Manifest, &mut Context) -> R,
) -> JsResult<Option<R>> {
    let Some(bytes) = host(context).file(path) else { return Ok(None) };
    let json = String::from_utf8_lossy(&bytes);
    match serde_json::from_str::<Manifest>(&json) {
        Ok(manifest) => Ok(Some(use_it(&manifest, context))),
        Err(_) => Err(invalid(path, base, specifier, context)),
    }
}

fn invalid(path: &str, base: Option<&str>, specifier: Option<&str>, context: &mut Context) -> boa_engine::JsError {
    let mut message = format!("Invalid package config {path}.");
    if let Some(base) = base {
        let of = specifier.map_or_else(String::new, |specifier| format!("\"{specifier}\" from "));
        let _ = write!(message, " Error parsing: {of}{base}");
    }
    let error = JsNativeError::error().with_message(message).into_opaque(context);
    // An error object takes any property.
    let _ = error.create_data_property(JsString::from("code"), JsString::from("ERR_INVALID_PACKAGE_CONFIG"), context);
    boa_engine::JsError::from_opaque(error.into())
}

/// `readPackageJSON(path, isESM, base, specifier)`.
fn read(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let optional = |index| argument(arguments, index).as_string().map(|text| text.to_std_string_lossy());
    let (path, base, specifier) = (text(arguments, 0), optional(2), optional(3));
    let found = with_manifest(&path, base.as_deref(), specifier.as_deref(), context, |manifest, context| serialize(manifest, &path, context))?;
    Ok(found.unwrap_or_default())
}

/// The `package.json` that a file's folder, or the nearest one around it, has; the search does not leave a package: it ends at `node_modules`.
fn nearest(host: &Host, path: &str) -> Option<Rc<str>> {
    let mut folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    loop {
        if folder.rsplit('/').next() == Some("node_modules") {
            return None;
        }
        let candidate = format!("{folder}/package.json");
        if host.file(&candidate).is_some() {
            return Some(candidate.into());
        }
        folder = folder.rsplit_once('/')?.0;
    }
}

fn nearest_parent(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(path) = nearest(&host(context), &text(arguments, 0)) else { return Ok(JsValue::undefined()) };
    Ok(with_manifest(&path, None, None, context, |manifest, context| serialize(manifest, &path, context))?.unwrap_or_default())
}

fn nearest_parent_type(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let found = match nearest(&host(context), &text(arguments, 0)) {
        Some(path) => with_manifest(&path, None, None, context, |manifest, _| kind(manifest))?,
        None => None,
    };
    Ok(JsString::from(found.unwrap_or("none")).into())
}

/// The path that a `file:` URL names; percent-encoding is undone.
fn path_of(url: &str) -> String {
    let encoded = url.strip_prefix("file://").unwrap_or(url);
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `getPackageScopeConfig(url)`: the serialized config, or the path where the search ended.
fn scope_config(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let path = path_of(&text(arguments, 0));
    let Some(found) = nearest(&host(context), &path) else { return Ok(JsString::from("/package.json").into()) };
    Ok(with_manifest(&found, None, None, context, |manifest, context| serialize(manifest, &found, context))?.unwrap_or_default())
}

/// `getPackageType(url)`: undefined where no package says.
fn package_type(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let path = path_of(&text(arguments, 0));
    let found = match nearest(&host(context), &path) {
        Some(found) => with_manifest(&found, None, None, context, |manifest, _| kind(manifest))?,
        None => None,
    };
    Ok(found.filter(|kind| *kind != "none").map_or_else(JsValue::undefined, |kind| JsString::from(kind).into()))
}
