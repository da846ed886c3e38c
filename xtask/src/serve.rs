//! `cargo xtask serve`: builds a draft of the page and serves it on this machine only.

use crate::build::{self, Kind};
use crate::project::Project;
use crate::setup;
use crate::shell::{Explain, Result, fail, on_path, say, title};
use crate::times::Times;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const FIRST_PORT: u16 = 8080;
const PORTS_TO_TRY: u16 = 20;

/// Builds, serves, opens the browser. Ends with the terminal's Ctrl-C.
pub(crate) fn serve(project: &Project, arguments: &[String]) -> Result<()> {
    let (mut port, mut open, mut kind) = (None, true, Kind::Draft);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--port" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                port = Some(number.explain("--port needs a number, as in --port 8080")?);
            }
            "--no-open" => open = false,
            "--final" => kind = Kind::Final,
            other => return fail(format!("serve does not know `{other}`; it knows --port N, --no-open and --final")),
        }
    }
    let times = Times::new();
    let dist = build::everything(project, &setup::compiler(project)?, kind, &times)?;
    title("times");
    say(format_args!("{times}"));
    if kind == Kind::Draft {
        say(
            "   This is a draft: its app.wasm is large, since compiling the small one takes minutes. `cargo xtask build` makes the page for readers,",
        );
        say("   and `cargo xtask serve --final` serves that.");
    }
    let (listener, port) = listen(port)?;
    let address = format!("http://localhost:{port}/");
    say(format_args!("\nNode Lifecycle is at {address}   (Ctrl-C ends it)"));
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        let dist = dist.clone();
        // A reader who goes away in the middle is no error of ours.
        std::thread::spawn(move || answer(&dist, stream));
    }
    Ok(())
}

fn listen(wanted: Option<u16>) -> Result<(TcpListener, u16)> {
    let ports = wanted.map_or(FIRST_PORT..=FIRST_PORT + PORTS_TO_TRY, |port| port..=port);
    let (first, last) = (*ports.start(), *ports.end());
    for port in ports {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            return Ok((listener, port));
        }
    }
    if first == last {
        fail(format!("Port {first} is taken: choose another with --port N."))
    } else {
        fail(format!("Ports {first} to {last} are taken: choose one with --port N."))
    }
}

fn open_browser(address: &str) {
    let has_screen = cfg!(target_os = "macos") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = ["xdg-open", "open"].into_iter().find(|name| on_path(name).is_some());
    if let (true, Some(opener)) = (has_screen, opener) {
        let _ = Command::new(opener).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}

/// One request, one answer.
fn answer(dist: &Path, stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(&stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, file_for(dist, target).map(|file| (fs::read(&file), file))) {
        ("GET" | "HEAD", Some((Ok(body), file))) => ("200 OK", media_type(&file), body),
        ("GET" | "HEAD", _) => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD.\n".to_vec()),
    };
    let mut stream = &stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that an address names; `None` where it would lead out of the folder.
fn file_for(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = decoded(target.split(['?', '#']).next()?)?;
    let relative = Path::new(path.trim_start_matches('/'));
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = dist.join(relative);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// Percent-decoding.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let (high, low) = (rest.next()? as char, rest.next()? as char);
                u8::try_from(high.to_digit(16)? * 16 + low.to_digit(16)?).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::file_for;
    use std::path::Path;

    #[test]
    fn an_address_never_leads_out_of_the_folder() {
        let dist = Path::new("/dist");
        assert_eq!(file_for(dist, "/engine/a%20b.js?x#y").as_deref(), Some(Path::new("/dist/engine/a b.js")));
        for target in ["/../etc/passwd", "/a/../../b", "/%2e%2e/b", "/%", "/%zz"] {
            assert_eq!(file_for(dist, target), None, "{target}");
        }
    }
}
