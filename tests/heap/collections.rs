//! How many scavenges and mark-compacts come, against `--trace-gc --single-threaded-gc` of real Node (`tests/heap/measured/counts.txt`).

use super::driver::{Driver, RELEASES, programs};
use v8::heap::{Collector, Configuration, Scale};

/// The programs that are quickly through.
const SHORT: &[&str] = &["garbage_buffers", "garbage_huge", "ring_large"];

#[test]
fn collections_are_as_many_as_in_node() {
    let counts = include_str!("measured/counts.txt");
    let mut off = Vec::new();
    let mut close = 0;
    for (name, program) in programs() {
        let mut row = format!("{name:20}");
        for (profile, label) in RELEASES.into_iter().filter(|(_, label)| super::whole() || *label == "node" && SHORT.contains(&name)) {
            let line = counts.lines().find(|line| line.starts_with(&format!("{label} {name} "))).expect("a measured count");
            let number = |key: &str| -> usize {
                line.split(' ').find_map(|word| word.strip_prefix(key)).and_then(|word| word.parse().ok()).expect("a number")
            };
            let (real_scavenges, real_marks) = (number("scav="), number("mc="));
            let mut driver = Driver::new(Configuration::new(profile).with_single_threaded_gc(), Scale::REAL);
            program(&mut driver);
            driver.end();
            let (scavenges, marks) = (driver.count(Collector::Scavenge), driver.count(Collector::MarkCompact));
            let right = scavenges.abs_diff(real_scavenges) <= 1 + real_scavenges / 10 && marks.abs_diff(real_marks) <= 1;
            row += &format!(" | {scavenges}+{marks} ({real_scavenges}+{real_marks}){}", if right { " " } else { "!" });
            if right {
                close += 1;
            } else {
                off.push(format!("{label} {name}"));
            }
        }
        println!("{row}");
    }
    println!("close: {close}, off: {}: {off:?}", off.len());
    // Fitted and not wholly reached: see docs/v8.md.
    assert!(off.len() <= if super::whole() { 5 } else { 1 } && close >= 2, "off: {off:?}");
}
