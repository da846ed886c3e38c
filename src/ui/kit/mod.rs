//! Small parts that every component may use: icons, and an element's size.

pub mod icon;
pub mod size;
