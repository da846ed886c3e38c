//! Two outcomes side by side, as a unified diff.

use super::Outcome;
use std::fmt::Write;

/// Lines around a difference.
const CONTEXT: usize = 3;

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Both,
    Node,
    Ours,
}

/// `-` is what real node did, `+` what ours did.
pub fn difference(node: &Outcome, ours: &Outcome) -> String {
    let (node, ours) = (node.shown(), ours.shown());
    let lines = aligned(&node.lines().collect::<Vec<_>>(), &ours.lines().collect::<Vec<_>>());
    let near = |at: usize| lines[at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(lines.len())].iter().any(|(side, _)| *side != Side::Both);
    let mut text = "--- node\n+++ ours\n".to_owned();
    let mut gap = false;
    for (at, (side, line)) in lines.iter().enumerate() {
        if !near(at) {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            let _ = writeln!(text, "@@ line {} @@", at + 1);
        }
        let mark = match side {
            Side::Both => ' ',
            Side::Node => '-',
            Side::Ours => '+',
        };
        let _ = writeln!(text, "{mark}{line}");
    }
    text
}

/// The longest common subsequence; outcomes are short, so the plain table is enough.
fn aligned<'a>(node: &[&'a str], ours: &[&'a str]) -> Vec<(Side, &'a str)> {
    const MOST: usize = 2000;
    let (node, ours) = (&node[..node.len().min(MOST)], &ours[..ours.len().min(MOST)]);
    let mut longest = vec![vec![0_u32; ours.len() + 1]; node.len() + 1];
    for i in (0..node.len()).rev() {
        for j in (0..ours.len()).rev() {
            longest[i][j] = if node[i] == ours[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < node.len() || j < ours.len() {
        if i < node.len() && j < ours.len() && node[i] == ours[j] {
            lines.push((Side::Both, node[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < node.len() && (j == ours.len() || longest[i + 1][j] >= longest[i][j + 1]) {
            lines.push((Side::Node, node[i]));
            i += 1;
        } else {
            lines.push((Side::Ours, ours[j]));
            j += 1;
        }
    }
    lines
}
