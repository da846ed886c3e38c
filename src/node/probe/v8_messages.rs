//! Sentences of the parser that only need V8's words: the place is the same.

/// How our parser's sentence begins, and V8's for the same place.
pub(super) const PLAIN: [(&str, &str); 27] = [
    ("`let` cannot be declared", "let is disallowed as a lexically bound name"),
    ("Unterminated regular", "Invalid regular expression: missing /"),
    ("Unterminated", "Invalid or unexpected token"),
    ("Invalid characters after number", "Invalid or unexpected token"),
    ("Invalid Character", "Invalid or unexpected token"),
    ("Invalid Number", "Invalid or unexpected token"),
    ("Unexpected flag", "Invalid regular expression flags"),
    ("Flag ", "Invalid regular expression flags"),
    ("Super calls are not permitted", "'super' keyword unexpected here"),
    ("'super' can only", "'super' keyword unexpected here"),
    ("'with' statements are not allowed", "Strict mode code may not include a with statement"),
    ("Cannot assign to '", "Unexpected eval or arguments in strict mode"),
    ("'0'-prefixed octal", "Octal literals are not allowed in strict mode."),
    ("The keyword '", "Unexpected strict mode reserved word"),
    ("Spread must be last element", "Rest element must be last element"),
    ("A rest element must be last", "Rest element must be last element"),
    (
        "A unary expression with the",
        "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence",
    ),
    ("Invalid optional chain from new", "Invalid optional chain from new expression"),
    ("Optional chaining cannot appear in the callee", "Invalid optional chain from new expression"),
    ("Tagged template expressions are not permitted", "Invalid tagged template on optional chain"),
    (
        "Invalid function declaration",
        "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.",
    ),
    ("Async functions can only", "Async functions can only be declared at the top level or inside a block."),
    ("Generators can only", "Generators can only be declared at the top level or inside a block."),
    ("Invalid assignment in object literal", "Invalid shorthand property initializer"),
    ("Unexpected import.meta", "Cannot use 'import.meta' outside a module"),
    ("A 'return' statement can only", "Illegal return statement"),
    ("Cannot use `", "Unexpected reserved word"),
];
