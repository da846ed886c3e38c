//! Classes, and the declarations of modules.

use std::borrow::Cow;

use oxc_ast::ast::{
    Class as OxcClass, ClassElement, Declaration as OxcDeclaration, ExportDefaultDeclarationKind, ImportDeclarationSpecifier, MethodDefinition,
    MethodDefinitionKind, PropertyDefinition, PropertyKey, Statement,
};
use oxc_span::{GetSpan, Span};

use super::base::{Home, Parser};
use crate::bytecode::ast::{
    AssignOp, Class, ClassMember, Expr, Field, Function, FunctionId, FunctionKind, Kind, Literal as Value, Shape, Stmt, StmtKind,
};
use crate::bytecode::scope::{Mode, ScopeId, ScopeKind, VarId};

/// A class as it is read.
#[derive(Default)]
struct Reading<'a> {
    constructor: Option<FunctionId>,
    members: Vec<ClassMember<'a>>,
    instance: Option<(ScopeId, Vec<Field<'a>>)>,
    statics: Option<(ScopeId, Vec<Field<'a>>)>,
    unsupported: Option<(&'static str, Span)>,
    home_used: bool,
    static_home_used: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn class_declaration(&mut self, it: &OxcClass<'a>) -> Stmt<'a> {
        let name = it.id.as_ref().map_or("", |id| id.name.as_str());
        let value = Expr::new(it.span, self.class(it, name));
        let variable = self.declare_name(name, Mode::Let);
        let declared = self.scopes.variable_mut(variable);
        declared.used = true;
        declared.initializer_position = it.span.end;
        let target = self.bound(variable);
        let kind = Kind::Assign { op: AssignOp::Init, target: Box::new(target), value: Box::new(value) };
        Stmt { pos: None, kind: StmtKind::Expression(Expr::new(it.span, kind)) }
    }

    /// Reads a class. `name`: its own, or that of the variable or property that it is assigned to.
    pub(super) fn class(&mut self, it: &OxcClass<'a>, name: &'a str) -> Kind<'a> {
        self.state.contains_function = true;
        let scope = self.scopes.new_scope(ScopeKind::Class, Some(self.scope), true);
        self.in_scope(scope, |parser| {
            let mut reading = Reading::default();
            if !it.decorators.is_empty() {
                parser.poison("decorator", it.span);
            }
            let extends = it.heritage.as_ref().map(|heritage| parser.expression(&heritage.expression));
            let has_fields = it.body.body.iter().any(|element| matches!(element, ClassElement::PropertyDefinition(it) if !it.r#static));
            for element in &it.body.body {
                parser.class_element(element, name, extends.is_some(), has_fields, &mut reading);
            }
            if let Some((construct, _)) = reading.unsupported {
                parser.unsure.push((construct, it.span));
            }
            let constructor = reading.constructor.unwrap_or_else(|| parser.default_constructor(it.span, name, extends.is_some(), has_fields));
            // V8 keeps both where either is used.
            let needs_home = reading.home_used || reading.static_home_used;
            let home_object = needs_home.then(|| parser.home_variable(scope, ".home_object"));
            let static_home_object = needs_home.then(|| parser.home_variable(scope, ".static_home_object"));
            let variable = it.id.as_ref().map(|id| parser.class_variable(scope, id.name.as_str(), it.span.end));
            let instance_initializer =
                reading.instance.map(|(scope, fields)| parser.initializer(it.span, "<instance_members_initializer>", scope, fields));
            let static_initializer = reading.statics.map(|(scope, fields)| parser.initializer(it.span, "<static_initializer>", scope, fields));
            Kind::Class(Box::new(Class {
                scope,
                extends,
                constructor,
                members: reading.members,
                variable,
                home_object,
                static_home_object,
                instance_initializer,
                static_initializer,
                unsupported: reading.unsupported,
            }))
        })
    }

    fn class_variable(&mut self, scope: ScopeId, name: &'a str, end: u32) -> VarId {
        let (variable, _) = self.scopes.declare(scope, name, Mode::Const);
        self.scopes.get_mut(scope).declarations.push(crate::bytecode::scope::Declaration::Variable(variable));
        self.scopes.variable_mut(variable).initializer_position = end;
        variable
    }

    fn home_variable(&mut self, scope: ScopeId, name: &'static str) -> VarId {
        let (variable, _) = self.scopes.declare(scope, name, Mode::Const);
        let declared = self.scopes.variable_mut(variable);
        declared.needs_initialization = false;
        declared.used = true;
        declared.captured = true;
        variable
    }

    fn class_element(&mut self, element: &ClassElement<'a>, name: &'a str, derived: bool, has_fields: bool, reading: &mut Reading<'a>) {
        match element {
            ClassElement::MethodDefinition(it) => self.method(it, name, derived, has_fields, reading),
            ClassElement::PropertyDefinition(it) => self.field(it, reading),
            ClassElement::StaticBlock(it) => {
                reading.unsupported = Some(("static block of a class", it.span));
                let scope = self.initializer_scope(&mut reading.statics);
                self.in_scope(scope, |parser| {
                    let mut statements = Vec::new();
                    let block = parser.block_scope();
                    parser.in_scope(block, |parser| parser.statements(&it.body, &mut statements));
                });
            }
            ClassElement::AccessorProperty(it) => self.poison("accessor of a class", it.span),
            ClassElement::TSIndexSignature(it) => self.poison("TypeScript", it.span),
        }
    }

    fn method(&mut self, it: &MethodDefinition<'a>, class_name: &'a str, derived: bool, has_fields: bool, reading: &mut Reading<'a>) {
        let key = self.property_key(&it.key, it.computed);
        let is_constructor = it.kind == MethodDefinitionKind::Constructor;
        let shape = match (is_constructor, derived) {
            (false, _) => Shape::Method,
            (true, false) => Shape::BaseConstructor,
            (true, true) => Shape::DerivedConstructor,
        };
        let name = match key.literal() {
            _ if is_constructor => Cow::Borrowed(class_name),
            Some(Value::String(name)) => name.clone(),
            Some(Value::Smi(index)) => Cow::Owned(index.to_string()),
            _ => Cow::Borrowed(""),
        };
        if matches!(it.key, PropertyKey::PrivateIdentifier(_)) {
            reading.unsupported = Some(("private member", it.span));
        }
        let kind = FunctionKind { shape, is_async: it.value.r#async, is_generator: it.value.generator };
        self.homes.push(if it.r#static { Home::Static { used: false } } else { Home::Instance { used: false } });
        let function = self.function_with(&it.value, name, None, kind, is_constructor && has_fields);
        match self.homes.pop() {
            Some(Home::Static { used }) => reading.static_home_used |= used,
            Some(Home::Instance { used }) => reading.home_used |= used,
            _ => {}
        }
        let Some(function) = function else { return };
        if is_constructor {
            reading.constructor = Some(function);
        } else {
            let value = Expr::new(it.span, Kind::Function(function));
            reading.members.push(ClassMember { key, value, computed: it.computed, is_static: it.r#static });
        }
    }

    fn initializer_scope(&mut self, slot: &mut Option<(ScopeId, Vec<Field<'a>>)>) -> ScopeId {
        if let Some((scope, _)) = slot {
            return *scope;
        }
        let scope = self.method_scope(Shape::Initializer);
        *slot = Some((scope, Vec::new()));
        scope
    }

    fn method_scope(&mut self, shape: Shape) -> ScopeId {
        let kind = FunctionKind { shape, is_async: false, is_generator: false };
        let scope = self.scopes.new_scope(ScopeKind::Function(kind), Some(self.scope), true);
        self.declare_default_variables(scope, kind);
        scope
    }

    fn field(&mut self, it: &PropertyDefinition<'a>, reading: &mut Reading<'a>) {
        let key = self.property_key(&it.key, it.computed);
        if it.computed {
            reading.unsupported = Some(("computed field of a class", it.span));
        }
        if matches!(it.key, PropertyKey::PrivateIdentifier(_)) {
            reading.unsupported = Some(("private member", it.span));
        }
        let scope = self.initializer_scope(if it.r#static { &mut reading.statics } else { &mut reading.instance });
        let name = match key.literal() {
            Some(Value::String(name)) => name.clone(),
            _ => Cow::Borrowed(""),
        };
        self.homes.push(if it.r#static { Home::Static { used: false } } else { Home::Instance { used: false } });
        let value = self.in_scope(scope, |parser| match &it.value {
            Some(value) => parser.named(value, name),
            None => Expr::nowhere(Kind::Literal(Value::Undefined)),
        });
        match self.homes.pop() {
            Some(Home::Static { used }) => reading.static_home_used |= used,
            Some(Home::Instance { used }) => reading.home_used |= used,
            _ => {}
        }
        let fields = if it.r#static { &mut reading.statics } else { &mut reading.instance };
        if let Some((_, fields)) = fields {
            fields.push(Field { key, value });
        }
    }

    fn initializer(&mut self, span: Span, name: &'static str, scope: ScopeId, fields: Vec<Field<'a>>) -> FunctionId {
        let kind = FunctionKind { shape: Shape::Initializer, is_async: false, is_generator: false };
        let body = vec![Stmt { pos: None, kind: StmtKind::Fields(fields) }];
        self.synthetic(span, Cow::Borrowed(name), kind, scope, body, false)
    }

    fn synthetic(&mut self, span: Span, name: Cow<'a, str>, kind: FunctionKind, scope: ScopeId, body: Vec<Stmt<'a>>, has_fields: bool) -> FunctionId {
        let id = self.reserve();
        self.functions[id.0] = Some(Function { name, span, kind, scope, body, suspends: 0, has_fields, synthetic: true });
        id
    }

    fn default_constructor(&mut self, span: Span, name: &'a str, derived: bool, has_fields: bool) -> FunctionId {
        let shape = if derived { Shape::DefaultDerivedConstructor } else { Shape::BaseConstructor };
        let scope = self.method_scope(shape);
        let mut body = Vec::new();
        if derived {
            let value = self.in_scope(scope, |parser| {
                let this_function = parser.proxy(".this_function", span.start);
                let new_target = parser.proxy("new.target", span.start);
                Expr::new(span, Kind::SuperCallForwardArguments { this_function, new_target })
            });
            body.push(Stmt { pos: None, kind: StmtKind::Return { value, end: None } });
        }
        let kind = FunctionKind { shape, is_async: false, is_generator: false };
        self.synthetic(span, Cow::Borrowed(name), kind, scope, body, has_fields)
    }

    // Modules.

    /// Reads an import or export: its names and declarations.
    pub(super) fn module_statement(&mut self, statement: &Statement<'a>) -> Stmt<'a> {
        match statement {
            Statement::ImportDeclaration(it) => {
                for specifier in it.specifiers.iter().flatten() {
                    let local = match specifier {
                        ImportDeclarationSpecifier::ImportSpecifier(it) => it.local.name.as_str(),
                        ImportDeclarationSpecifier::ImportDefaultSpecifier(it) => it.local.name.as_str(),
                        ImportDeclarationSpecifier::ImportNamespaceSpecifier(it) => it.local.name.as_str(),
                    };
                    self.scopes.declare(self.scope, local, Mode::Const);
                }
            }
            Statement::ExportDeclaration(it) => return self.exported(&it.declaration),
            Statement::ExportDefaultDeclaration(it) => match &it.declaration {
                ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
                    let name = function.id.as_ref().map_or("default", |id| id.name.as_str());
                    let (variable, _) = self.scopes.declare(self.scope, name, Mode::Var);
                    if let Some(id) = self.function_of(function, Cow::Borrowed(name), false) {
                        let scope = self.scope;
                        self.scopes.get_mut(scope).declarations.push(crate::bytecode::scope::Declaration::Function(variable, id));
                    }
                }
                ExportDefaultDeclarationKind::ClassDeclaration(class) => return self.class_declaration(class),
                other => {
                    if let Some(value) = other.as_expression() {
                        let value = self.named(value, Cow::Borrowed("default"));
                        return Stmt { pos: Some(it.span), kind: StmtKind::Expression(value) };
                    }
                }
            },
            _ => {}
        }
        Stmt { pos: None, kind: StmtKind::Empty }
    }

    fn exported(&mut self, declaration: &OxcDeclaration<'a>) -> Stmt<'a> {
        match declaration {
            OxcDeclaration::VariableDeclaration(it) => self.variables(it),
            OxcDeclaration::FunctionDeclaration(it) => self.function_declaration(it),
            OxcDeclaration::ClassDeclaration(it) => self.class_declaration(it),
            other => {
                self.poison("TypeScript", other.span());
                Stmt { pos: None, kind: StmtKind::Empty }
            }
        }
    }
}
