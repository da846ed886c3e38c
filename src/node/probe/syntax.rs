//! The syntax tree of each function as a reader sees it: the kinds of nodes are ESTree's.

use oxc_ast::AstKind;
use oxc_ast::ast::{ArrowFunctionExpression, Function, Program};
use oxc_ast_visit::{Visit, walk};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use trace::{Span, SyntaxNode, TextId};

/// The largest number of nodes in a tree.
const MOST_NODES: usize = 600;
/// The longest text of a leaf, in characters.
const MOST_TEXT: usize = 48;

/// The syntax tree of one function.
pub(super) struct Tree {
    pub span: Span,
    pub nodes: Vec<SyntaxNode>,
    pub cut: u32,
}

/// The trees of a program: its top level's, then each function's in the order of the text. With them the depth of its deepest node.
pub(super) fn trees<'a>(program: &Program<'a>, source: &str, intern: &mut dyn FnMut(&str) -> TextId) -> (Vec<Tree>, usize) {
    let mut reader = Reader { source, intern, trees: Vec::new(), open: Vec::new(), depth: 0, deepest: 0 };
    reader.visit_program(program);
    reader.trees.sort_by_key(|(order, _)| *order);
    (reader.trees.into_iter().map(|(_, tree)| tree).collect(), reader.deepest)
}

struct Reader<'s> {
    source: &'s str,
    intern: &'s mut dyn FnMut(&str) -> TextId,
    /// The finished trees, with their index in the order of the text.
    trees: Vec<(usize, Tree)>,
    /// The trees of the functions around the current node, outermost first.
    open: Vec<OpenTree>,
    depth: usize,
    deepest: usize,
}

/// A tree that the walk is inside of.
struct OpenTree {
    order: usize,
    tree: Tree,
    depth: u8,
    /// The index of the newest node, if it has no text of its own: it is a leaf unless a node comes below it.
    newest: Option<usize>,
}

impl Reader<'_> {
    fn begin(&mut self, at: oxc_span::Span) {
        let order = self.trees.len() + self.open.len();
        let tree = Tree { span: Span { start: at.start, end: at.end }, nodes: Vec::new(), cut: 0 };
        self.open.push(OpenTree { order, tree, depth: 0, newest: None });
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            self.trees.push((open.order, open.tree));
        }
    }

    /// Adds a node to the tree of the innermost function, with its name or operator where it has one.
    fn node(&mut self, kind: AstKind<'_>) {
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        let span = kind.span();
        let name = match kind {
            AstKind::Function(it) if it.is_declaration() => "FunctionDeclaration".to_owned(),
            _ => estree(&format!("{:?}", kind.ty())),
        };
        let text = own_text(kind);
        let bare = text.is_empty();
        let (name, text) = ((self.intern)(&name), (self.intern)(&text));
        let Some(open) = self.open.last_mut() else { return };
        if open.tree.nodes.len() == MOST_NODES {
            open.tree.cut += 1;
            open.newest = None;
        } else {
            open.newest = bare.then_some(open.tree.nodes.len());
            open.tree.nodes.push(SyntaxNode { depth: open.depth, kind: name, text, span: Span { start: span.start, end: span.end } });
        }
        open.depth = open.depth.saturating_add(1);
    }

    fn left(&mut self) {
        self.depth -= 1;
        let Some(open) = self.open.last_mut() else { return };
        open.depth = open.depth.saturating_sub(1);
        // The newest node is still this one: no node came below it.
        let leaf = open.newest.take().and_then(|newest| open.tree.nodes.get_mut(newest));
        if let Some(leaf) = leaf
            && let Some(text) = self.source.get(leaf.span.start as usize..leaf.span.end as usize)
        {
            leaf.text = (self.intern)(&clipped(text));
        }
    }
}

fn clipped(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_TEXT { line } else { line.chars().take(MOST_TEXT - 1).chain(['…']).collect() }
}

/// ESTree's name of oxc's more exact one.
fn estree(kind: &str) -> String {
    match kind {
        "IdentifierName" | "IdentifierReference" | "BindingIdentifier" | "LabelIdentifier" => "Identifier",
        "BooleanLiteral" | "NullLiteral" | "NumericLiteral" | "StringLiteral" | "BigIntLiteral" | "RegExpLiteral" => "Literal",
        "StaticMemberExpression" | "ComputedMemberExpression" | "PrivateFieldExpression" => "MemberExpression",
        "Function" => "FunctionExpression",
        "FormalParameters" => "params",
        "FormalParameter" => "param",
        "FunctionBody" => "BlockStatement",
        "ObjectProperty" => "Property",
        other => other,
    }
    .to_owned()
}

/// The part of a node's text that none of its children has: an operator, a keyword, a name.
fn own_text(kind: AstKind<'_>) -> String {
    match kind {
        AstKind::BinaryExpression(it) => it.operator.as_str().to_owned(),
        AstKind::LogicalExpression(it) => it.operator.as_str().to_owned(),
        AstKind::AssignmentExpression(it) => it.operator.as_str().to_owned(),
        AstKind::UnaryExpression(it) => it.operator.as_str().to_owned(),
        AstKind::UpdateExpression(it) => it.operator.as_str().to_owned(),
        AstKind::VariableDeclaration(it) => it.kind.as_str().to_owned(),
        AstKind::Function(it) => it.id.as_ref().map_or_else(String::new, |id| id.name.to_string()),
        AstKind::Class(it) => it.id.as_ref().map_or_else(String::new, |id| id.name.to_string()),
        _ => String::new(),
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        match kind {
            AstKind::Program(program) => {
                self.begin(program.span);
                self.node(kind);
            }
            _ => self.node(kind),
        }
    }

    fn leave_node(&mut self, kind: AstKind<'a>) {
        self.left();
        if matches!(kind, AstKind::Program(_)) {
            self.end();
        }
    }

    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.inner(AstKind::Function(it), it.span, |reader| walk::walk_function(reader, it, flags));
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.inner(AstKind::ArrowFunctionExpression(it), it.span, |reader| walk::walk_arrow_function_expression(reader, it));
    }
}

impl Reader<'_> {
    /// Reads a function inside the current one: a leaf here, and a tree of its own.
    fn inner(&mut self, kind: AstKind<'_>, at: oxc_span::Span, walk: impl FnOnce(&mut Self)) {
        self.node(kind);
        self.left();
        self.begin(at);
        walk(self);
        self.end();
    }
}
