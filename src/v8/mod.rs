//! What V8 makes of a program's text: a model that real Node is asked about, not an engine. May use `trace`.

pub mod bytecode;
