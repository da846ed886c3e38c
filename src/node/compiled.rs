//! Node's modules and the few texts of ours around them, compiled: read from the library's code cache where it has one, else parsed.

use std::path::Path;
use std::rc::Rc;

use boa_engine::{Context, JsResult, Script};

use super::host::host;
use super::library::{CodeWriter, Library};
use super::scripts::{utf16, utf16_source};
use super::{bindings, realm};

/// A text that the engine itself runs.
#[derive(Clone)]
pub(crate) struct OwnScript {
    /// Among all such texts.
    pub(crate) name: Rc<str>,
    /// What its frames say.
    pub(crate) path: Rc<str>,
    /// What stands before and behind the source.
    pub(crate) around: [&'static str; 2],
    pub(crate) source: Rc<str>,
}

impl OwnScript {
    /// A text of ours under `node/`, whose name is none of Node's modules.
    pub(crate) fn of_ours(name: &str, path: &str, source: &str) -> Self {
        Self { name: Rc::from(name), path: Rc::from(path), around: [""; 2], source: Rc::from(source) }
    }

    fn text(&self) -> Vec<u16> {
        let [before, behind] = self.around;
        utf16(&format!("{before}{}{behind}", self.source))
    }

    fn parse(&self, context: &mut Context) -> JsResult<Script> {
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

/// Compiles all of a library: the bytes of its code cache.
///
/// # Errors
/// A sentence with what Boa threw: a defect of ours.
pub fn compile_library(library: &Library) -> Result<Vec<u8>, String> {
    let mut context = Context::default();
    let mut writer = CodeWriter::new(&mut context);
    let modules = library.module_ids().filter_map(|id| bindings::module_script(library, id));
    for script in modules.chain([realm::bootstrap()]) {
        // A module that can't be read says so when a program requires it.
        let Ok(parsed) = script.parse(&mut context) else {
            continue;
        };
        writer.add(&script.name, &parsed, &mut context).map_err(|error| format!("{} was not compiled: {error}", script.path))?;
    }
    Ok(library.pack_code(writer))
}

#[cfg(test)]
mod tests {
    use boa_engine::vm::CodeBlock;

    use super::*;
    use crate::node::Engine;
    use crate::trace::Profile;

    fn archive(major: u16) -> Vec<u8> {
        std::fs::read(format!("{}/target/node-library/node-{major}.bin", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    fn library() -> Library {
        Library::read(&archive(24)).unwrap()
    }

    /// Read from the cache, every function of every module is what compiling it makes.
    #[test]
    fn a_cached_module_is_the_compiled_one() {
        for profile in Profile::ALL {
            let library = Library::read(&archive(profile.major())).unwrap();
            let library = library.clone().with_code(compile_library(&library).unwrap());
            assert!(library.has_code());
            let mut context = Context::default();
            let modules: Vec<OwnScript> = library.module_ids().filter_map(|id| bindings::module_script(&library, id)).collect();
            for script in modules.into_iter().chain([realm::bootstrap()]) {
                let Ok(parsed) = script.parse(&mut context) else {
                    continue;
                };
                let again = script.clone();
                let cached = library.code().unwrap().script(&script.name, Path::new(&*script.path), move || again.text(), &context).unwrap();
                let [parsed, cached] = [parsed, cached].map(|script| CodeBlock::listing(&script.codeblock(&mut context).unwrap()));
                // Not `assert_eq`: these are megabytes.
                assert!(parsed == cached, "{} of Node {}", script.name, profile.major());
            }
        }
    }

    #[test]
    fn compiling_twice_gives_the_same_bytes() {
        let library = library();
        assert!(compile_library(&library).unwrap() == compile_library(&library).unwrap());
    }

    #[test]
    fn a_damaged_cache_is_none_and_the_library_boots_without() {
        let library = library();
        let whole = compile_library(&library).unwrap();
        let step = whole.len() / 50;
        let damaged = (0..whole.len()).step_by(step).map(|at| {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            bytes
        });
        let cut = (0..whole.len()).step_by(step).map(|end| whole[..end].to_vec());
        for bytes in damaged.chain(cut).chain([Vec::new(), b"something else".to_vec()]) {
            assert!(!library.clone().with_code(bytes).has_code());
        }
        assert!(Engine::boot(library.with_code(vec![0; 100])).is_ok());
    }

    #[test]
    fn the_cache_of_another_library_is_refused() {
        let other = Library::read(&archive(22)).unwrap();
        let code = compile_library(&other).unwrap();
        assert!(!library().with_code(code.clone()).has_code());
        assert!(other.with_code(code).has_code());
    }
}
