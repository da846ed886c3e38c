//! Syntax trees: one for the top level, one for each function, in the order of the text.

use super::full;
use trace::Bytecode;

fn trees(source: &str) -> Vec<Vec<String>> {
    let woven = full(source);
    woven.result.unwrap();
    let line = |node: &trace::SyntaxNode| {
        let (kind, text) = (woven.texts.get(node.kind), woven.texts.get(node.text));
        [&" ".repeat(node.depth.into()), kind.as_str(), " ", text.as_str()].concat().trim_end().to_owned()
    };
    woven.tables.compilations.iter().map(|compilation| compilation.syntax.iter().map(line).collect()).collect()
}

#[test]
fn a_function_is_a_leaf_of_its_surroundings_and_a_tree_of_its_own() {
    let found = trees("const add = (a, b) => a + b.c;\nadd(1, 'two');\n");
    let top = [
        "Program",
        " VariableDeclaration const",
        "  VariableDeclarator",
        "   Identifier add",
        "   ArrowFunctionExpression (a, b) => a + b.c",
        " ExpressionStatement",
        "  CallExpression",
        "   Identifier add",
        "   Literal 1",
        "   Literal 'two'",
    ];
    assert_eq!(found[0], top);
    let arrow = [
        "ArrowFunctionExpression",
        " params",
        "  param",
        "   Identifier a",
        "  param",
        "   Identifier b",
        " BinaryExpression +",
        "  Identifier a",
        "  MemberExpression",
        "   Identifier b",
        "   Identifier c",
    ];
    assert_eq!(found[1], arrow);
    assert_eq!(found.len(), 2);
}

#[test]
fn functions_are_found_again_by_their_numbers() {
    let woven = full("function one() { return () => 2; }\nclass A { m() {} static { one(); } x = () => 1; }\n");
    let functions: Vec<_> = woven.tables.compilations.iter().map(|it| it.function.map(trace::FunctionId::index)).collect();
    assert_eq!(functions, [None, Some(0), Some(1), Some(2), Some(3)]);
    for compilation in &woven.tables.compilations[1..] {
        let function = &woven.tables.functions[compilation.function.unwrap().index()];
        assert_eq!(function.span, compilation.span);
    }
}

#[test]
fn a_tree_too_long_is_cut_and_says_so() {
    let woven = full(&"f(1);".repeat(400));
    let top = &woven.tables.compilations[0];
    assert_eq!((top.syntax.len(), top.cut), (600, 1_001));
}

#[test]
fn a_text_that_nobody_reads_as_a_tree_is_not_taken_apart() {
    let woven = full(&format!("function f() {{ return 1; }}\n{}", "f();".repeat(60_000)));
    let [top, f] = &woven.tables.compilations[..] else { panic!("{}", woven.tables.compilations.len()) };
    assert!(top.syntax.is_empty() && f.function.is_some());
    let Bytecode::Unknown { construct, .. } = f.bytecode else { panic!("it is listed") };
    assert_eq!(woven.texts.get(construct), "more than 200 kB of text");
}
