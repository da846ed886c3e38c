//! Errors in V8's words: what a `TypeError` calls the things that the program wrote, and V8's sentences for Boa's.
//!
//! `places` finds the calls and operands that an error can stand at, `standing` where V8 says that they stand, `printer` prints them as V8 does; `json`, `regexps` and `texts` say what
//! is wrong with a text; `messages` is the table for what Boa says in other words. The values themselves Boa prints (`value/words.rs` in
//! `patches/boa_engine`, the patch `v8-words`).

mod brands;
mod inferred;
mod json;
mod messages;
mod places;
mod printer;
mod refusals;
mod regexps;
mod standing;
mod texts;

pub(crate) use json::{JsonPlace, not_json, not_json_until_v8_11};
pub(crate) use messages::v8_words;
pub(crate) use places::{Places, class_text};
pub(crate) use refusals::refused_call;
pub(crate) use standing::token_from;
pub(crate) use texts::{dynamic_function, eval_text};
