//! V8's sentences for Boa's, where Boa's says all that is needed.

use super::regexps::invalid_regexp;

/// V8's wording of an error message of Boa's.
pub(crate) fn v8_words(message: &str) -> Option<String> {
    if message.starts_with("cannot mutate an immutable binding") {
        return Some("Assignment to constant variable.".to_owned());
    }
    if message.starts_with("right-hand side of 'instanceof' should be an object") {
        return Some("Right-hand side of 'instanceof' is not an object".to_owned());
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

/// What Boa says before and after a name, and what V8 says.
const PATTERNS: &[(&str, &str, [&str; 2])] = &[
    ("cannot assign to uninitialized binding `", "`", ["Cannot access '", "' before initialization"]),
    ("cannot assign to uninitialized global property `", "`", ["", " is not defined"]),
    ("cannot call `", "` constructor without new", ["Constructor ", " requires 'new'"]),
    ("cannot convert string '", "' to bigint primitive", ["Cannot convert ", " to a BigInt"]),
];

/// Boa 0.22's words and V8 13.6's.
const WORDS: &[(&str, &str)] = &[
    ("Array.prototype.reduce: called on an empty array and with no initial value", "Reduce of empty array with no initial value"),
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
