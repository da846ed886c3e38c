//! Paths as text: their components, and the kernel's bounds on them.

use super::Errno;

/// `PATH_MAX`, with its NUL.
const LONGEST_PATH: usize = 4096;
/// `NAME_MAX` of ext4, in bytes.
const LONGEST_NAME: usize = 255;

/// A component of a path, other than an empty one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Component {
    Name(String),
    /// `.`
    Here,
    /// `..`
    Up,
}

/// The components of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub absolute: bool,
    /// Last component first, so that a walk can pop, and a symlink's own can be pushed.
    pub reversed: Vec<Component>,
    /// The path ends in a slash, as `a/`: it must name a directory.
    pub trailing_slash: bool,
}

/// Takes a path apart.
///
/// # Errors
/// `ENOENT` for an empty path, `ENAMETOOLONG` for a path or a component beyond the kernel's bounds.
pub(super) fn parse(path: &str) -> Result<Parts, Errno> {
    if path.is_empty() {
        return Err(Errno::ENOENT);
    }
    if path.len() >= LONGEST_PATH {
        return Err(Errno::ENAMETOOLONG);
    }
    let reversed = path
        .split('/')
        .rev()
        .filter(|part| !part.is_empty())
        .map(|part| match part {
            "." => Ok(Component::Here),
            ".." => Ok(Component::Up),
            name if name.len() > LONGEST_NAME => Err(Errno::ENAMETOOLONG),
            name => Ok(Component::Name(name.to_owned())),
        })
        .collect::<Result<_, _>>()?;
    Ok(Parts { absolute: path.starts_with('/'), reversed, trailing_slash: path.len() > 1 && path.ends_with('/') })
}
