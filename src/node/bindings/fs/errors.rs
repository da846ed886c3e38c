//! Errors as Node's C++ makes them (node v24.21.0 `src/api/exceptions.cc`, `src/node_errors.h`).

use boa_engine::builtins::error::ErrorKind;
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue};

use machine::files::Errno;

/// The reason for which an operation failed.
pub(in crate::bindings) enum Failure {
    /// The disk refused.
    Errno(Errno),
    /// JavaScript threw.
    Thrown(JsError),
}

impl From<Errno> for Failure {
    fn from(errno: Errno) -> Self {
        Self::Errno(errno)
    }
}

impl From<JsError> for Failure {
    fn from(error: JsError) -> Self {
        Self::Thrown(error)
    }
}

/// The call and the paths that an error names.
#[derive(Clone, Debug, Default)]
pub(in crate::bindings) struct Subject {
    pub(in crate::bindings) syscall: &'static str,
    pub(in crate::bindings) path: Option<String>,
    pub(in crate::bindings) dest: Option<String>,
}

impl Failure {
    /// The value that is thrown, or handed to a callback.
    pub(in crate::bindings) fn into_error(self, subject: &Subject, context: &mut Context) -> JsError {
        match self {
            Self::Errno(errno) => uv_exception(errno, subject, context),
            Self::Thrown(error) => error,
        }
    }
}

/// `UVException`: the properties in C++'s order, which `console.log` shows.
pub(in crate::bindings) fn uv_exception(errno: Errno, subject: &Subject, context: &mut Context) -> JsError {
    let Subject { syscall, path, dest } = subject;
    let mut message = format!("{}: {}, {syscall}", errno.name(), errno.message());
    if let Some(path) = path {
        message.push_str(&format!(" '{path}'"));
    }
    if let Some(dest) = dest {
        message.push_str(&format!(" -> '{dest}'"));
    }
    let properties: [(&str, Option<JsValue>); 5] = [
        ("errno", Some(errno.number().into())),
        ("code", Some(JsString::from(errno.name()).into())),
        ("syscall", Some(JsString::from(*syscall).into())),
        ("path", path.as_deref().map(|path| JsString::from(path).into())),
        ("dest", dest.as_deref().map(|dest| JsString::from(dest).into())),
    ];
    error(ErrorKind::Error, &message, &properties, context)
}

/// An error with a `code`, as the `THROW_ERR_…` of C++ makes them.
pub(in crate::bindings) fn coded(kind: ErrorKind, code: &str, message: &str, context: &mut Context) -> JsError {
    error(kind, message, &[("code", Some(JsString::from(code).into()))], context)
}

/// `ErrnoException`, which `rmSync` throws: the number is positive, the path comes before the call.
pub(super) fn errno_exception(errno: Errno, syscall: &str, message: &str, path: &str, context: &mut Context) -> JsError {
    let message = format!("{}, {message} '{path}'", errno.name());
    let properties: [(&str, Option<JsValue>); 4] = [
        ("errno", Some((-errno.number()).into())),
        ("code", Some(JsString::from(errno.name()).into())),
        ("path", Some(JsString::from(path).into())),
        ("syscall", Some(JsString::from(syscall).into())),
    ];
    error(ErrorKind::Error, &message, &properties, context)
}

/// `new Error(message)` with own properties; its stack is the call in progress, as V8's is.
fn error(kind: ErrorKind, message: &str, properties: &[(&str, Option<JsValue>)], context: &mut Context) -> JsError {
    let constructors = context.intrinsics().constructors();
    let constructor = match kind {
        ErrorKind::Type => constructors.type_error().constructor(),
        ErrorKind::Range => constructors.range_error().constructor(),
        _ => constructors.error().constructor(),
    };
    let made = fill(&constructor, message, properties, context);
    made.map_or_else(|failure| failure, |error| JsError::from_opaque(error.into()))
}

fn fill(constructor: &JsObject, message: &str, properties: &[(&str, Option<JsValue>)], context: &mut Context) -> JsResult<JsObject> {
    let error = constructor.construct(&[JsString::from(message).into()], None, context)?;
    for (name, value) in properties {
        if let Some(value) = value {
            error.create_data_property_or_throw(JsString::from(*name), value.clone(), context)?;
        }
    }
    Ok(error)
}
