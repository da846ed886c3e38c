//! Rewrites a program so that it tells what it does; stands in for the project's engine.

use node_lifecycle::v8::tiers::SiteKind;
use oxc_ast::ast::{
    ArrowFunctionBody, ArrowFunctionExpression, AssignmentExpression, AssignmentTarget, CallExpression, CatchClause, ChainExpression,
    ConditionalExpression, DoWhileStatement, Expression, ForInStatement, ForOfStatement, ForStatement, ForStatementLeft, Function,
    IdentifierReference, IfStatement, LogicalExpression, NewExpression, Program, ReturnStatement, Statement, UnaryExpression, UpdateExpression,
    WhileStatement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::{AssignmentOperator, BinaryOperator, LogicalOperator, UnaryOperator};
use oxc_syntax::scope::ScopeFlags;

/// A place that tells: the function's index among the listings, its span and what it does.
pub(crate) type Place = (usize, Span, SiteKind);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Close,
    Replace,
    Open,
}

struct Instrument<'s> {
    source: &'s str,
    /// Spans of the listings.
    functions: Vec<Span>,
    edits: Vec<(u32, Class, usize, u32, String)>,
    places: Vec<Place>,
    stack: Vec<usize>,
    loops: usize,
    unused: Option<Span>,
}

pub(crate) fn instrument<'a>(source: &str, program: &Program<'a>, functions: Vec<Span>) -> (String, Vec<Place>) {
    let mut this = Instrument { source, functions, edits: Vec::new(), places: Vec::new(), stack: vec![0], loops: 0, unused: None };
    let start = program.directives.last().map_or(0, |directive| directive.span.end);
    this.open(start, ";const $c0 = $$.E(0, -1), $d0 = $$.depth;".to_owned());
    for statement in &program.body {
        this.visit_statement(statement);
    }
    this.edits.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
    let mut text = String::new();
    let mut at = 0;
    for (from, _, _, to, insert) in &this.edits {
        text.push_str(&source[at as usize..(*from).max(at) as usize]);
        text.push_str(insert);
        at = (*to).max(at);
    }
    text.push_str(&source[at as usize..]);
    text.push_str("\n;$$.R(-1);");
    (text, this.places)
}

impl Instrument<'_> {
    fn open(&mut self, at: u32, text: String) {
        let order = self.edits.len();
        self.edits.push((at, Class::Open, order, at, text));
    }
    fn close(&mut self, at: u32, text: String) {
        let order = self.edits.len();
        self.edits.push((at, Class::Close, order, at, text));
    }
    fn replace(&mut self, from: u32, to: u32, text: String) {
        let order = self.edits.len();
        self.edits.push((from, Class::Replace, order, to, text));
    }
    /// Replaces the beginning of a node, or all of it.
    fn lead(&mut self, from: u32, to: u32, text: String) {
        let order = self.edits.len();
        self.edits.push((from, Class::Open, order, to, text));
    }
    fn place(&mut self, span: Span, kind: SiteKind) -> usize {
        self.places.push((*self.stack.last().expect("a function"), span, kind));
        self.places.len() - 1
    }
    fn function_of(&self, body: Span) -> usize {
        let inside = |(_, span): &(usize, &Span)| span.start <= body.start && body.end <= span.end;
        let all = self.functions.iter().enumerate().filter(inside);
        all.min_by_key(|(index, span)| (span.end - span.start, std::cmp::Reverse(*index))).map_or(0, |(index, _)| index)
    }
    fn test(&mut self, test: &Expression<'_>) {
        let inner = test.without_parentheses();
        if matches!(inner, Expression::LogicalExpression(_))
            || matches!(inner, Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::LogicalNot)
        {
            self.visit_expression(test);
            return;
        }
        let place = self.place(inner.span(), SiteKind::Branch);
        self.open(test.span().start, format!("$$.Q({place},"));
        self.visit_expression(test);
        self.close(test.span().end, ")".to_owned());
    }
    fn looped(&mut self, span: Span) -> usize {
        self.place(span, SiteKind::Loop)
    }
    fn each(&mut self, left: &ForStatementLeft<'_>, right: &Expression<'_>, body: &Statement<'_>, span: Span) {
        let place = self.looped(span);
        self.loops += 1;
        let flag = format!("$f{}", self.loops);
        self.open(span.start, format!("{{ let {flag} = 0;"));
        let _ = left;
        self.visit_expression(right);
        self.open(body.span().start, format!("{{ if ({flag}++) $$.K({place});"));
        self.visit_statement(body);
        self.close(body.span().end, "}".to_owned());
        self.close(span.end, "}".to_owned());
    }
}

impl<'a> Visit<'a> for Instrument<'_> {
    fn visit_function(&mut self, it: &Function<'a>, _flags: ScopeFlags) {
        let Some(body) = &it.body else { return };
        let outer = *self.stack.last().expect("a function");
        let index = self.function_of(body.span);
        self.stack.push(index);
        let start = body.directives.last().map_or(body.span.start + 1, |directive| directive.span.end);
        self.open(start, format!(";const $c{index} = $$.E({index}, $c{outer}), $d{index} = $$.depth;"));
        for statement in &body.statements {
            self.visit_statement(statement);
        }
        self.close(body.span.end - 1, ";$$.R(-1);".to_owned());
        self.stack.pop();
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        let outer = *self.stack.last().expect("a function");
        let span = it.body.span();
        let index = self.function_of(span);
        self.stack.push(index);
        let head = format!(";const $c{index} = $$.E({index}, $c{outer}), $d{index} = $$.depth;");
        match (&it.body, it.body.as_expression()) {
            (_, Some(body)) => {
                let place = self.place(span, SiteKind::Return);
                self.open(span.start, format!("{{ {head} return $$.R({place}, "));
                self.visit_expression(body);
                self.close(span.end, ") }".to_owned());
            }
            (ArrowFunctionBody::FunctionBody(body), _) => {
                let start = body.directives.last().map_or(span.start + 1, |directive| directive.span.end);
                self.open(start, head);
                for statement in &body.statements {
                    self.visit_statement(statement);
                }
                self.close(span.end - 1, ";$$.R(-1);".to_owned());
            }
            _ => {}
        }
        self.stack.pop();
    }

    fn visit_return_statement(&mut self, it: &ReturnStatement<'a>) {
        let place = self.place(it.span, SiteKind::Return);
        match &it.argument {
            Some(argument) => {
                self.open(argument.span().start, format!("$$.R({place}, "));
                self.visit_expression(argument);
                self.close(argument.span().end, ")".to_owned());
            }
            None => self.lead(it.span.start, it.span.end, format!("return $$.R({place});")),
        }
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        let index = *self.stack.last().expect("a function");
        self.open(it.body.span.start + 1, format!("$$.X($d{index});"));
        self.visit_block_statement(&it.body);
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        let place = self.looped(it.span);
        if let Some(init) = &it.init {
            self.visit_for_statement_init(init);
        }
        if let Some(test) = &it.test {
            self.test(test);
        }
        let close = self.source[..it.body.span().start as usize].rfind(')').expect("a head") as u32;
        match &it.update {
            Some(update) => {
                self.open(update.span().start, "(".to_owned());
                self.unused = Some(update.span());
                self.visit_expression(update);
                self.close(update.span().end, format!(", $$.K({place}))"));
            }
            None => self.open(close, format!("$$.K({place})")),
        }
        self.visit_statement(&it.body);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        let place = self.looped(it.span);
        self.lead(it.span.start, it.test.span().start, "for (;".to_owned());
        self.test(&it.test);
        self.close(it.test.span().end, format!(";$$.K({place})"));
        self.visit_statement(&it.body);
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        let place = self.looped(it.span);
        self.visit_statement(&it.body);
        self.open(it.test.span().start, format!("$$.W({place},"));
        self.visit_expression(&it.test);
        self.close(it.test.span().end, ")".to_owned());
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.each(&it.left, &it.right, &it.body, it.span);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.each(&it.left, &it.right, &it.body, it.span);
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.test(&it.test);
        self.visit_statement(&it.consequent);
        if let Some(alternate) = &it.alternate {
            self.visit_statement(alternate);
        }
    }

    fn visit_conditional_expression(&mut self, it: &ConditionalExpression<'a>) {
        self.test(&it.test);
        self.visit_expression(&it.consequent);
        self.visit_expression(&it.alternate);
    }

    fn visit_logical_expression(&mut self, it: &LogicalExpression<'a>) {
        if it.operator == LogicalOperator::Coalesce {
            self.visit_expression(&it.left);
        } else {
            self.test(&it.left);
        }
        self.visit_expression(&it.right);
    }

    fn visit_binary_expression(&mut self, it: &oxc_ast::ast::BinaryExpression<'a>) {
        let kind = match it.operator {
            BinaryOperator::In | BinaryOperator::Instanceof => {
                walk::walk_binary_expression(self, it);
                return;
            }
            operator if operator.is_compare() || operator.is_equality() => SiteKind::Compare,
            _ => SiteKind::Arithmetic,
        };
        let place = self.place(it.span, kind);
        self.open(it.span.start, format!("$$.b({place},'{}',", it.operator.as_str()));
        self.visit_expression(&it.left);
        self.replace(it.left.span().end, it.right.span().start, ",".to_owned());
        self.visit_expression(&it.right);
        self.close(it.span.end, ")".to_owned());
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        let operator = match it.operator {
            UnaryOperator::UnaryNegation if !it.argument.is_literal() => "neg",
            UnaryOperator::BitwiseNot => "~",
            UnaryOperator::Typeof | UnaryOperator::Delete => return,
            _ => {
                walk::walk_unary_expression(self, it);
                return;
            }
        };
        let place = self.place(it.span, SiteKind::Arithmetic);
        self.lead(it.span.start, it.argument.span().start, format!("$$.b({place},'{operator}',"));
        self.visit_expression(&it.argument);
        self.close(it.span.end, ",0)".to_owned());
    }

    fn visit_update_expression(&mut self, it: &UpdateExpression<'a>) {
        let unused = self.unused.take() == Some(it.span);
        let place = self.place(it.span, SiteKind::Arithmetic);
        let operator = it.operator.as_str();
        let text = |span: Span| self.source[span.start as usize..span.end as usize].to_owned();
        match &it.argument {
            oxc_ast::ast::SimpleAssignmentTarget::AssignmentTargetIdentifier(name) => {
                let name = name.name;
                let change = format!("{name} = $$.b({place},'{operator}',{name},1)");
                let text = if it.prefix || unused { format!("({change})") } else { format!("$$.p({name},{change})") };
                self.lead(it.span.start, it.span.end, text);
            }
            oxc_ast::ast::SimpleAssignmentTarget::StaticMemberExpression(member) => {
                let (object, load, store) =
                    (text(member.object.span()), self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Store));
                let text = format!("$$.U({load},{place},{store},'{operator}',{object},'{}',1,false,{})", member.property.name, !it.prefix);
                self.lead(it.span.start, it.span.end, text);
            }
            oxc_ast::ast::SimpleAssignmentTarget::ComputedMemberExpression(member) => {
                let (object, key) = (text(member.object.span()), text(member.expression.span()));
                let (load, store) = (self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Store));
                self.lead(it.span.start, it.span.end, format!("$$.U({load},{place},{store},'{operator}',{object},{key},1,true,{})", !it.prefix));
            }
            _ => {}
        }
    }

    fn visit_expression_statement(&mut self, it: &oxc_ast::ast::ExpressionStatement<'a>) {
        self.unused = Some(it.expression.span());
        self.visit_expression(&it.expression);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        let operator = it.operator.as_str().trim_end_matches('=').to_owned();
        let compound = it.operator != AssignmentOperator::Assign;
        match &it.left {
            AssignmentTarget::AssignmentTargetIdentifier(name) if compound && !it.operator.is_logical() => {
                let place = self.place(it.span, SiteKind::Arithmetic);
                self.lead(it.span.start, it.right.span().start, format!("{0} = $$.b({place},'{operator}',{0},", name.name));
                self.visit_expression(&it.right);
                self.close(it.span.end, ")".to_owned());
            }
            AssignmentTarget::StaticMemberExpression(member) if !it.operator.is_logical() => {
                let store = self.place(it.span, SiteKind::Store);
                let head = if compound {
                    let (load, place) = (self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Arithmetic));
                    format!("$$.U({load},{place},{store},'{operator}',")
                } else {
                    format!("$$.S({store},")
                };
                self.open(it.span.start, head);
                self.visit_expression(&member.object);
                self.replace(member.object.span().end, it.right.span().start, format!(",'{}',", member.property.name));
                self.visit_expression(&it.right);
                self.close(it.span.end, ")".to_owned());
            }
            AssignmentTarget::ComputedMemberExpression(member) if !it.operator.is_logical() => {
                let store = self.place(it.span, SiteKind::Store);
                let head = if compound {
                    let (load, place) = (self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Arithmetic));
                    format!("$$.U({load},{place},{store},'{operator}',")
                } else {
                    format!("$$.T({store},")
                };
                self.open(it.span.start, head);
                self.visit_expression(&member.object);
                self.replace(member.object.span().end, member.expression.span().start, ",".to_owned());
                self.visit_expression(&member.expression);
                self.replace(member.expression.span().end, it.right.span().start, ",".to_owned());
                self.visit_expression(&it.right);
                self.close(it.span.end, if compound { ",true)".to_owned() } else { ")".to_owned() });
            }
            _ => self.visit_expression(&it.right),
        }
    }

    fn visit_static_member_expression(&mut self, it: &oxc_ast::ast::StaticMemberExpression<'a>) {
        if matches!(it.object, Expression::Super(_)) {
            return;
        }
        let place = self.place(it.span, SiteKind::Load);
        self.open(it.span.start, format!("$$.N({place},"));
        self.visit_expression(&it.object);
        self.replace(it.object.span().end, it.span.end, format!(",'{}')", it.property.name));
    }

    fn visit_computed_member_expression(&mut self, it: &oxc_ast::ast::ComputedMemberExpression<'a>) {
        let place = self.place(it.span, SiteKind::Load);
        self.open(it.span.start, format!("$$.L({place},"));
        self.visit_expression(&it.object);
        self.replace(it.object.span().end, it.expression.span().start, ",".to_owned());
        self.visit_expression(&it.expression);
        self.replace(it.expression.span().end, it.span.end, ")".to_owned());
    }

    fn visit_chain_expression(&mut self, _: &ChainExpression<'a>) {}

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let end = it.callee.span().end;
        let comma = if it.arguments.is_empty() { "" } else { "," };
        let paren = end + self.source[end as usize..].find('(').expect("arguments") as u32 + 1;
        match &it.callee {
            Expression::Super(_) => {}
            Expression::StaticMemberExpression(member) if !matches!(member.object, Expression::Super(_)) => {
                let (load, call) = (self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Call));
                self.open(it.span.start, format!("$$.M({call},$$.m({load},false,"));
                self.visit_expression(&member.object);
                self.replace(member.object.span().end, paren, format!(",'{}'){comma}", member.property.name));
            }
            Expression::ComputedMemberExpression(member) => {
                let (load, call) = (self.place(member.span, SiteKind::Load), self.place(it.span, SiteKind::Call));
                self.open(it.span.start, format!("$$.M({call},$$.m({load},true,"));
                self.visit_expression(&member.object);
                self.replace(member.object.span().end, member.expression.span().start, ",".to_owned());
                self.visit_expression(&member.expression);
                self.replace(member.expression.span().end, paren, format!("){comma}"));
            }
            Expression::Identifier(name) if name.name == "require" => {}
            Expression::StaticMemberExpression(_) | Expression::PrivateFieldExpression(_) => {}
            callee => {
                let call = self.place(it.span, SiteKind::Call);
                self.open(it.span.start, format!("$$.C({call},"));
                self.visit_expression(callee);
                self.replace(end, paren, comma.to_owned());
            }
        }
        for argument in &it.arguments {
            self.visit_argument(argument);
        }
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        let end = it.callee.span().end;
        let place = self.place(it.span, SiteKind::Construct);
        let rest = &self.source[end as usize..it.span.end as usize];
        let Some(paren) = rest.find('(') else { return };
        let comma = if it.arguments.is_empty() { "" } else { "," };
        self.lead(it.span.start, it.callee.span().start, format!("$$.n({place},"));
        self.visit_expression(&it.callee);
        self.replace(end, end + u32::try_from(paren).expect("short") + 1, comma.to_owned());
        for argument in &it.arguments {
            self.visit_argument(argument);
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        const GLOBALS: [&str; 22] = [
            "console",
            "Math",
            "Array",
            "Object",
            "Number",
            "String",
            "JSON",
            "parseInt",
            "Symbol",
            "Map",
            "Set",
            "Date",
            "BigInt",
            "isNaN",
            "Error",
            "TypeError",
            "globalThis",
            "process",
            "Reflect",
            "RangeError",
            "Int32Array",
            "Float64Array",
        ];
        if GLOBALS.contains(&it.name.as_str()) {
            let place = self.place(it.span, SiteKind::Global);
            self.open(it.span.start, format!("$$.G({place},"));
            self.close(it.span.end, ")".to_owned());
        }
    }

    fn visit_object_property(&mut self, it: &oxc_ast::ast::ObjectProperty<'a>) {
        if !it.shorthand {
            self.visit_expression(&it.value);
        }
    }

    fn visit_assignment_target(&mut self, _: &AssignmentTarget<'a>) {}
}
