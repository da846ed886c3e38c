//! The functions of Node's own JavaScript that run, with their texts: known from calls that are watched, and listed once a step is inside of one.

use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::JsObject;

use crate::library::Library;
use trace::{ByteOffset, LibraryFunction, LibraryFunctionId, Lines};

/// Functions of Node's that were called, by their code.
#[derive(Default)]
pub(crate) struct LibraryFunctions {
    by_code: BTreeMap<usize, usize>,
    called: Vec<Called>,
    listed: Vec<LibraryFunction>,
}

struct Called {
    function: JsObject,
    library: Library,
    listing: Listing,
}

#[derive(Clone, Copy)]
enum Listing {
    NotYet,
    As(LibraryFunctionId),
    /// Its text is not to be had.
    Never,
}

impl LibraryFunctions {
    /// The number of a function that is called.
    pub(super) fn called(&mut self, function: &JsObject, library: &Library) -> Option<usize> {
        let code = function.function_code()?;
        Some(*self.by_code.entry(code).or_insert_with(|| {
            self.called.push(Called { function: function.clone(), library: library.clone(), listing: Listing::NotYet });
            self.called.len() - 1
        }))
    }

    /// Puts the function with this number into the trace's list, if it is not there.
    pub(super) fn list(&mut self, number: usize) -> Option<LibraryFunctionId> {
        let called = self.called.get_mut(number)?;
        if matches!(called.listing, Listing::NotYet) {
            let id = u16::try_from(self.listed.len()).ok().map(LibraryFunctionId);
            called.listing = match id.zip(find(&called.function, &called.library)) {
                Some((id, found)) => {
                    self.listed.push(found);
                    Listing::As(id)
                }
                None => Listing::Never,
            };
        }
        match called.listing {
            Listing::As(id) => Some(id),
            _ => None,
        }
    }

    pub(super) fn listed(&self) -> &[LibraryFunction] {
        &self.listed
    }
}

/// A function in its module, in whole lines.
fn find(function: &JsObject, library: &Library) -> Option<LibraryFunction> {
    let path = function.function_path()?;
    let module = path.to_str()?.strip_prefix("node:")?;
    let (source, text) = (library.source(module)?, function.function_text()?);
    let at = source.find(&text)?;
    let lines = Lines::new(source);
    let [first, last] = [at, at + text.len()].map(|place| lines.position(ByteOffset::from(place)).line);
    let (start, end) = (lines.range(first)?.start, lines.range(last)?.end);
    let name = assigned_to(&source[start..at]).or_else(|| declared(&text))?;
    Some(LibraryFunction {
        name: Rc::from(name),
        file: Rc::from(format!("lib/{module}.js")),
        version: Rc::from(format!("v{}", library.version().trim_start_matches('v'))),
        line: first,
        text: Rc::from(source.get(start..end)?),
    })
}

/// `Writable.prototype.write = ` in front of a function.
fn assigned_to(before: &str) -> Option<&str> {
    let target = before.trim_end().strip_suffix(['=', ':'])?.trim();
    let target = ["const ", "let ", "var "].iter().find_map(|keyword| target.strip_prefix(keyword)).unwrap_or(target);
    let is_a_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.' | '[' | ']');
    (!target.is_empty() && target.chars().all(is_a_name)).then_some(target)
}

/// The name of a function or a method by its own text.
fn declared(text: &str) -> Option<&str> {
    let text = text.strip_prefix("async ").unwrap_or(text);
    let text = text.strip_prefix("function").unwrap_or(text).trim_start_matches(['*', ' ']);
    let name = text.split(['(', ' ']).next()?;
    Some(if name.is_empty() { "(anonymous)" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_called_as_its_text_says() {
        assert_eq!(assigned_to("Writable.prototype.write = "), Some("Writable.prototype.write"));
        assert_eq!(assigned_to("  const onwrite = "), Some("onwrite"));
        assert_eq!(assigned_to("  process.nextTick("), None);
        assert_eq!(assigned_to(""), None);
        assert_eq!(declared("function onwrite(stream, er) {}"), Some("onwrite"));
        assert_eq!(declared("get [kState]() {}"), Some("get"));
        assert_eq!(declared("function() {}"), Some("(anonymous)"));
        assert_eq!(declared("emit(type) {}"), Some("emit"));
    }
}
