//! The modal dialogs, one component each, and the frame that they share.

pub mod dialog;
pub mod file;
pub mod help;
pub mod levers;
pub mod memory;
pub mod outputs;
pub mod share;
