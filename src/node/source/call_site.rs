//! `CallSite`: a frame as `Error.prepareStackTrace` and `util.getCallSites` give it (V8 13.6 `src/builtins/builtins-callsite.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use super::evaluated;
use super::place::{Place, place_of_frame};
use crate::host::{Host, host};
use crate::native::{Native, define_hidden, native_function, nothing};

/// What a frame tells.
#[derive(Clone, Debug, Trace, Finalize, JsData)]
struct CallSite {
    #[unsafe_ignore_trace]
    frame: StackFrame,
    /// `None` for a built-in.
    #[unsafe_ignore_trace]
    place: Option<Place>,
    /// `Type.function [as method]`
    call: String,
    /// As a line of a stack has it.
    text: JsString,
}

impl CallSite {
    fn is_constructor(&self) -> bool {
        self.call.starts_with("new ")
    }

    /// Both parts of `Type.method`.
    fn method(&self) -> Option<(String, String)> {
        let call = &self.call;
        let (kind, method) = call.split_once('.').filter(|_| !self.is_constructor())?;
        Some((kind.to_owned(), method.to_owned()))
    }

    /// Where the text was evaluated that the frame's code is from.
    fn origin(&self) -> Option<JsString> {
        self.place.as_ref().and_then(|place| evaluated::origin(&place.path)).map(JsString::from)
    }

    /// The path of a file.
    fn file(&self) -> Option<JsString> {
        self.place.as_ref().filter(|place| evaluated::origin(&place.path).is_none()).map(|place| JsString::from(&*place.path))
    }

    fn receiver(&self) -> Option<String> {
        self.method().map(|(kind, _)| kind)
    }

    fn function_name(&self) -> Option<JsString> {
        let name = &self.frame.function_name;
        if !name.is_empty() {
            return match () {
                () if *name == "<main>" => None,
                () if *name == "<eval>" => Some(js_string!("eval")),
                () => Some(name.clone()),
            };
        }
        // Boa's methods have their names as properties alone.
        let (_, method) = self.method()?;
        let method = method.split(" [as ").next().unwrap_or(&method);
        (method != "<anonymous>").then(|| JsString::from(method))
    }

    fn method_name(&self) -> Option<String> {
        if let Some((_, method)) = self.call.split_once(" [as ") {
            return Some(method.trim_end_matches(']').to_owned());
        }
        self.method().map(|(_, method)| method).filter(|method| method != "<anonymous>")
    }

    /// `N` of `Promise.all (index N)`.
    fn index(&self) -> Option<u32> {
        let call = &self.call;
        let (_, index) = call.split_once(" (index ").filter(|_| self.frame.asynchronous && self.frame.native)?;
        index.trim_end_matches(')').parse().ok()
    }
}

/// The frames of a stack as an array of `CallSite`s.
///
/// # Errors
/// Whatever making an array throws.
pub(crate) fn call_sites(frames: &[&StackFrame], context: &mut Context) -> JsResult<JsValue> {
    let prototype = prototype(context)?;
    let host = host(context);
    let sites = frames.iter().map(|frame| JsValue::from(JsObject::from_proto_and_data(Some(prototype.clone()), site(frame, &host))));
    let sites: Vec<JsValue> = sites.collect();
    Ok(JsArray::from_iter(sites, context).into())
}

fn site(frame: &StackFrame, host: &Host) -> CallSite {
    let place = place_of_frame(host, frame);
    let call = super::stack::called(frame, host);
    let text = super::stack::line_of(frame, &call, host).into();
    CallSite { frame: frame.clone(), place, call, text }
}

/// `util.getCallSites`: plain objects.
///
/// # Errors
/// Whatever making an array throws.
pub(crate) fn plain_call_sites(frames: &[&StackFrame], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let mut sites = Vec::new();
    for frame in frames {
        let site = site(frame, &host);
        let object = JsObject::with_object_proto(context.intrinsics());
        let path = site.place.as_ref().map_or_else(JsString::default, |place| JsString::from(&*place.path));
        let (line, column) = site.place.as_ref().map_or((0, 0), |place| (place.position.line, place.position.column));
        let fields: [(&str, JsValue); 6] = [
            ("functionName", site.function_name().unwrap_or_default().into()),
            ("scriptId", js_string!("0").into()),
            ("scriptName", path.into()),
            ("lineNumber", line.into()),
            ("columnNumber", column.into()),
            ("column", column.into()),
        ];
        for (name, value) in fields {
            object.create_data_property_or_throw(JsString::from(name), value, context)?;
        }
        sites.push(JsValue::from(object));
    }
    Ok(JsArray::from_iter(sites, context).into())
}

fn prototype(context: &mut Context) -> JsResult<JsObject> {
    let host = host(context);
    if let Some(known) = host.callbacks.borrow().call_site_prototype.clone() {
        return Ok(known);
    }
    let prototype = JsObject::with_object_proto(context.intrinsics());
    for (name, method) in METHODS {
        let method = native_function(name, 0, *method, context);
        define_hidden(&prototype, JsString::from(*name), method, context)?;
    }
    // `CallSite {}`, as an inspector names it.
    let constructor = native_function("CallSite", 0, nothing, context);
    define_hidden(&prototype, js_string!("constructor"), constructor, context)?;
    host.callbacks.borrow_mut().call_site_prototype = Some(prototype.clone());
    Ok(prototype)
}

const METHODS: &[(&str, Native)] = &[
    ("getColumnNumber", |this, _, _| ask(this, |site| site.place.as_ref().map(|place| place.position.column.into()))),
    ("getEnclosingColumnNumber", |this, _, _| ask(this, |site| site.place.as_ref().map(|place| place.position.column.into()))),
    ("getEnclosingLineNumber", |this, _, _| ask(this, |site| site.place.as_ref().map(|place| place.position.line.into()))),
    ("getEvalOrigin", |this, _, _| ask(this, |site| site.origin().map(JsValue::from))),
    ("getFileName", |this, _, _| ask(this, |site| site.file().map(JsValue::from))),
    ("getFunction", nothing),
    ("getFunctionName", |this, _, _| ask(this, |site| site.function_name().map(JsValue::from))),
    ("getLineNumber", |this, _, _| ask(this, |site| site.place.as_ref().map(|place| place.position.line.into()))),
    ("getMethodName", |this, _, _| ask(this, |site| site.method_name().map(|name| JsString::from(name).into()))),
    ("getPosition", |this, _, _| ask(this, |_| Some(0.into()))),
    ("getPromiseIndex", |this, _, _| ask(this, |site| site.index().map(JsValue::from))),
    ("getScriptNameOrSourceURL", |this, _, _| ask(this, |site| site.file().map(JsValue::from))),
    ("getScriptHash", |this, _, _| ask(this, |_| Some(js_string!().into()))),
    ("getThis", nothing),
    ("getTypeName", |this, _, _| ask(this, |site| site.receiver().map(|kind| JsString::from(kind).into()))),
    ("isAsync", |this, _, _| ask(this, |site| Some(site.frame.asynchronous.into()))),
    ("isConstructor", |this, _, _| ask(this, |site| Some(site.is_constructor().into()))),
    ("isEval", |this, _, _| ask(this, |site| Some(site.origin().is_some().into()))),
    ("isNative", |this, _, _| ask(this, |_| Some(false.into()))),
    ("isPromiseAll", |this, _, _| ask(this, |site| Some((site.index().is_some() && site.call.starts_with("Promise.all ")).into()))),
    ("isToplevel", |this, _, _| ask(this, |site| Some((site.receiver().is_none() && !site.is_constructor()).into()))),
    ("toString", |this, _, _| ask(this, |site| Some(site.text.clone().into()))),
];

fn ask(this: &JsValue, answer: impl FnOnce(&CallSite) -> Option<JsValue>) -> JsResult<JsValue> {
    let object = this.as_object();
    let site = object.as_ref().and_then(|object| object.downcast_ref::<CallSite>());
    let Some(site) = site else {
        return Err(JsNativeError::typ().with_message("CallSite method expects CallSite as receiver").into());
    };
    Ok(answer(&site).unwrap_or_else(JsValue::null))
}
