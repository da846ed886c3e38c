//! Real node, asked through its natives and its log of inline caches.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use trace::Profile;

use super::ours::At;

pub(crate) struct Real {
    /// The output of the program.
    pub answers: String,
    /// The last state of each site of the program.
    pub sites: BTreeMap<At, char>,
}

/// Stands behind the program, so that its lines keep their numbers; functions are hoisted.
pub(crate) const QUESTIONS: &str = "
function same(a, b) { process.stdout.write(%HaveSameMap(a, b) + '\\n'); }
function fast(a) { process.stdout.write(%HasFastProperties(a) + '\\n'); }
function kind(a) {
  const asked = [['smi', %HasSmiElements(a)], ['double', %HasDoubleElements(a)], ['object', %HasObjectElements(a)], ['holey', %HasHoleyElements(a)],
    ['dictionary', %HasDictionaryElements(a)], ['smi or object', %HasSmiOrObjectElements(a)]];
  process.stdout.write(asked.filter((one) => one[1]).map((one) => one[0]).join(', ') + '\\n');
}
";

/// Where the programs and the logs are laid.
pub(crate) fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("shapes-{}", std::process::id()))
}

pub(crate) fn ask(source: &str, path: &Path, profile: Profile, feedback: bool) -> Real {
    let folder = folder();
    std::fs::create_dir_all(&folder).expect("a folder for the programs");
    let name = format!("{}-{profile:?}", path.file_stem().unwrap_or_default().to_string_lossy());
    let (script, log) = (folder.join(format!("{name}.js")), folder.join(format!("{name}.log")));
    std::fs::write(&script, source).expect("the program is written");
    let mut command = Command::new(support::real_node(profile).unwrap_or_else(|sentence| panic!("{sentence}")));
    command.arg("--allow-natives-syntax");
    if feedback {
        command
            .args(["--no-lazy-feedback-allocation", "--no-opt", "--log-ic", "--no-logfile-per-isolate"])
            .arg(format!("--logfile={}", log.display()));
    }
    let output = command.arg(&script).output().expect("node runs");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let answers = String::from_utf8_lossy(&output.stdout).into_owned();
    let sites = std::fs::read_to_string(&log).map(|log| sites(&log, &script)).unwrap_or_default();
    Real { answers, sites }
}

fn hex(text: &str) -> Option<u64> {
    u64::from_str_radix(text.trim_start_matches("0x"), 16).ok()
}

/// The lines of the log that belong to bytecode of the script, by the addresses of its functions.
fn sites(log: &str, script: &Path) -> BTreeMap<At, char> {
    let script = script.display().to_string();
    let (mut code, mut sites) = (Vec::new(), BTreeMap::new());
    for line in log.lines() {
        let fields: Vec<&str> = line.split(',').collect();
        if fields[0] == "code-creation" && line.contains(&script) {
            code.extend(hex(fields[4]).zip(fields[5].parse().ok()).map(|(start, size): (u64, u64)| start..start + size + 64));
        }
        if fields[0].ends_with("IC")
            && let [_, pc, _, line, column, _, state, ..] = fields[..]
            && let (Some(pc), Ok(line), Ok(column), Some(state)) = (hex(pc), line.parse(), column.parse(), state.chars().next())
            && code.iter().any(|range: &std::ops::Range<u64>| range.contains(&pc))
        {
            sites.insert((line, column), state);
        }
    }
    sites
}
