//! Errors in V8's words: the problems of texts, the names by which a `TypeError` calls the things that the program wrote, and V8's sentences for Boa's.
//!
//! For texts that cannot be read: `syntax` puts oxc's sentences into V8's words, and `parser_sentences` is its table. `text_problem` and `texts` read the
//! texts that are given to `eval` and `Function`, `json` and `regexps` are for texts of those kinds.
//!
//! For failures while a program runs: `places` finds the calls and operands that an error can stand at, `standing` the places that V8 gives them.
//! `printer` prints them as V8 does, `refusals` is about calls, and `boa_sentences` is the table of Boa's other sentences. The values themselves Boa
//! prints (`value/words.rs` in `patches/boa_engine`, the patch `v8-words`).
//!
//! May use `probe`, which reads texts, and `inspect`.

mod boa_sentences;
mod brands;
mod inferred;
mod json;
mod parser_sentences;
mod places;
mod printer;
mod refusals;
mod regexps;
mod standing;
mod syntax;
mod syntax_problem;
mod text_problem;
mod texts;

pub(crate) use boa_sentences::v8_words;
pub(crate) use json::{JsonPlace, not_json, not_json_until_v8_11};
pub(crate) use places::{Places, class_text};
pub(crate) use refusals::refused_call;
pub(crate) use standing::token_from;
pub(crate) use syntax::Text;
pub use syntax_problem::SyntaxProblem;
pub(crate) use texts::{dynamic_function, eval_text};
