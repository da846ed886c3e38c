//! Marks the program's text so that every statement and call reports itself: an oxc syntax tree says where, text is spliced in by byte offset.
//!
//! Pure: text in, text and tables out; no engine. [`names`] says what the spliced calls mean. A program must not be able to notice
//! that it is instrumented (but by timing): no line moves, names, `this`, hoisting, the temporal dead zone and the order of evaluation stay,
//! and [`strip_markers`] gives `Function.prototype.toString` the author's text back. The bodies of `with` statements are left as they are: a
//! name in there is first asked of the program's own object.

mod arguments;
mod callee_text;
mod calls;
mod cjs_exports;
mod compilations;
mod functions;
mod instrument;
mod module_requests;
mod module_syntax;
pub mod names;
mod nesting;
mod position_map;
mod readiness;
mod regular_expressions;
mod splice;
mod statements;
mod syntax;
mod tokens;
mod variables;
mod visitor;

pub(crate) use cjs_exports::exports_of;
pub(crate) use compilations::{DEEPEST, LONGEST};
pub(crate) use instrument::read;
pub use instrument::{Detail, Goal, Instrumented, Request, Tables, instrument};
pub(crate) use module_requests::place_of_import;
pub(crate) use module_syntax::is_module_instead;
pub(crate) use position_map::offset;
pub use position_map::{Author, Compiled, Position, PositionMap};
pub use regular_expressions::Expression;
pub(crate) use regular_expressions::expressions;
pub use splice::strip_markers;
pub(crate) use tokens::{Kind, Token, tokens};

#[cfg(test)]
mod tests;
