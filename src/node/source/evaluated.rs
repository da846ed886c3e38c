//! Texts that a program evaluates, in stacks: `eval at f (file.js:1:2), <anonymous>:1:1` (V8 13.6 `src/objects/call-site-info.cc`, `AppendFileLocation`, and
//! `src/execution/messages.cc`, `FormatEvalOrigin`).

use std::path::Path;
use std::rc::Rc;

use boa_engine::{Context, JsString};

use super::Source;
use super::place::place_of_frame;
use crate::host::Host;
use crate::probe::Goal;

/// How many texts are kept for the places in them: of a program that evaluates without end the later ones have Boa's places.
const MOST_KEPT: usize = 500;

const BEGINNING: &str = "eval at ";

/// What the code of `text` stands under: where it is evaluated, or the name that it gives itself.
pub(crate) fn path_of_evaluated(host: &Host, text: &JsString, context: &mut Context) -> Rc<Path> {
    let text = text.to_std_string_lossy();
    let path = match own_name(&text) {
        Some(name) => name.to_owned(),
        None => format!("{}{SEPARATOR}{}", origin_of_now(host, context), host.scripts.borrow().len()),
    };
    let mut scripts = host.scripts.borrow_mut();
    if scripts.len() < MOST_KEPT {
        scripts.insert(Rc::from(path.as_str()), Source::new(Rc::from(text), None, Goal::CommonJs));
    }
    Rc::from(Path::new(&path))
}

/// Tells texts apart that are evaluated at one place; no path has it.
const SEPARATOR: char = '\0';

/// Where the text under this path was evaluated; `None`: it is a file, or has a name of its own.
pub(crate) fn origin(path: &str) -> Option<&str> {
    path.starts_with(BEGINNING).then(|| path.split(SEPARATOR).next()).flatten()
}

/// `//# sourceURL=name`
fn own_name(text: &str) -> Option<&str> {
    let (_, rest) = text.rsplit_once("//# sourceURL=")?;
    rest.split_whitespace().next()
}

fn origin_of_now(host: &Host, context: &mut Context) -> String {
    let frame = context.stack_frames(8).into_iter().find(|frame| !frame.native);
    let name = frame.as_ref().map(|frame| frame.function_name.to_std_string_lossy()).filter(|name| !name.is_empty() && !name.starts_with('<'));
    let name = name.unwrap_or_else(|| "<anonymous>".to_owned());
    let place = frame.and_then(|frame| place_of_frame(host, &frame));
    match place {
        Some(place) => match origin(&place.path) {
            Some(outer) => format!("{BEGINNING}{name} ({outer})"),
            None => format!("{BEGINNING}{name} ({place})"),
        },
        None => format!("{BEGINNING}{name}"),
    }
}
