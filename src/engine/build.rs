//! Bounds the engine's memory in the browser: a program that wants more is stopped, and the tab lives.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // 1 GiB; `src/browser/worker.js` knows it too.
        println!("cargo::rustc-link-arg-bin=engine=--max-memory=1073741824");
    }
}
