//! What stands in place of the stage, or below it: the console, the consoles of two runs, the function as V8 has it.

pub mod console;
pub mod function;
pub mod twin_console;
