//! With and without `--max-semi-space-size` and `--max-old-space-size`, against the median of three runs of real Node as it is, threads
//! and all (`tests/heap/measured/counts3.txt`).

use super::driver::{Driver, RELEASES, class_programs};
use v8::heap::{Collector, Configuration, Scale};

#[test]
fn flags_move_the_collections_as_in_node() {
    let counts = include_str!("measured/counts3.txt");
    let programs = class_programs();
    let (mut close, mut off) = (0, Vec::new());
    let mut row = String::new();
    for line in counts.lines().filter(|line| super::whole() || line.starts_with("node churn semi=0 old=128")) {
        let words: Vec<&str> = line.split(' ').collect();
        let number =
            |key: &str| -> u64 { words.iter().find_map(|word| word.strip_prefix(key)).and_then(|word| word.parse().ok()).expect("a number") };
        let (profile, label) = RELEASES.into_iter().find(|(_, label)| *label == words[0]).expect("a profile");
        let mut configuration = Configuration::new(profile);
        if number("semi=") > 0 {
            configuration = configuration.with_max_semi_space(number("semi="));
        }
        if number("old=") > 0 {
            configuration = configuration.with_max_old_space(number("old="));
        }
        let mut driver = Driver::new(configuration, Scale::REAL);
        programs[words[1]](&mut driver);
        driver.end();
        let (scavenges, marks) = (driver.count(Collector::Scavenge) as u64, driver.count(Collector::MarkCompact) as u64);
        let right = scavenges.abs_diff(number("scav=")) <= 1 + number("scav=") / 10 && marks.abs_diff(number("mc=")) <= 1;
        if label == "node-18" {
            println!("{row}");
            row = format!("{:12} {} {:9}", words[1], words[2], words[3]);
        }
        row += &format!(" | {scavenges}+{marks} ({}+{}){}", number("scav="), number("mc="), if right { " " } else { "!" });
        if right { close += 1 } else { off.push(line) }
    }
    println!("{row}\nclose: {close}, off: {}: {off:#?}", off.len());
    assert!(close > 0 && (close >= 9 * off.len() || !super::whole() && off.is_empty()), "off: {off:#?}");
}
