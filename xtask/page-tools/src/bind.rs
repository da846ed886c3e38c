//! wasm-bindgen, with the options that Trunk gives its command-line tool.

use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Writes `NAME_bg.wasm` and `NAME.js` into the folder.
///
/// # Errors
/// Says which wasm could not be bound, and why.
pub(crate) fn bind(wasm: &Path, folder: &Path, name: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).omit_default_module_path(false);
    bindgen.web(true).and_then(|bindgen| bindgen.generate(folder)).map_err(|problem| format!("{} could not be bound: {problem:#}", wasm.display()))
}
