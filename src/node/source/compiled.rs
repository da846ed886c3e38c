//! Node's modules and the few texts of ours around them, compiled: read from the library's code cache where it has one, else parsed.

use std::path::Path;
use std::rc::Rc;

use boa_engine::{Context, JsResult, Script};

use super::engine_text::{utf16, utf16_source};
use crate::host::host;
use crate::library::Library;

/// A text that the engine itself runs.
#[derive(Clone)]
pub(crate) struct OwnScript {
    /// Among all such texts.
    pub(crate) name: Rc<str>,
    /// What its frames say.
    pub(crate) path: Rc<str>,
    /// What stands before and behind the source.
    pub(crate) around: [&'static str; 2],
    pub(crate) source: OwnSource,
}

/// Where a text comes from; not the text, which may have to be unpacked first.
#[derive(Clone)]
pub(crate) enum OwnSource {
    Ours(&'static str),
    /// The library's source, or data, of the script's name.
    Of(Library),
}

impl OwnScript {
    pub(crate) fn text(&self) -> Vec<u16> {
        let source = match &self.source {
            OwnSource::Ours(source) => source,
            OwnSource::Of(library) => library.source(&self.name).map_or("", |source| &**source),
        };
        let [before, behind] = self.around;
        utf16(&format!("{before}{source}{behind}"))
    }

    pub(crate) fn parse(&self, context: &mut Context) -> JsResult<Script> {
        Script::parse(utf16_source(&self.text(), Path::new(&*self.path)), None, context)
    }

    /// # Errors
    /// A `SyntaxError` where Boa can't read the text.
    pub(crate) fn compile(self, context: &mut Context) -> JsResult<Script> {
        let host = host(context);
        let cached = host.library.code().and_then(|code| {
            let script = self.clone();
            code.script(&self.name, Path::new(&*self.path), move || script.text(), context)
        });
        cached.map_or_else(|| self.parse(context), Ok)
    }
}
