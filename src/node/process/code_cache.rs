//! Compiling all of Node's modules and our own scripts ahead.

use std::rc::Rc;

use boa_engine::Context;
use boa_engine::context::time::FixedClock;

use super::realm::own_scripts;
use crate::bindings::module_script;
use crate::library::{CodeWriter, Library};

/// Compiles all of a library. The bytes of its code cache.
///
/// # Errors
/// A sentence with Boa's exception: a defect of ours.
pub fn compile_library(library: &Library) -> Result<Vec<u8>, String> {
    // Compiling reads no clock, and in the browser there is none to make a default one of.
    let context = Context::builder().clock(Rc::new(FixedClock::from_millis(0))).build();
    let mut context = context.map_err(|error| format!("Boa did not start: {error}"))?;
    let mut writer = CodeWriter::new(&mut context);
    let modules = library.module_ids().filter_map(|id| module_script(library, id));
    for script in modules.chain(own_scripts(library)) {
        // A module that can't be read throws when a program requires it.
        let Ok(parsed) = script.parse(&mut context) else {
            writer.add_name(&script.name);
            continue;
        };
        writer.add(&script.name, &parsed, &mut context).map_err(|error| format!("{} was not compiled: {error}", script.path))?;
    }
    Ok(library.pack_code(writer))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use boa_engine::vm::CodeBlock;

    use super::*;
    use crate::process::Engine;
    use crate::source::OwnScript;
    use trace::Profile;

    fn archive(major: u16) -> Vec<u8> {
        support::library(Profile::of_major(major).unwrap()).unwrap()
    }

    fn library() -> Library {
        Library::read(&archive(24)).unwrap()
    }

    fn has_code(major: u16, code: &[u8]) -> bool {
        Library::with_code(&archive(major), code).unwrap().has_code()
    }

    /// Every function of every module, read from this cache, is what compiling it makes, whatever was read before: last things first.
    fn check(library: &Library) {
        assert!(library.has_code());
        let mut context = Context::default();
        let modules: Vec<OwnScript> = library.module_ids().filter_map(|id| module_script(library, id)).collect();
        let scripts: Vec<OwnScript> = modules.into_iter().chain(own_scripts(library)).collect();
        for script in scripts.into_iter().rev() {
            let Ok(parsed) = script.parse(&mut context) else {
                continue;
            };
            let again = script.clone();
            let cached = library.code().unwrap().script(&script.name, Path::new(&*script.path), move || again.text(), &context).unwrap();
            let [parsed, cached] = [parsed, cached].map(|script| {
                let code = script.codeblock(&mut context).unwrap();
                CodeBlock::listing(&code, &mut context)
            });
            // A cache does not keep how many bindings a scope has with those that live in registers; the number of a tagged template is of its parser.
            let is_kept = |line: &&str| !line.contains("[SCOPE]") && !line.contains("site:");
            let mut lines = [&parsed, &cached].map(|listing| listing.lines().filter(is_kept));
            loop {
                let [parsed, cached] = lines.each_mut().map(Iterator::next);
                assert_eq!(parsed, cached, "{} of Node {}", script.name, library.version());
                if parsed.is_none() {
                    break;
                }
            }
        }
    }

    #[test]
    fn a_cached_module_is_the_compiled_one() {
        support::on_a_deep_stack(|| {
            for profile in Profile::ALL {
                let archive = archive(profile.major());
                let code = compile_library(&Library::read(&archive).unwrap()).unwrap();
                check(&Library::with_code(&archive, &code).unwrap());
            }
        });
    }

    #[test]
    fn what_a_cache_of_called_functions_has_not_is_compiled() {
        support::on_a_deep_stack(|| {
            let code = compile_library(&library()).unwrap();
            let library = Library::with_code(&archive(24), &code).unwrap();
            assert!(Engine::boot(library.clone()).is_ok());
            let called = library.code_that_ran(1).unwrap();
            assert!(called.len() < code.len() / 4);
            let library = Library::with_code(&archive(24), &called).unwrap();
            assert!(Engine::boot(library.clone()).is_ok());
            check(&library);
        });
    }

    #[test]
    fn compiling_twice_gives_the_same_bytes() {
        support::on_a_deep_stack(|| {
            assert!(compile_library(&library()).unwrap() == compile_library(&library()).unwrap());
        });
    }

    #[test]
    fn a_damaged_cache_is_none_and_the_library_boots_without() {
        support::on_a_deep_stack(|| {
            let whole = compile_library(&library()).unwrap();
            let step = whole.len() / 50;
            let damaged = (0..whole.len()).step_by(step).map(|at| {
                let mut bytes = whole.clone();
                bytes[at] ^= 0x10;
                bytes
            });
            let cut = (0..whole.len()).step_by(step).map(|end| whole[..end].to_vec());
            for bytes in damaged.chain(cut).chain([b"something else".to_vec()]) {
                assert!(!has_code(24, &bytes));
            }
            assert!(Engine::boot(Library::with_code(&archive(24), &[0; 100]).unwrap()).is_ok());
        });
    }

    #[test]
    fn the_cache_of_another_library_is_refused() {
        support::on_a_deep_stack(|| {
            let code = compile_library(&Library::read(&archive(22)).unwrap()).unwrap();
            assert!(has_code(22, &code));
            assert!(!has_code(24, &code));
        });
    }
}
