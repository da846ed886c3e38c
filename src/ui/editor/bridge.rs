//! The exports of `editor.js`, which drive CodeMirror; the module is loaded when it is first wanted.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `boot.js`: imports the editor's module.
    #[wasm_bindgen(js_namespace = nodeLifecycle, js_name = editor, catch)]
    pub fn load() -> Result<Promise, JsValue>;

    /// The module.
    pub type Module;

    #[wasm_bindgen(method)]
    pub fn create(this: &Module, parent: &web_sys::Element, doc: &str, on_edit: &js_sys::Function, on_leave: &js_sys::Function) -> Handle;

    /// One editor on the page.
    #[derive(Clone)]
    pub type Handle;

    /// Replaces the text if it differs; no edit is reported.
    #[wasm_bindgen(method, js_name = setText)]
    pub fn set_text(this: &Handle, text: &str);

    /// Lights up `from..to` (UTF-16) in a role's colour, or nothing.
    #[wasm_bindgen(method)]
    pub fn show(this: &Handle, from: i32, to: i32, role_class: &str);

    /// Fills the gutter with marks of the form `[line, role class, icon, words]`.
    #[wasm_bindgen(method)]
    pub fn mark(this: &Handle, marks: &Array);

    /// Underlines the text from a 1-based line and column to the line's end; line 0: nothing.
    #[wasm_bindgen(method)]
    pub fn wrong(this: &Handle, line: u32, column: u32);

    /// Takes the keyboard; the caret goes to a point of the window if one is given.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Handle, x: f64, y: f64);

    #[wasm_bindgen(method)]
    pub fn destroy(this: &Handle);
}
