//! Places in the code that jumps go to.

/// A place in the code, known or not yet known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub(super) usize);

/// A run of entries of the constant pool that a switch jumps by.
#[derive(Clone, Copy, Debug)]
pub(super) struct JumpTable {
    pub(super) first: u32,
    pub(super) size: u32,
    /// The value that the first entry is for.
    pub(super) base: i32,
}
