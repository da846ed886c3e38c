//! `readFileSync` and `writeFileSync` of UTF-8 text in one call, and the questions of the module loaders to the disk
//! (node v24.21.0 `src/node_file.cc` `ReadFileUtf8`, `WriteFileUtf8`, `InternalModuleStat`, `LegacyMainResolve`).

use boa_engine::builtins::error::ErrorKind;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsResult, JsString, JsValue};

use super::arguments::{decode, integer, paths, truncate, unsigned};
use super::disk::{self, look, read_all, write};
use super::errors::{Failure, Subject, coded};
use super::request::spend;
use crate::bindings::buffer::codec::{Encoding, decode_utf8};
use crate::host::host;
use crate::native::{Native, argument, text};
use machine::DiskWork;
use machine::files::{Disk, Errno, OpenFlags};

pub(super) const FUNCTIONS: &[(&str, usize, Native)] = &[
    ("readFileUtf8", 0, read_file),
    ("writeFileUtf8", 0, write_file),
    ("internalModuleStat", 0, module_stat),
    ("internalModuleReadJSON", 1, module_read_json),
    ("legacyMainResolve", 0, legacy_main_resolve),
    ("getFormatOfExtensionlessFile", 0, format_of_extensionless),
];

/// The descriptor that the first argument gives: the argument itself, or the file of that path, opened. The flag says whether to close it afterwards.
fn opened(arguments: &[JsValue], flags: u32, mode: u32, context: &mut Context) -> JsResult<(i32, bool)> {
    if let Some(descriptor) = argument(arguments, 0).as_number() {
        return Ok((truncate(descriptor), false));
    }
    let (written, path) = paths(arguments, 0, context)?;
    spend(DiskWork::Open, context);
    match disk::open(&path, OpenFlags(flags), mode, context) {
        Ok(descriptor) => Ok((descriptor, true)),
        Err(failure) => Err(failure.into_error(&Subject { syscall: "open", path: Some(written), dest: None }, context)),
    }
}

fn finish<T>(result: Result<T, Failure>, syscall: &'static str, (descriptor, close): (i32, bool), context: &mut Context) -> JsResult<T> {
    if close {
        spend(DiskWork::Close, context);
        // A descriptor just opened closes.
        drop(disk::close(descriptor, context));
    }
    result.map_err(|failure| failure.into_error(&Subject { syscall, ..Subject::default() }, context))
}

/// `internalModuleReadJSON(path)` of Node 20: `[text, whether it has keys that matter]`; an empty list where there is no such file.
fn module_read_json(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    const KEYS: [&str; 5] = ["\"main\"", "\"name\"", "\"type\"", "\"exports\"", "\"imports\""];
    let Some(bytes) = host(context).file(&text(arguments, 0)) else { return Ok(JsArray::new(context)?.into()) };
    let source = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
    let has_keys = KEYS.iter().any(|key| source.contains(key));
    Ok(JsArray::from_iter([JsString::from(&*source).into(), has_keys.into()], context).into())
}

/// `readFileUtf8(path or fd, flags)`.
fn read_file(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let file = opened(arguments, unsigned(arguments, 1), 0o666, context)?;
    let result = read_all(file.0, context);
    spend(DiskWork::Read(result.as_ref().map_or(0, |bytes| bytes.len() as u64)), context);
    let bytes = finish(result, "read", file, context)?;
    Ok(decode_utf8(&bytes).into())
}

/// `writeFileUtf8(path or fd, text, flags, mode)`.
fn write_file(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = decode(&argument(arguments, 1), Encoding::Utf8, context)?;
    let file = opened(arguments, unsigned(arguments, 2), integer(arguments, 3).cast_unsigned(), context)?;
    spend(DiskWork::Write(bytes.len() as u64), context);
    let result = if bytes.is_empty() { Ok(0) } else { write(file.0, &bytes, None, context) };
    finish(result, "write", file, context)?;
    Ok(JsValue::undefined())
}

/// The kind of a path as `internalModuleStat` gives it: 0 for a file, 1 for a directory, a negative number for an error.
fn module_kind(disk: &Disk, path: &str) -> i32 {
    match disk.stat(path) {
        Ok(stat) => i32::from(stat.is_directory()),
        Err(errno) => errno.number(),
    }
}

fn module_stat(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, path) = paths(arguments, 0, context)?;
    spend(DiskWork::Stat, context);
    let kind = look(context, |disk| Ok(module_kind(disk, &path)));
    Ok(kind.unwrap_or(Errno::ENOENT.number()).into())
}

/// The endings that the ESM loader tries on a package's `main`, then on its `index`.
const MAIN_ENDINGS: [&str; 10] = ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node", ".js", ".json", ".node"];
/// Those from here on belong to `index`.
const INDEX_ENDINGS: usize = 7;

/// `legacyMainResolve(package directory, main, base)`: the index of the ending that names a file.
fn legacy_main_resolve(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let directory = text(arguments, 0);
    let directory = directory.trim_end_matches('/');
    let main = argument(arguments, 1).as_string().map(|main| format!("{directory}/{}", main.to_std_string_lossy()));
    let index = format!("{directory}/index");
    let candidates = MAIN_ENDINGS.iter().enumerate().filter_map(|(at, ending)| {
        let start = if at < INDEX_ENDINGS { main.as_ref()? } else { &index };
        Some((at, format!("{start}{ending}")))
    });
    for (at, candidate) in candidates {
        spend(DiskWork::Stat, context);
        if look(context, |disk| Ok(module_kind(disk, &candidate))) == Some(0) {
            return Ok(i32::try_from(at).unwrap_or_default().into());
        }
    }
    let wanted = main.unwrap_or_else(|| format!("{index}.js"));
    let base = text(arguments, 2);
    let importer = base.strip_prefix("file://").unwrap_or(&base);
    let message = format!("Cannot find package '{wanted}' imported from {importer}");
    Err(coded(ErrorKind::Error, "ERR_MODULE_NOT_FOUND", &message, context))
}

/// 1 where the file begins as WebAssembly does, 0 for JavaScript.
fn format_of_extensionless(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Ok((descriptor, _)) = opened(arguments, 0, 0, context) else {
        return Ok(0.into());
    };
    let bytes = read_all(descriptor, context);
    let bytes = finish(bytes, "read", (descriptor, true), context).unwrap_or_default();
    Ok(i32::from(bytes.starts_with(b"\0asm")).into())
}
