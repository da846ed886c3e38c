//! V8's sentences for regular expressions that are none. Follows V8 13.6 `src/regexp/regexp-error.h`.

/// V8's words for Boa's `Invalid regular expression: /pattern/flags: problem`.
pub(super) fn invalid_regexp(message: &str) -> Option<String> {
    let rest = message.strip_prefix("Invalid regular expression: /")?;
    let (before, problem) = PROBLEMS.iter().find_map(|problem| Some((&rest[..rest.rfind(&format!(": {problem}"))?], *problem)))?;
    let (pattern, flags) = before.rsplit_once('/')?;
    Some(format!("Invalid regular expression: /{pattern}/{flags}: {}", in_v8(problem, pattern, flags.contains(['u', 'v']))))
}

/// The sentences of regress 0.11, the crate that Boa has for regular expressions.
const PROBLEMS: [&str; 20] = [
    "Unbalanced parenthesis",
    "Unbalanced bracket",
    "Invalid atom character",
    "Invalid token at named capture group identifier",
    "Duplicate capture group name",
    "Incomplete escape",
    "Invalid braced quantifier",
    "Invalid quantifier",
    "Range values reversed",
    "Quantifier not allowed here",
    "Invalid group modifier",
    "Invalid unicode escape",
    "Invalid character escape",
    "Invalid named backreference syntax",
    "Invalid property name",
    "Invalid character at property escape start",
    "Invalid character range",
    "Backreference to invalid named capture group",
    "Unexpected character in class set intersection",
    "Invalid character in class set range",
];

fn in_v8(problem: &'static str, pattern: &str, unicode: bool) -> &'static str {
    match problem {
        "Unbalanced parenthesis" if closes_too_much(pattern) => "Unmatched ')'",
        "Unbalanced parenthesis" => "Unterminated group",
        "Unbalanced bracket" => "Unterminated character class",
        "Invalid atom character" if unicode && pattern.contains(['{', '}', ']']) => "Lone quantifier brackets",
        "Invalid atom character" | "Invalid braced quantifier" => "Nothing to repeat",
        "Invalid token at named capture group identifier" if pattern.contains("(?<") => "Invalid capture group name",
        "Invalid token at named capture group identifier" | "Invalid group modifier" => "Invalid group",
        "Incomplete escape" => "\\ at end of pattern",
        "Invalid quantifier" if unicode && !pattern.contains('}') => "Incomplete quantifier",
        "Invalid quantifier" => "numbers out of order in {} quantifier",
        "Range values reversed" => "Range out of order in character class",
        "Quantifier not allowed here" => "Invalid quantifier",
        "Invalid unicode escape" => "Invalid Unicode escape",
        "Invalid character escape" if pattern.contains("\\c") => "Invalid Unicode escape",
        "Invalid character escape" => "Invalid escape",
        "Invalid named backreference syntax" => "Invalid named reference",
        "Invalid character at property escape start" => "Invalid property name",
        "Invalid character range" => "Invalid character class",
        "Backreference to invalid named capture group" => "Invalid named capture referenced",
        "Unexpected character in class set intersection" | "Invalid character in class set range" => "Invalid character in character class",
        same => same,
    }
}

/// Whether a `)` has no `(` before it.
fn closes_too_much(pattern: &str) -> bool {
    let (mut depth, mut class) = (0_usize, false);
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '[' => class = true,
            ']' => class = false,
            '(' if !class => depth += 1,
            ')' if !class && depth == 0 => return true,
            ')' if !class => depth -= 1,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::invalid_regexp;

    #[test]
    fn the_parenthesis_is_looked_for() {
        let words = |pattern: &str| invalid_regexp(&format!("Invalid regular expression: /{pattern}/g: Unbalanced parenthesis"));
        assert_eq!(words("(a").as_deref(), Some("Invalid regular expression: /(a/g: Unterminated group"));
        assert_eq!(words("[(]a)").as_deref(), Some("Invalid regular expression: /[(]a)/g: Unmatched ')'"));
    }
}
