//! V8's sentences for a receiver or an argument that a built-in function refuses, by Boa's sentences.
//!
//! V8 names its functions in one of a few ways (V8 13.6 `src/common/message-template.h`; the names are those in `src/builtins/*.tq` and `*.cc`).

use boa_engine::context::RefusedCall;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs, JsObject, JsValue};

use crate::inspect::own_data;

/// The form of V8's sentence for a refusal.
#[derive(Clone, Copy)]
enum Refusal {
    /// The receiver is not an instance of the class.
    Incompatible(&'static str),
    /// The receiver is neither a primitive of the class nor an object around one.
    Requires(&'static str),
    /// The array buffer that a method of the class would touch is detached.
    Detached(&'static str),
    /// The receiver is not a date.
    NotADate,
    /// The receiver is not a typed array.
    NotATypedArray,
    /// The receiver is `null` or `undefined`.
    Nothing,
    /// A sentence with the receiver behind it.
    ThenReceiver(&'static str),
    /// A sentence with the receiver before it.
    OfReceiver(&'static str),
    /// A sentence with the argument of this index before it.
    OfArgument(usize, &'static str),
    /// A sentence with the first argument behind it.
    ThenArgument(&'static str),
    /// `Reflect.apply` was given no function.
    Applied,
    Plain(&'static str),
}

/// Whole sentences of Boa 0.22, with the form of V8's.
const REFUSALS: &[(&str, Refusal)] = &[
    ("'this' is not a boolean", Refusal::Requires("Boolean")),
    ("'this' is not a number", Refusal::Requires("Number")),
    ("'this' is not a string", Refusal::Requires("String")),
    ("'this' is not a Symbol", Refusal::Requires("Symbol")),
    ("'this' is not a BigInt", Refusal::Requires("BigInt")),
    ("not a function", Refusal::Requires("Function")),
    ("Generator method called on non generator", Refusal::Incompatible("[Generator]")),
    ("generator resumed on non generator object", Refusal::Incompatible("[Generator]")),
    ("`this` is not a MapIterator", Refusal::Incompatible("Map Iterator")),
    ("`this` is not an ArrayIterator", Refusal::Incompatible("Array Iterator")),
    ("`this` is not a StringIterator", Refusal::Incompatible("String Iterator")),
    ("TypedArray.of called on non-constructable value", Refusal::OfReceiver("is not a constructor")),
    ("TypedArray.from called on non-constructable value", Refusal::OfReceiver("is not a constructor")),
    ("`this` is not an SetIterator", Refusal::Incompatible("Set Iterator")),
    ("`this` is not a RegExpStringIterator", Refusal::Incompatible("%RegExpStringIterator%")),
    ("Iterator Helper method called on non-object", Refusal::Incompatible("Iterator Helper")),
    ("'this' is not an Object", Refusal::Incompatible("Error")),
    ("`this` is not a DataView", Refusal::Incompatible("DataView")),
    ("view out of bounds for its inner buffer", Refusal::Detached("DataView.prototype")),
    ("data view is outside the bounds of its inner buffer", Refusal::Detached("DataView.prototype")),
    ("ArrayBuffer.slice called with invalid `this` value", Refusal::Incompatible("ArrayBuffer")),
    ("ArrayBuffer.slice called with detached buffer", Refusal::Detached("ArrayBuffer.prototype")),
    ("ArrayBuffer.prototype.resize called with invalid `this`", Refusal::Incompatible("ArrayBuffer")),
    ("typed array is outside the bounds of its inner buffer", Refusal::Detached("%TypedArray%.prototype")),
    ("this is not a typed array.", Refusal::NotATypedArray),
    ("`this` is not a typed array object", Refusal::NotATypedArray),
    ("Value is not a typed array object", Refusal::NotATypedArray),
    ("TypedArray.set must be called on typed array object", Refusal::NotATypedArray),
    ("can only atomically wait using Int32 or BigInt64 arrays", Refusal::OfArgument(0, "is not an int32 or BigInt64 typed array.")),
    ("cannot use `ArrayBuffer` for an atomic wait", Refusal::OfArgument(0, "is not a shared typed array.")),
    ("platform doesn't support atomic operations on the provided `TypedArray`", Refusal::OfArgument(0, "is not an integer typed array.")),
    ("RegExp.prototype.exec called with invalid value", Refusal::Incompatible("RegExp")),
    ("RegExp.prototype.flags getter called on non-object", Refusal::ThenReceiver("RegExp.prototype.flags getter called on non-object")),
    ("RegExp.prototype.source method called on incompatible value", Refusal::Plain("RegExp.prototype.source getter called on non-RegExp object")),
    ("RegExpExec called with invalid value", Refusal::ThenReceiver("Method RegExp.prototype.exec called on incompatible receiver")),
    ("Date.prototype[@@toPrimitive] called on non object", Refusal::Incompatible("Date")),
    ("Date.prototype[@@toPrimitive] called with invalid hint", Refusal::ThenArgument("Invalid hint:")),
    ("Iterator.prototype.take: limit cannot be negative", Refusal::OfArgument(0, "must be positive")),
    ("Iterator.prototype.drop: limit cannot be negative", Refusal::OfArgument(0, "must be positive")),
    ("Iterator.prototype.take: limit cannot be NaN", Refusal::OfArgument(0, "must be positive")),
    ("Iterator.prototype.drop: limit cannot be NaN", Refusal::OfArgument(0, "must be positive")),
    ("callback must be a callable object", Refusal::OfArgument(1, "is not a function")),
    ("method `Map.prototype.groupBy` called with non-callable callback function", Refusal::OfArgument(1, "is not a function")),
    ("TypedArray.sort called with non-callable comparefn", Refusal::ThenArgument("The comparison function must be either a function or undefined:")),
    (
        "Object.prototype.__defineGetter__: expected 'getter' to be a Function object",
        Refusal::Plain("Object.prototype.__defineGetter__: Expecting function"),
    ),
    (
        "Object.prototype.__defineSetter__: expected 'setter' to be a Function object",
        Refusal::Plain("Object.prototype.__defineSetter__: Expecting function"),
    ),
    ("target must be a function", Refusal::Applied),
    ("cannot convert null or undefined to Object", Refusal::Nothing),
    ("cannot convert 'null' or 'undefined' to object", Refusal::Nothing),
];

/// Beginnings of Boa's sentences, with the form of V8's.
const BEGINNINGS: &[(&str, Refusal)] = &[
    ("'this' is not a Date", Refusal::NotADate),
    ("WeakMap.prototype.", Refusal::Incompatible("WeakMap")),
    ("WeakSet.prototype.", Refusal::Incompatible("WeakSet")),
    ("WeakRef.prototype.", Refusal::Incompatible("WeakRef")),
    ("FinalizationRegistry.prototype.register: invalid object", Refusal::Incompatible("FinalizationRegistry")),
    ("SharedArrayBuffer.", Refusal::Incompatible("SharedArrayBuffer")),
    ("get SharedArrayBuffer.", Refusal::Incompatible("SharedArrayBuffer")),
    ("get ArrayBuffer.prototype.", Refusal::Incompatible("ArrayBuffer")),
    ("Method ArrayBuffer.prototype.detached", Refusal::Incompatible("ArrayBuffer")),
    ("WrapForValidIterator method called on", Refusal::Incompatible("%WrapForValidIteratorPrototype%")),
    ("`RegExp.prototype.compile` cannot", Refusal::Incompatible("RegExp")),
    ("constructor did not make a typed array but ", Refusal::Incompatible("%TypedArray%")),
];

/// Ends of Boa's sentences that begin with the method, with the form of V8's.
const ENDINGS: &[(&str, Refusal)] = &[(" method called on incompatible value", Refusal::Incompatible("RegExp"))];

/// Methods of arrays that V8 names where they are called on `null` or `undefined`.
const ARRAY_METHODS_NAMED: &[&str] = &[
    "concat",
    "every",
    "filter",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "forEach",
    "indexOf",
    "map",
    "reduce",
    "reduceRight",
    "some",
    "sort",
    "toSorted",
];

/// V8's sentence for a call that a built-in function refuses with Boa's `message`.
pub(crate) fn refused_call(message: &str, call: &RefusedCall<'_>, context: &mut Context) -> Option<String> {
    let name = own_data(call.function, boa_engine::js_string!("name"))?.as_string()?.to_std_string_lossy();
    if (name == "call" || name == "apply") && !call.this.is_callable() && message.ends_with(" is not a function") {
        // V8 never enters these, so the callee that is not a function is the one that the program calls.
        let frames = context.stack_frames(8);
        let is_one = |name: &str| name == "call" || name == "apply";
        let caller = frames.iter().find(|frame| !(frame.native && is_one(&frame.function_name.to_std_string_lossy())))?;
        return context.host_hooks().callee_text(caller).map(|callee| format!("{callee} is not a function"));
    }
    let known = REFUSALS.iter().find(|(boa, _)| *boa == message);
    let known = known.or_else(|| BEGINNINGS.iter().find(|(boa, _)| message.starts_with(boa)));
    let known = known.or_else(|| ENDINGS.iter().find(|(boa, _)| message.ends_with(boa)));
    let argument = |at| call.arguments.get_or_undefined(at).clone();
    let (_, refusal) = known?;
    Some(match *refusal {
        Refusal::Requires(class) => format!("{} requires that 'this' be a {class}", method_of(class, &name).trim_start_matches("get ")),
        Refusal::Incompatible("%TypedArray%") => {
            let made = message.trim_start_matches("constructor did not make a typed array but ");
            format!("Method %TypedArray%.{name} called on incompatible receiver {made}")
        }
        Refusal::Incompatible(class) => incompatible(&method_of(class, &name), call.this, context),
        Refusal::Detached(class) => format!("Cannot perform {class}.{name} on a detached ArrayBuffer"),
        Refusal::NotADate => match name.as_str() {
            "getYear" => incompatible("Date.prototype.getYear", call.this, context),
            "valueOf" => "this is not a Date object.".to_owned(),
            _ if name.starts_with("get") => "this is not a Date object.".to_owned(),
            _ => incompatible(&format!("Date.prototype.{name}"), call.this, context),
        },
        Refusal::NotATypedArray => not_a_typed_array(&name, call, context),
        Refusal::Nothing => called_on_nothing(&name, call, context)?,
        Refusal::ThenReceiver(words) => format!("{words} {}", call.this.in_words(context)),
        Refusal::OfReceiver(words) => format!("{} {words}", call.this.in_words(context)),
        Refusal::OfArgument(at, words) => format!("{} {words}", argument(at).in_words(context)),
        Refusal::ThenArgument(words) => format!("{words} {}", argument(0).in_words(context)),
        Refusal::Applied => applied(&argument(0), context),
        Refusal::Plain(words) => words.to_owned(),
    })
}

fn incompatible(method: &str, receiver: &JsValue, context: &mut Context) -> String {
    format!("Method {method} called on incompatible receiver {}", receiver.in_words(context))
}

/// A method as V8 names it: accessors begin with `get`, symbols are written in each class's own way.
fn method_of(class: &str, name: &str) -> String {
    let class_prototype = if class.ends_with("Prototype%") { class.to_owned() } else { format!("{class}.prototype") };
    if let Some(symbol) = name.strip_prefix("[Symbol.").and_then(|name| name.strip_suffix(']')) {
        return match class {
            "RegExp" => format!("{class_prototype}.@@{symbol}"),
            _ => format!("{class_prototype} [ @@{symbol} ]"),
        };
    }
    match (class, name.strip_prefix("get ")) {
        (_, Some(property)) => format!("get {class_prototype}.{property}"),
        (_, None) => format!("{class_prototype}.{name}"),
    }
}

fn not_a_typed_array(name: &str, call: &RefusedCall<'_>, context: &mut Context) -> String {
    let is_atomic = call.this.as_object().is_some_and(|this| own_function(&this, name).is_some_and(|own| JsObject::equals(&own, call.function)));
    match name {
        _ if is_atomic => {
            let kind = if matches!(name, "wait" | "notify" | "waitAsync") { "int32 or BigInt64" } else { "integer" };
            format!("{} is not an {kind} typed array.", call.arguments.get_or_undefined(0).in_words(context))
        }
        "get buffer" => incompatible("get %TypedArray%.prototype.buffer", call.this, context),
        "get byteLength" | "get byteOffset" | "get length" => incompatible(&name.replace("get ", "get TypedArray.prototype."), call.this, context),
        "at" | "join" | "slice" | "subarray" | "toLocaleString" | "toReversed" => {
            incompatible(&format!("%TypedArray%.prototype.{name}"), call.this, context)
        }
        _ => "this is not a typed array.".to_owned(),
    }
}

fn own_function(object: &JsObject, name: &str) -> Option<JsObject> {
    own_data(object, boa_engine::JsString::from(name))?.as_object()
}

/// V8's sentence for a call on `null` or `undefined`, or with one as the first argument; `None` for the functions that V8 does not name.
fn called_on_nothing(name: &str, call: &RefusedCall<'_>, context: &Context) -> Option<String> {
    let constructors = context.intrinsics().constructors();
    let is_of = |owner: &JsObject| own_function(owner, name).is_some_and(|own| JsObject::equals(&own, call.function));
    let words = |function: String| Some(format!("{function} called on null or undefined"));
    if !call.this.is_null_or_undefined() {
        let is_argument = call.arguments.get_or_undefined(0).is_null_or_undefined();
        let owners = [("Object", constructors.object().constructor()), ("Map", constructors.map().constructor())];
        let (class, _) = owners.iter().find(|(_, owner)| is_argument && matches!(name, "setPrototypeOf" | "groupBy") && is_of(owner))?;
        return words(format!("{class}.{name}"));
    }
    let (string, array) = (constructors.string().prototype(), constructors.array().prototype());
    match name {
        "toLocaleString" if is_of(&constructors.object().prototype()) => words(format!("Object.prototype.{name}")),
        // V8 names these by their former names.
        "trimStart" => words("String.prototype.trimLeft".to_owned()),
        "trimEnd" => words("String.prototype.trimRight".to_owned()),
        "[Symbol.iterator]" if is_iterator_of(&string, call.function) => words(format!("String.prototype{name}")),
        _ if is_of(&string) => words(format!("String.prototype.{name}")),
        _ if is_of(&array) && ARRAY_METHODS_NAMED.contains(&name) => words(format!("Array.prototype.{name}")),
        _ => None,
    }
}

fn is_iterator_of(prototype: &JsObject, function: &JsObject) -> bool {
    let own = prototype.borrow().properties().get(&PropertyKey::from(boa_engine::JsSymbol::iterator()));
    own.and_then(|own| own.value()?.as_object()).is_some_and(|own| JsObject::equals(&own, function))
}

/// V8's words for `Reflect.apply` are those of `Function.prototype.apply`.
fn applied(target: &JsValue, context: &mut Context) -> String {
    let kind = match () {
        () if target.is_null() => "null".to_owned(),
        () if target.is_undefined() => "undefined".to_owned(),
        () if target.is_object() => "an object".to_owned(),
        () => format!("a {}", target.type_of()),
    };
    format!("Function.prototype.apply was called on {}, which is {kind} and not a function", target.in_words(context))
}
