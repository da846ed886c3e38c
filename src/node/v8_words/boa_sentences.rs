//! V8's sentences for Boa's, where Boa's says all that is needed.

use super::regexps::invalid_regexp;

/// V8's wording of an error message of Boa's.
pub(crate) fn v8_words(message: &str) -> Option<String> {
    if let Some((_, words)) = BEGINNINGS.iter().find(|(boa, _)| message.starts_with(boa)) {
        return Some((*words).to_owned());
    }
    if message.starts_with("Invalid regular expression: ") {
        return invalid_regexp(message);
    }
    if let Some((_, words)) = WORDS.iter().find(|(boa, _)| *boa == message) {
        return Some((*words).to_owned());
    }
    PATTERNS.iter().find_map(|(before, after, [first, last])| {
        let name = message.strip_prefix(before)?.strip_suffix(after)?;
        Some(format!("{first}{name}{last}"))
    })
}

/// Beginnings of Boa's sentences whose rest is of no use, with V8's sentences.
const BEGINNINGS: &[(&str, &str)] = &[
    ("cannot mutate an immutable binding", "Assignment to constant variable."),
    ("right-hand side of 'instanceof' should be an object", "Right-hand side of 'instanceof' is not an object"),
    ("WeakMap.set: expected target argument", "Invalid value used as weak map key"),
    ("WeakSet.add: expected target argument", "Invalid value used in weak set"),
    ("WeakRef: expected target argument", "WeakRef: invalid target"),
    ("FinalizationRegistry: cleanup callback of registry", "FinalizationRegistry: cleanup must be callable"),
    ("FinalizationRegistry.prototype.register: `target`", "FinalizationRegistry.prototype.register: invalid target"),
    ("Proxy constructor called with non-object", "Cannot create proxy with a non-object as target or handler"),
];

/// The text before and after a name in Boa's sentences, with the two texts around it in V8's.
const PATTERNS: &[(&str, &str, [&str; 2])] = &[
    ("cannot assign to uninitialized binding `", "`", ["Cannot access '", "' before initialization"]),
    ("cannot assign to uninitialized global property `", "`", ["", " is not defined"]),
    ("cannot call `", "` constructor without new", ["Constructor ", " requires 'new'"]),
    ("new target was undefined when constructing an ", "", ["Constructor ", "Array requires 'new'"]),
    ("", ".constructor called with undefined new target", ["Constructor ", " requires 'new'"]),
    ("", " constructor called on undefined new target", ["Constructor ", " requires 'new'"]),
    ("", ": cannot call constructor without `new`", ["Constructor ", " requires 'new'"]),
    ("", ": expected 'this' to be an Object", ["", " called on non-object"]),
    ("", "() called on a non-object", ["", " called on non-object"]),
    ("cannot convert string '", "' to bigint primitive", ["Cannot convert ", " to a BigInt"]),
];

/// Whole sentences of Boa 0.22, with V8 13.6's.
const WORDS: &[(&str, &str)] = &[
    ("Array.prototype.reduce: called on an empty array and with no initial value", "Reduce of empty array with no initial value"),
    ("Array.prototype.reduceRight: called on an empty array and with no initial value", "Reduce of empty array with no initial value"),
    ("argument must not be a symbol", "Cannot convert a Symbol value to a number"),
    ("argument must not be a bigint", "Cannot convert a BigInt value to a number"),
    ("invalid integer index for TypedArray operation", "Invalid typed array index"),
    ("precision must be an integer at least 1 and no greater than 100", "toPrecision() argument must be between 1 and 100"),
    ("radix must be an integer at least 2 and no greater than 36", "toString() radix argument must be between 2 and 36"),
    ("'this' is not a Date", "this is not a Date object."),
    ("BigInt division by zero", "Division by zero"),
    ("BigInt negative exponent", "undefined must be positive"),
    ("cannot serialize bigint to JSON", "Do not know how to serialize a BigInt"),
    ("cannot convert object to primitive value", "Cannot convert object to primitive value"),
    ("method `[Symbol.toPrimitive]` cannot return an object", "Cannot convert object to primitive value"),
    ("non-terminated escape character found", "URI malformed"),
    ("trying to encode an invalid string", "URI malformed"),
    ("buffer must be an ArrayBuffer", "First argument to DataView constructor must be an ArrayBuffer"),
    ("Offset is outside the bounds of DataView", "Offset is outside the bounds of the DataView"),
    ("Source object and target offset longer than target typed array", "offset is out of bounds"),
    ("TypedArray.set called with negative offset", "offset is out of bounds"),
    ("ArrayBuffer.resize: cannot resize a fixed-length buffer", "Method ArrayBuffer.prototype.resize called on incompatible receiver #<ArrayBuffer>"),
    ("`length` cannot be bigger than `maxByteLength`", "Invalid array buffer max length"),
    ("index for typed array outside of bounds", "Invalid atomic access index"),
    ("`this` is not a typed array object", "this is not a typed array."),
    ("Generator should not be executing", "Generator is already running"),
    ("GetIteratorFlattenable: value is not an object", "Iterator.from called on non-object"),
    ("Iterator.prototype.drop: limit cannot be NaN", "NaN must be positive"),
    ("Iterator.prototype.take: limit cannot be NaN", "NaN must be positive"),
    ("Iterator.prototype.reduce: cannot reduce empty iterator with no initial value", "Reduce of a done iterator with no initial value"),
    ("finally called with a non-object promise", "Promise.prototype.finally called on non-object"),
    ("cannot prevent extensions", "'preventExtensions' on proxy: trap returned falsish"),
    ("Proxy trap failed to set extensible", "'preventExtensions' on proxy: trap returned truish but the proxy target is extensible"),
    ("Proxy trap result contains duplicate string property keys", "'ownKeys' on proxy: trap returned duplicate entries"),
    ("Proxy trap result is neither object nor null", "'getPrototypeOf' on proxy: trap returned neither object nor null"),
    (
        "Invalid property descriptor.Cannot both specify accessors and a value or writable attribute",
        "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>",
    ),
    ("cannot bind `this` without a `[[Call]]` internal method", "Bind must be called on a function"),
    ("Promise.reject() called on a non-object", "PromiseReject called on non-object"),
    ("Symbol.species must be a constructor", "object.constructor[Symbol.species] is not a constructor"),
    ("cannot construct typed array from detached buffer", "Cannot perform Construct on a detached ArrayBuffer"),
    ("Promise.resolve() called on a non-object", "PromiseResolve called on non-object"),
    ("Promise NewTarget cannot be undefined", "Promise constructor cannot be invoked without 'new'"),
    ("SameValue(resolution, promise) is true", "Chaining cycle detected for promise #<Promise>"),
    ("no promise in Promise.any was fulfilled.", "All promises were rejected"),
    ("can't convert symbol to string", "Cannot convert a Symbol value to a string"),
    ("cannot convert 'null' or 'undefined' to object", "Cannot convert undefined or null to object"),
    ("cannot convert null or undefined to Object", "Cannot convert undefined or null to object"),
    ("cannot mix BigInt and other types, use explicit conversions", "Cannot mix BigInt and other types, use explicit conversions"),
    ("invalid array length", "Invalid array length"),
    ("invalid escape character found", "URI malformed"),
    ("right-hand side of 'instanceof' is not callable", "Right-hand side of 'instanceof' is not callable"),
    ("cannot reinitialize `this` binding", "Super constructor may only be called once"),
    ("derived constructor can only return an Object or undefined", "Derived constructors may only return object or undefined"),
    ("bad length for array", "Invalid array length"),
    ("cannot convert null to a BigInt", "Cannot convert null to a BigInt"),
    ("cannot convert undefined to a BigInt", "Cannot convert undefined to a BigInt"),
    ("returned iterator is not an object", "Result of the Symbol.iterator method is not an object"),
    ("cannot create list from a primitive", "CreateListFromArrayLike called on non-object"),
];
