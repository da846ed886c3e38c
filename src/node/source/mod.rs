//! The texts that are compiled: the program's files, what it evaluates, and Node's own.

pub(crate) mod call_site;
pub(crate) mod compiled;
pub(crate) mod evaluated;
pub(crate) mod function_text;
pub(crate) mod main_script;
pub(crate) mod scripts;
pub(crate) mod stack;
