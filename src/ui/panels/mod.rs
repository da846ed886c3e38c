//! The panels that may take the stage's place or stand below it: the console, the consoles of two runs, the function as V8 has it.

pub mod console;
pub mod function;
pub mod twin_console;
