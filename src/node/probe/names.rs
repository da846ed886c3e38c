//! The names under which the realm registers the probes, and the marks around what is spliced in.
//!
//! The probes are global lexical bindings, not properties of the global object: a program sees them only if it spells these names.
//! Arguments, with `id` a [`SiteId`](trace::SiteId) as a number:
//!
//! | probe | arguments | gives back | when |
//! |---|---|---|---|
//! | [`ENTRY`] | `(functionId, id)` | – | a function's body starts, after its parameters are bound |
//! | [`STATEMENT`] | `(id, v0, v1, …)` | – | before a statement; the values are those of the site's `visible`, in its order |
//! | [`CAUGHT`] | `(id)` or `(id, e)` | – | a `catch` block starts; `e` where the parameter is a plain name |
//! | [`THROWN`] | `(id, value)` | `value` | right before `throw` throws |
//! | [`EXIT`] | `(id, value)` | `value` | right before `return` (or an arrow's expression) hands its value over |
//! | [`CALL`] | `(id, last, first, second, …)` | `last` | right before a call; the arguments are `first, second, …, last` |
//! | [`CALL_BARE`] | `(id)` or `(id, x)` | `x` | right before a call without arguments |
//! | [`CALL_SPREAD`] | `(id, array)` or `(id)` | `array`, or a new empty array | right before a call; the array holds all its arguments |
//! | [`RETURNED`] | `(id, value)` | `value` | a call came back. After an optional call that did not happen (`a?.b()`) no call probe with this id came before: nothing to report |
//! | [`PEEK`] | `(() => x)` | the value of `x`, or [`UNINITIALISED`]'s | inside the arguments of [`STATEMENT`], where `x` may still be in its temporal dead zone: the thunk then throws, and the probe must swallow that |
//! | [`BUDGET`] | `()` | – | loop heads and function entries, with [`Detail::Bounds`](super::Detail::Bounds) |
//!
//! [`UNINITIALISED`] is not a function but a constant, any value that no program can hold: it stands in place of a variable that is
//! certainly in its temporal dead zone. Names made of [`PREFIX`] and digits are the instrumenter's own local variables.

/// `U+029F`, a letter nobody types.
pub const PREFIX: &str = "ʟ";
/// A function's body starts.
pub const ENTRY: &str = "ʟe";
/// A statement is about to run.
pub const STATEMENT: &str = "ʟs";
/// A `catch` block starts.
pub const CAUGHT: &str = "ʟk";
/// A `throw` is about to throw.
pub const THROWN: &str = "ʟw";
/// A `return` is about to hand its value over.
pub const EXIT: &str = "ʟx";
/// A call with arguments, none of them spread, is about to be made.
pub const CALL: &str = "ʟc";
/// A call without arguments is about to be made.
pub const CALL_BARE: &str = "ʟb";
/// A call with arguments that are spread is about to be made.
pub const CALL_SPREAD: &str = "ʟv";
/// A call came back.
pub const RETURNED: &str = "ʟr";
/// Reads a variable that may still be in its temporal dead zone.
pub const PEEK: &str = "ʟt";
/// A constant, not a function: it stands for a variable that certainly is in its temporal dead zone.
pub const UNINITIALISED: &str = "ʟu";
/// Counts a turn of a loop or the start of a function, where nothing else is reported.
pub const BUDGET: &str = "ʟg";

/// Before and after spliced text: JavaScript white space (vertical tab, form feed), so the marks are never glued to a token,
/// never start a comment, and cost two bytes each.
pub(super) const OPEN: &str = "\u{b}\u{c}";
pub(super) const CLOSE: &str = "\u{c}\u{b}";
