//! Two texts side by side.

use std::time::Duration;

use similar::TextDiff;

/// How long the shortest difference is looked for; a longer one will do then.
const PATIENCE: Duration = Duration::from_secs(5);

/// A unified diff by lines: `-` is what real node did, `+` what ours did. Empty where they are equal.
#[must_use]
pub fn difference(node: &str, ours: &str) -> String {
    let mut config = TextDiff::configure();
    config.timeout(PATIENCE);
    config.diff_lines(node, ours).unified_diff().missing_newline_hint(false).header("node", "ours").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_who_did_it() {
        assert_eq!(difference("a\nb\n", "a\nc\n"), "--- node\n+++ ours\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
        assert_eq!(difference("a\n", "a\n"), "");
    }
}
