//! The links marked `data-trunk` in index.html, which say what the page is made of. Trunk reads them too: `trunk build` and
//! `cargo xtask build` make the same page.

use crate::shell::{Explain, Result, fail};
use std::path::Path;

/// The parts that index.html asks for, and the page without those links.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TrunkLinks {
    /// The name that the page's wasm and its script get.
    pub(super) name: String,
    /// How far wasm-opt goes: `z`. Without, it does not run.
    pub(super) optimisation: Option<String>,
    /// Files that are copied beside the page, relative to the project.
    pub(super) copied: Vec<String>,
    /// index.html as it is served.
    pub(super) html: String,
}

impl TrunkLinks {
    /// Reads index.html.
    ///
    /// # Errors
    /// Names the link or attribute that this build knows nothing of, though Trunk may.
    pub(super) fn read(html: &str) -> Result<Self> {
        let (mut program, mut copied, mut kept) = (None, Vec::new(), String::new());
        let mut rest = html;
        while let Some(start) = rest.find("<link ") {
            let end = start + rest[start..].find('>').explain("index.html holds a <link that does not end")? + 1;
            let (link, after) = (&rest[start..end], &rest[end..]);
            let attributes = attributes(link)?;
            if attributes.iter().any(|(name, _)| *name == "data-trunk") {
                kept.push_str(&rest[..start]);
                // The line that it stood in goes with it.
                rest = if kept.is_empty() || kept.ends_with('\n') { after.strip_prefix('\n').unwrap_or(after) } else { after };
                match value(&attributes, "rel") {
                    Some("rust") => program = Some(rust(link, &attributes)?),
                    Some("copy-file") => copied.push(copy_file(link, &attributes)?),
                    _ => {
                        return fail(format!(
                            "index.html: {link} asks for something that `cargo xtask build` does not know; xtask/src/build/trunk_links.rs reads it"
                        ));
                    }
                }
            } else {
                kept.push_str(&rest[..end]);
                rest = after;
            }
        }
        kept.push_str(rest);
        let (name, optimisation) = program.explain("index.html has no <link data-trunk rel=\"rust\">: which program is the page's?")?;
        Ok(Self { name, optimisation, copied, html: kept })
    }
}

fn rust(link: &str, attributes: &[(&str, &str)]) -> Result<(String, Option<String>)> {
    // Which package cargo builds, stands in cargo_commands.rs.
    only(link, attributes, &["data-bin", "data-wasm-opt", "href"])?;
    let name = value(attributes, "data-bin").explain(format_args!("index.html: {link} names no program (data-bin)"))?;
    Ok((name.to_owned(), value(attributes, "data-wasm-opt").map(str::to_owned)))
}

fn copy_file(link: &str, attributes: &[(&str, &str)]) -> Result<String> {
    only(link, attributes, &["href"])?;
    let file = value(attributes, "href").filter(|file| Path::new(file).file_name().is_some());
    file.map(str::to_owned).explain(format_args!("index.html: {link} names no file (href)"))
}

/// An attribute that changes what Trunk does must not be passed over in silence.
fn only(link: &str, attributes: &[(&str, &str)], known: &[&str]) -> Result<()> {
    match attributes.iter().find(|(name, _)| !["data-trunk", "rel"].contains(name) && !known.contains(name)) {
        Some((name, _)) => {
            fail(format!("index.html: `cargo xtask build` does not know the attribute {name} of {link}; xtask/src/build/trunk_links.rs reads it"))
        }
        None => Ok(()),
    }
}

fn value<'a>(attributes: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
}

/// The attributes of `<link …>`: `name` or `name="value"`.
fn attributes(link: &str) -> Result<Vec<(&str, &str)>> {
    let mut rest = link.trim_start_matches("<link").trim_end_matches('>').trim_end_matches('/').trim();
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').explain(format_args!("index.html: a value in {link} does not end"))?;
            (value, rest) = (&quoted[..end], &quoted[end + 1..]);
        } else if rest.starts_with('=') {
            return fail(format!("index.html: the value of {name} in {link} needs double quotes"));
        }
        attributes.push((name, value));
        rest = rest.trim_start();
    }
    Ok(attributes)
}

#[cfg(test)]
mod tests {
    use super::TrunkLinks;

    const RUST: &str = "<link data-trunk rel=\"rust\" href=\"src/app/Cargo.toml\" data-bin=\"app\" data-wasm-opt=\"z\">";

    #[test]
    fn the_links_are_read_and_taken_out_with_their_lines() {
        let html = format!(
            "<head>\n<link rel=\"stylesheet\" href=\"app.css\">\n{RUST}\n<link data-trunk rel=\"copy-file\" href=\"src/ui/boot.js\">\n</head>\n"
        );
        let links = TrunkLinks::read(&html).expect("it is read");
        assert_eq!(links.name, "app");
        assert_eq!(links.optimisation.as_deref(), Some("z"));
        assert_eq!(links.copied, ["src/ui/boot.js"]);
        assert_eq!(links.html, "<head>\n<link rel=\"stylesheet\" href=\"app.css\">\n</head>\n");
    }

    #[test]
    fn a_link_may_hold_a_picture_and_stand_beside_others() {
        let html =
            format!("<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg stroke='%2309744a'/%3E\"><link rel=\"preload\" crossorigin>{RUST}<p>");
        let links = TrunkLinks::read(&html).expect("it is read");
        assert_eq!(links.html, html.replace(RUST, ""));
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        let refused = |html: &str| TrunkLinks::read(html).expect_err("it is refused").0;
        assert!(refused("<link data-trunk rel=\"sass\" href=\"a.scss\">").contains("rel=\"sass\""));
        assert!(refused(&RUST.replace("data-bin", "data-keep-debug=\"true\" data-bin")).contains("data-keep-debug"));
        assert!(refused("<head>").contains("rel=\"rust\""));
        assert!(refused("<link data-trunk rel=rust>").contains("double quotes"));
        assert!(refused("<link data-trunk rel=\"copy-file\" href=\"a\" data-target-path=\"b\">").contains("data-target-path"));
    }
}
