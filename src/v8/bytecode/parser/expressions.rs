//! Expressions, from oxc's to V8's: numbers are folded, chains of one operator become one node.

use std::borrow::Cow;

use oxc_ast::ast::{
    Argument, AssignmentExpression, BinaryExpression, CallExpression, ChainElement, ChainExpression, Expression, LogicalExpression, MemberExpression,
    UnaryExpression,
};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::{AssignmentOperator, BinaryOperator, LogicalOperator, UnaryOperator, UpdateOperator};

use super::base::Parser;
use super::fold::{fold_numbers, fold_unary};
use super::patterns::is_index;
use crate::bytecode::ast::{AssignOp, BinaryOp, CompareOp, Expr, Key, Kind, Literal, UnaryOp};

impl<'a> Parser<'a> {
    pub(super) fn expression(&mut self, it: &Expression<'a>) -> Expr<'a> {
        let pos = it.span();
        let kind = match it {
            Expression::ParenthesizedExpression(it) => return self.expression(&it.expression),
            Expression::BooleanLiteral(it) => Kind::Literal(Literal::Boolean(it.value)),
            Expression::NullLiteral(_) => Kind::Literal(Literal::Null),
            Expression::NumericLiteral(it) => Kind::Literal(number(it.value)),
            Expression::BigIntLiteral(it) => Kind::Literal(Literal::BigInt(it.value.as_str())),
            Expression::StringLiteral(it) => Kind::Literal(Literal::String(Cow::Borrowed(it.value.as_str()))),
            Expression::RegExpLiteral(it) => Kind::RegExp { pattern: it.regex.pattern.text.as_str(), flags: regexp_flags(it.regex.flags) },
            Expression::TemplateLiteral(it) => self.template(it),
            Expression::TaggedTemplateExpression(it) => self.tagged_template(it),
            Expression::Identifier(name) => Kind::Proxy(self.proxy(name.name.as_str(), pos.start)),
            Expression::ThisExpression(_) => {
                self.use_this();
                Kind::This
            }
            Expression::NewTarget(_) => Kind::Proxy(self.proxy("new.target", pos.start)),
            Expression::ImportMeta(_) => Kind::Unsupported("import.meta"),
            Expression::ArrayExpression(it) => self.array(it),
            Expression::ObjectExpression(it) => self.object(it),
            Expression::FunctionExpression(it) => {
                let name = it.id.as_ref().map_or("", |id| id.name.as_str());
                self.function_of(it, Cow::Borrowed(name), true).map_or(Kind::Unsupported("TypeScript"), Kind::Function)
            }
            Expression::ArrowFunctionExpression(it) => Kind::Function(self.arrow(it, Cow::Borrowed(""))),
            Expression::ClassExpression(it) => self.class(it, ""),
            Expression::UnaryExpression(it) => self.unary(it),
            Expression::UpdateExpression(it) => {
                let target = Box::new(self.simple_target(&it.argument));
                Kind::Count { increment: it.operator == UpdateOperator::Increment, postfix: !it.prefix, target }
            }
            Expression::BinaryExpression(it) => self.binary(it),
            Expression::LogicalExpression(it) => self.logical(it),
            Expression::ConditionalExpression(it) => {
                let test = Box::new(self.expression(&it.test));
                let yes = Box::new(self.expression(&it.consequent));
                let no = Box::new(self.expression(&it.alternate));
                Kind::Conditional { test, yes, no }
            }
            Expression::AssignmentExpression(it) => self.assignment(it),
            Expression::SequenceExpression(it) => self.sequence(&it.expressions),
            Expression::CallExpression(it) => self.call(it),
            Expression::NewExpression(it) => {
                let callee = Box::new(self.expression(&it.callee));
                Kind::New { callee, arguments: self.arguments(&it.arguments) }
            }
            Expression::ChainExpression(it) => self.chain(it),
            Expression::AwaitExpression(it) => {
                let value = Box::new(self.expression(&it.argument));
                self.state.suspends += 1;
                Kind::Await(value)
            }
            Expression::YieldExpression(it) => {
                let undefined = || Expr::nowhere(Kind::Literal(Literal::Undefined));
                let value = Box::new(it.argument.as_ref().map_or_else(undefined, |value| self.expression(value)));
                self.state.suspends += 1;
                if it.delegate { Kind::YieldStar(value) } else { Kind::Yield { value } }
            }
            Expression::ImportExpression(it) => {
                let specifier = Box::new(self.expression(&it.source));
                let options = it.options.as_ref().map(|options| Box::new(self.expression(options)));
                Kind::Import { specifier, options }
            }
            Expression::PrivateInExpression(it) => {
                self.expression(&it.right);
                Kind::Unsupported("private member")
            }
            Expression::Super(_) => Kind::Unsupported("super"),
            it => match it.as_member_expression() {
                Some(member) => return self.member(member),
                None => {
                    self.poison("syntax that is not JavaScript", pos);
                    Kind::Unsupported("syntax that is not JavaScript")
                }
            },
        };
        Expr::new(pos, kind)
    }

    /// Reads a value that is given to something called `name`: a function or class without a name takes it.
    pub(super) fn named(&mut self, it: &Expression<'a>, name: Cow<'a, str>) -> Expr<'a> {
        let pos = it.span();
        let kind = match it {
            Expression::ArrowFunctionExpression(arrow) => Kind::Function(self.arrow(arrow, name)),
            Expression::FunctionExpression(function) if function.id.is_none() => {
                self.function_of(function, name, true).map_or(Kind::Unsupported("TypeScript"), Kind::Function)
            }
            Expression::ClassExpression(class) if class.id.is_none() => match name {
                Cow::Borrowed(name) => self.class(class, name),
                Cow::Owned(_) => self.class(class, ""),
            },
            _ => return self.expression(it),
        };
        Expr::new(pos, kind)
    }

    fn unary(&mut self, it: &UnaryExpression<'a>) -> Kind<'a> {
        let operand = self.expression(&it.argument);
        let op = match it.operator {
            UnaryOperator::UnaryPlus => UnaryOp::Plus,
            UnaryOperator::UnaryNegation => UnaryOp::Minus,
            UnaryOperator::LogicalNot => UnaryOp::Not,
            UnaryOperator::BitwiseNot => UnaryOp::BitNot,
            UnaryOperator::Typeof => UnaryOp::TypeOf,
            UnaryOperator::Void => UnaryOp::Void,
            UnaryOperator::Delete => UnaryOp::Delete,
        };
        match operand.literal().and_then(|literal| fold_unary(op, literal)) {
            Some(folded) => Kind::Literal(folded),
            None => Kind::Unary { op, operand: Box::new(operand) },
        }
    }

    fn binary(&mut self, it: &BinaryExpression<'a>) -> Kind<'a> {
        let left = self.expression(&it.left);
        let right = self.expression(&it.right);
        match operator(it.operator) {
            Operator::Binary(op) => match fold_numbers(op, &left, &right) {
                Some(folded) => Kind::Literal(folded),
                None => chain_of(op, left, right, it.span),
            },
            Operator::Compare(op, negated) => {
                let compare = Kind::Compare { op, left: Box::new(left), right: Box::new(right) };
                if negated { Kind::Unary { op: UnaryOp::Not, operand: Box::new(Expr::new(it.span, compare)) } } else { compare }
            }
        }
    }

    fn logical(&mut self, it: &LogicalExpression<'a>) -> Kind<'a> {
        let left = self.expression(&it.left);
        let right = self.expression(&it.right);
        let op = match it.operator {
            LogicalOperator::Or => BinaryOp::Or,
            LogicalOperator::And => BinaryOp::And,
            LogicalOperator::Coalesce => BinaryOp::Nullish,
        };
        chain_of(op, left, right, it.span)
    }

    fn sequence(&mut self, expressions: &[Expression<'a>]) -> Kind<'a> {
        let mut all: Vec<Expr<'a>> = expressions.iter().map(|it| self.expression(it)).collect();
        let rest = all.split_off(1.min(all.len()));
        let Some(first) = all.pop() else { return Kind::Unsupported("empty sequence") };
        let mut rest: Vec<(Expr<'a>, Span)> = rest.into_iter().map(|it| (it.pos.unwrap_or_default(), it)).map(|(pos, it)| (it, pos)).collect();
        if rest.len() == 1
            && let Some((right, _)) = rest.pop()
        {
            return Kind::Binary { op: BinaryOp::Comma, left: Box::new(first), right: Box::new(right) };
        }
        Kind::Nary { op: BinaryOp::Comma, first: Box::new(first), rest }
    }

    fn assignment(&mut self, it: &AssignmentExpression<'a>) -> Kind<'a> {
        let target = Box::new(self.assignment_target(&it.left));
        let name = match &it.left {
            oxc_ast::ast::AssignmentTarget::AssignmentTargetIdentifier(name) => Some(name.name.as_str()),
            _ => None,
        };
        let op = compound(it.operator);
        let names = matches!(op, None | Some(BinaryOp::Or | BinaryOp::And | BinaryOp::Nullish));
        let value = match name {
            Some(name) if names => self.named(&it.right, Cow::Borrowed(name)),
            _ => self.expression(&it.right),
        };
        match op {
            None => Kind::Assign { op: AssignOp::Assign, target, value: Box::new(value) },
            Some(op) => Kind::Compound { op, target, value: Box::new(value) },
        }
    }

    // Members and calls.

    pub(super) fn member(&mut self, it: &MemberExpression<'a>) -> Expr<'a> {
        let pos = it.span();
        let key = match it {
            MemberExpression::StaticMemberExpression(it) => Key::Named(Cow::Borrowed(it.property.name.as_str())),
            MemberExpression::ComputedMemberExpression(computed) => {
                if matches!(computed.object, Expression::Super(_)) {
                    return self.super_member(it, pos);
                }
                let object = Box::new(self.expression(&computed.object));
                let key = self.expression(&computed.expression);
                return Expr::new(pos, Kind::Property { object, key: key_of(key), optional: computed.optional });
            }
            MemberExpression::PrivateFieldExpression(it) => {
                self.expression(&it.object);
                return Expr::new(pos, Kind::Unsupported("private member"));
            }
        };
        if matches!(it.object(), Expression::Super(_)) {
            return self.super_member(it, pos);
        }
        let object = Box::new(self.expression(it.object()));
        Expr::new(pos, Kind::Property { object, key, optional: it.optional() })
    }

    /// Reads `super.name`, which is looked up from the method's home object.
    fn super_member(&mut self, it: &MemberExpression<'a>, pos: Span) -> Expr<'a> {
        self.use_this();
        let home = self.mark_home_object().map(|name| self.proxy(name, pos.start));
        let key = match it {
            MemberExpression::StaticMemberExpression(it) => Key::Named(Cow::Borrowed(it.property.name.as_str())),
            MemberExpression::ComputedMemberExpression(it) => key_of(self.expression(&it.expression)),
            MemberExpression::PrivateFieldExpression(_) => return Expr::new(pos, Kind::Unsupported("private member")),
        };
        match home {
            Some(home) => Expr::new(pos, Kind::SuperProperty { home, key }),
            None => Expr::new(pos, Kind::Unsupported("super in an object literal")),
        }
    }

    fn call(&mut self, it: &CallExpression<'a>) -> Kind<'a> {
        if let Expression::Identifier(name) = &it.callee
            && name.name == "eval"
        {
            self.poison("direct eval", it.span);
        }
        if let Expression::Super(_) = &it.callee {
            self.use_this();
            let arguments = self.arguments(&it.arguments);
            let this_function = self.proxy(".this_function", it.span.start);
            let new_target = self.proxy("new.target", it.span.start);
            return Kind::SuperCall { this_function, new_target, arguments };
        }
        let callee = Box::new(self.expression(&it.callee));
        Kind::Call { callee, arguments: self.arguments(&it.arguments), optional: it.optional }
    }

    pub(super) fn arguments(&mut self, arguments: &[Argument<'a>]) -> Vec<Expr<'a>> {
        let mut read = Vec::new();
        for argument in arguments {
            read.push(match argument {
                Argument::SpreadElement(it) => {
                    let value = Box::new(self.expression(&it.argument));
                    Expr::new(it.span, Kind::Spread(value))
                }
                argument => match argument.as_expression() {
                    Some(argument) => self.expression(argument),
                    None => Expr::new(argument.span(), Kind::Unsupported("argument")),
                },
            });
        }
        read
    }

    fn chain(&mut self, it: &ChainExpression<'a>) -> Kind<'a> {
        let expression = match &it.expression {
            ChainElement::CallExpression(call) => Expr::new(call.span, self.call(call)),
            element => match element.as_member_expression() {
                Some(member) => self.member(member),
                None => Expr::new(it.span, Kind::Unsupported("TypeScript")),
            },
        };
        Kind::OptionalChain(Box::new(expression))
    }
}

enum Operator {
    Binary(BinaryOp),
    Compare(CompareOp, bool),
}

fn operator(operator: BinaryOperator) -> Operator {
    match operator {
        BinaryOperator::Equality => Operator::Compare(CompareOp::Eq, false),
        BinaryOperator::Inequality => Operator::Compare(CompareOp::Eq, true),
        BinaryOperator::StrictEquality => Operator::Compare(CompareOp::EqStrict, false),
        BinaryOperator::StrictInequality => Operator::Compare(CompareOp::EqStrict, true),
        BinaryOperator::LessThan => Operator::Compare(CompareOp::Less, false),
        BinaryOperator::LessEqualThan => Operator::Compare(CompareOp::LessEq, false),
        BinaryOperator::GreaterThan => Operator::Compare(CompareOp::Greater, false),
        BinaryOperator::GreaterEqualThan => Operator::Compare(CompareOp::GreaterEq, false),
        BinaryOperator::In => Operator::Compare(CompareOp::In, false),
        BinaryOperator::Instanceof => Operator::Compare(CompareOp::InstanceOf, false),
        BinaryOperator::Addition => Operator::Binary(BinaryOp::Add),
        BinaryOperator::Subtraction => Operator::Binary(BinaryOp::Sub),
        BinaryOperator::Multiplication => Operator::Binary(BinaryOp::Mul),
        BinaryOperator::Division => Operator::Binary(BinaryOp::Div),
        BinaryOperator::Remainder => Operator::Binary(BinaryOp::Mod),
        BinaryOperator::Exponential => Operator::Binary(BinaryOp::Exp),
        BinaryOperator::ShiftLeft => Operator::Binary(BinaryOp::Shl),
        BinaryOperator::ShiftRight => Operator::Binary(BinaryOp::Sar),
        BinaryOperator::ShiftRightZeroFill => Operator::Binary(BinaryOp::Shr),
        BinaryOperator::BitwiseOR => Operator::Binary(BinaryOp::BitOr),
        BinaryOperator::BitwiseXOR => Operator::Binary(BinaryOp::BitXor),
        BinaryOperator::BitwiseAnd => Operator::Binary(BinaryOp::BitAnd),
    }
}

fn compound(operator: AssignmentOperator) -> Option<BinaryOp> {
    Some(match operator {
        AssignmentOperator::Assign => return None,
        AssignmentOperator::Addition => BinaryOp::Add,
        AssignmentOperator::Subtraction => BinaryOp::Sub,
        AssignmentOperator::Multiplication => BinaryOp::Mul,
        AssignmentOperator::Division => BinaryOp::Div,
        AssignmentOperator::Remainder => BinaryOp::Mod,
        AssignmentOperator::Exponential => BinaryOp::Exp,
        AssignmentOperator::ShiftLeft => BinaryOp::Shl,
        AssignmentOperator::ShiftRight => BinaryOp::Sar,
        AssignmentOperator::ShiftRightZeroFill => BinaryOp::Shr,
        AssignmentOperator::BitwiseOR => BinaryOp::BitOr,
        AssignmentOperator::BitwiseXOR => BinaryOp::BitXor,
        AssignmentOperator::BitwiseAnd => BinaryOp::BitAnd,
        AssignmentOperator::LogicalOr => BinaryOp::Or,
        AssignmentOperator::LogicalAnd => BinaryOp::And,
        AssignmentOperator::LogicalNullish => BinaryOp::Nullish,
    })
}

/// `CollapseNaryExpression`: `a + b + c` is one node.
fn chain_of<'a>(op: BinaryOp, left: Expr<'a>, right: Expr<'a>, span: Span) -> Kind<'a> {
    let pos = left.pos.unwrap_or(span);
    match left.kind {
        Kind::Binary { op: inner, left: first, right: second } if inner == op && op != BinaryOp::Exp => {
            Kind::Nary { op, first, rest: vec![(*second, pos), (right, span)] }
        }
        Kind::Nary { op: inner, first, mut rest } if inner == op => {
            rest.push((right, span));
            Kind::Nary { op, first, rest }
        }
        kind => Kind::Binary { op, left: Box::new(Expr { pos: left.pos, kind }), right: Box::new(right) },
    }
}

fn key_of(key: Expr<'_>) -> Key<'_> {
    match key.kind {
        Kind::Literal(Literal::String(name)) if !is_index(&name) => Key::Named(name),
        kind => Key::Keyed(Box::new(Expr { pos: key.pos, kind })),
    }
}

/// A number as V8 keeps it.
pub(super) fn number<'a>(value: f64) -> Literal<'a> {
    #[expect(clippy::cast_possible_truncation, reason = "compared with the number again")]
    let smi = value as i32;
    if f64::from(smi) == value && !(value == 0.0 && value.is_sign_negative()) { Literal::Smi(smi) } else { Literal::Number(value) }
}

/// V8's numbers for the flags of regular expressions.
fn regexp_flags(flags: oxc_ast::ast::RegExpFlags) -> u8 {
    use oxc_ast::ast::RegExpFlags;
    [
        (RegExpFlags::G, 1),
        (RegExpFlags::I, 2),
        (RegExpFlags::M, 4),
        (RegExpFlags::Y, 8),
        (RegExpFlags::U, 16),
        (RegExpFlags::S, 32),
        (RegExpFlags::D, 128),
        (RegExpFlags::V, 0),
    ]
    .into_iter()
    .filter(|&(flag, _)| flags.contains(flag))
    .fold(0, |sum, (_, bit)| sum | bit)
}
