//! The syntax tree of each function as a reader sees it: the kinds of nodes are ESTree's.

use oxc_ast::AstKind;
use oxc_ast::ast::{ArrowFunctionExpression, Function, Program};
use oxc_ast_visit::{Visit, walk};
use oxc_span::GetSpan;
use oxc_syntax::scope::ScopeFlags;

use trace::{Span, SyntaxNode, TextId};

/// A tree has no more nodes than this.
const MOST_NODES: usize = 600;
/// The text of a leaf is cut behind so many characters.
const MOST_TEXT: usize = 48;

/// One function's tree.
pub(super) struct Tree {
    pub span: Span,
    pub nodes: Vec<SyntaxNode>,
    pub cut: u32,
}

/// The trees of a program, its top level's and each function's in the order of the text; and how many nodes lie in one another at the most.
pub(super) fn trees<'a>(program: &Program<'a>, source: &str, intern: &mut dyn FnMut(&str) -> TextId) -> (Vec<Tree>, usize) {
    let mut reader = Reader { source, intern, trees: Vec::new(), going: Vec::new(), depth: 0, deepest: 0 };
    reader.visit_program(program);
    reader.trees.sort_by_key(|(order, _)| *order);
    (reader.trees.into_iter().map(|(_, tree)| tree).collect(), reader.deepest)
}

struct Reader<'s> {
    source: &'s str,
    intern: &'s mut dyn FnMut(&str) -> TextId,
    /// Finished, with the place in the text's order.
    trees: Vec<(usize, Tree)>,
    /// The functions around the current node, outermost first.
    going: Vec<Going>,
    depth: usize,
    deepest: usize,
}

struct Going {
    order: usize,
    tree: Tree,
    depth: u8,
    /// The newest node, if it says nothing of its own: it is a leaf where nothing comes below it.
    newest: Option<usize>,
}

impl Reader<'_> {
    fn begin(&mut self, at: oxc_span::Span) {
        let order = self.trees.len() + self.going.len();
        let tree = Tree { span: Span { start: at.start, end: at.end }, nodes: Vec::new(), cut: 0 };
        self.going.push(Going { order, tree, depth: 0, newest: None });
    }

    fn end(&mut self) {
        if let Some(going) = self.going.pop() {
            self.trees.push((going.order, going.tree));
        }
    }

    /// A node of the innermost function; what it is called or does, where that is no leaf's text.
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
        let Some(going) = self.going.last_mut() else { return };
        if going.tree.nodes.len() == MOST_NODES {
            going.tree.cut += 1;
            going.newest = None;
        } else {
            going.newest = bare.then_some(going.tree.nodes.len());
            going.tree.nodes.push(SyntaxNode { depth: going.depth, kind: name, text, span: Span { start: span.start, end: span.end } });
        }
        going.depth = going.depth.saturating_add(1);
    }

    fn left(&mut self) {
        self.depth -= 1;
        let Some(going) = self.going.last_mut() else { return };
        going.depth = going.depth.saturating_sub(1);
        // Nothing came below it.
        let leaf = going.newest.take().and_then(|newest| going.tree.nodes.get_mut(newest));
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

/// What a node says that its parts do not: an operator, a keyword, a name.
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
    /// A function inside: a leaf here, and a tree of its own.
    fn inner(&mut self, kind: AstKind<'_>, at: oxc_span::Span, walk: impl FnOnce(&mut Self)) {
        self.node(kind);
        self.left();
        self.begin(at);
        walk(self);
        self.end();
    }
}
