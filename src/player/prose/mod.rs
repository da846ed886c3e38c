//! The words of the page: sentences, clauses and labels for steps, tasks, modules and streams.
//!
//! `caption` joins `sentence` (what happened), `why` (why it happened now) and `v8_note` (what V8 did beside it). `loop_words`, `module_words`,
//! `stream_words` and `web_words` make sentences of one subject; `phrase` and `words` are the parts that all are made of.

mod caption;
mod loop_words;
mod module_words;
mod phrase;
mod sentence;
mod stream_words;
mod v8_note;
mod web_words;
mod why;
mod words;

pub use caption::{Caption, Rich, caption, sentence_text};
pub(crate) use loop_words::name as phase_name;
pub use module_words::{module_name, module_status};
pub(crate) use phrase::{clip, task_text};
pub use stream_words::{amount, chunk_words, listeners_words, rate, resident, stream_name};
pub use words::{duration, frame_name, plural, short_label, short_task};
