//! Runs a program on the model: a small interpreter that tells `Shapes` what an engine would.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use node_lifecycle::v8::shapes::{
    Access, AllocationSite, Attributes, FunctionId, Key, ObjectId, Prototype, Release, Shapes, SiteId, SiteKind, Sites, StoreOrigin, ValueKind,
};

use super::text::{At, Class, Expr, Function, Statement};

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Undefined,
    Null,
    Boolean(bool),
    Number(f64),
    BigInt,
    Text(Rc<str>),
    Object(ObjectId),
    Function(FunctionId),
}

impl Value {
    pub(crate) fn kind(&self) -> ValueKind {
        match self {
            Self::Number(number) => ValueKind::of_number(*number),
            _ => ValueKind::HeapObject,
        }
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.to_bits() == b.to_bits(),
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a == b,
            (Self::Function(a), Self::Function(b)) => a == b,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Undefined, Self::Undefined) | (Self::Null, Self::Null) => true,
            _ => false,
        }
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.to_string(),
            other => panic!("{other:?} as a key"),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Slot {
    Data(Value, Attributes),
    Accessor(Attributes),
}

#[derive(Debug, Default)]
pub(crate) struct Obj {
    pub slots: Vec<(String, Slot)>,
    pub elements: BTreeMap<u32, Value>,
    pub length: Option<u32>,
    pub prototype: Option<ObjectId>,
    pub closed: bool,
    pub frozen: bool,
}

impl Obj {
    pub(crate) fn slot(&mut self, key: &str) -> Option<&mut Slot> {
        self.slots.iter_mut().find(|(name, _)| name == key).map(|(_, slot)| slot)
    }

    fn put(&mut self, key: &str, slot: Slot) {
        match self.slot(key) {
            Some(found) => *found = slot,
            None => self.slots.push((key.into(), slot)),
        }
    }
}

pub(crate) type Scope = Rc<Frame>;

pub(crate) struct Frame {
    names: RefCell<BTreeMap<String, Value>>,
    this: Option<Value>,
    function: Option<FunctionId>,
    new_target: Option<FunctionId>,
    outer: Option<Scope>,
    /// Some statement of a function is run: its sites are compared.
    inside: bool,
}

#[derive(Clone)]
enum Code {
    Function(Rc<Function>),
    Class(Rc<Class>),
}

struct Closure {
    code: Code,
    scope: Scope,
    prototype: Option<ObjectId>,
    parent: Option<FunctionId>,
}

pub(crate) struct Run {
    pub shapes: Shapes,
    pub sites: Sites,
    pub objects: Vec<Obj>,
    functions: Vec<Closure>,
    pub answers: Vec<String>,
    /// Every site inside of a function, by where it stands.
    pub places: BTreeMap<At, SiteId>,
    feedback: bool,
}

pub(crate) fn run(release: Release, program: &[Statement], feedback: bool) -> Run {
    let mut run = Run {
        shapes: Shapes::new(release),
        sites: Sites::default(),
        objects: Vec::new(),
        functions: Vec::new(),
        answers: Vec::new(),
        places: BTreeMap::new(),
        feedback,
    };
    let scope = bare_scope();
    run.statements(program, &scope);
    run
}

impl Run {
    fn statements(&mut self, statements: &[Statement], scope: &Scope) -> Option<Value> {
        statements.iter().find_map(|statement| self.statement(statement, scope))
    }

    fn statement(&mut self, statement: &Statement, scope: &Scope) -> Option<Value> {
        match statement {
            Statement::Let(name, value) => {
                let value = self.eval(value, scope);
                scope.names.borrow_mut().insert(name.clone(), value);
                None
            }
            Statement::Expression(value) => {
                self.eval(value, scope);
                None
            }
            Statement::Return(value) => Some(value.as_ref().map_or(Value::Undefined, |value| self.eval(value, scope))),
            Statement::Block(statements) => {
                let inner = Rc::new(Frame {
                    names: RefCell::default(),
                    this: scope.this.clone(),
                    function: scope.function,
                    new_target: scope.new_target,
                    outer: Some(Rc::clone(scope)),
                    inside: scope.inside,
                });
                self.statements(statements, &inner)
            }
            Statement::For(name, from, to, body) => self.loop_over(name, *from, to, body, scope),
        }
    }

    fn loop_over(&mut self, name: &str, from: f64, to: &Expr, body: &Statement, scope: &Scope) -> Option<Value> {
        let Value::Number(to) = self.eval(to, scope) else { panic!("a loop ends with a number") };
        let mut at = from;
        while at < to {
            scope.names.borrow_mut().insert(name.into(), Value::Number(at));
            if let Some(value) = self.statement(body, scope) {
                return Some(value);
            }
            at += 1.0;
        }
        None
    }

    pub(crate) fn eval(&mut self, value: &Expr, scope: &Scope) -> Value {
        match value {
            Expr::Number(number) => Value::Number(*number),
            Expr::BigInt => Value::BigInt,
            Expr::Text(text) => Value::Text(text.as_str().into()),
            Expr::Undefined => Value::Undefined,
            Expr::Null => Value::Null,
            Expr::Boolean(is) => Value::Boolean(*is),
            Expr::Name(name) => self.named(name, scope),
            Expr::This => scope.this.clone().unwrap_or(Value::Undefined),
            Expr::Object(at, properties) => self.object_literal(*at, properties, scope),
            Expr::Array(at, elements) => self.array_literal(*at, elements, scope),
            Expr::Function(function) => self.closure(Code::Function(Rc::clone(function)), None, scope),
            Expr::Class(class) => self.class(class, scope),
            Expr::Member(at, object, key, named) => self.load(*at, object, key, *named, scope),
            Expr::Call(callee, arguments) => self.call_expression(callee, arguments, scope),
            Expr::New(at, callee, arguments) => self.new_expression(*at, callee, arguments, scope),
            Expr::Assign(at, target, value) => self.assign(*at, target, value, scope),
            Expr::Delete(target) => self.delete(target, scope),
            Expr::Binary(operator, left, right) => binary(*operator, &self.eval(left, scope), &self.eval(right, scope)),
            Expr::Minus(value) => match self.eval(value, scope) {
                Value::Number(number) => Value::Number(-number),
                other => panic!("-{other:?}"),
            },
        }
    }

    fn named(&self, name: &str, scope: &Scope) -> Value {
        let mut frame = Some(scope);
        while let Some(here) = frame {
            if let Some(value) = here.names.borrow().get(name) {
                return value.clone();
            }
            frame = here.outer.as_ref();
        }
        panic!("{name} is not defined")
    }

    pub(crate) fn rebind(&self, name: &str, value: &Value, scope: &Scope) {
        let mut frame = Some(scope);
        while let Some(here) = frame {
            if let Some(found) = here.names.borrow_mut().get_mut(name) {
                *found = value.clone();
                return;
            }
            frame = here.outer.as_ref();
        }
        panic!("{name} is not defined")
    }

    pub(crate) fn set_prototype_of_function(&mut self, function: FunctionId, prototype: ObjectId) {
        self.functions[function.0 as usize].prototype = Some(prototype);
    }

    pub(crate) fn has_feedback(&self) -> bool {
        self.feedback
    }

    pub(crate) fn new_object(&mut self) -> ObjectId {
        self.objects.push(Obj::default());
        ObjectId(u32::try_from(self.objects.len() - 1).expect("a program of the subset"))
    }

    pub(crate) fn obj(&mut self, id: ObjectId) -> &mut Obj {
        &mut self.objects[id.0 as usize]
    }

    pub(crate) fn site(&self, at: At) -> Option<AllocationSite> {
        self.feedback.then_some(AllocationSite(at.0 * 1000 + at.1))
    }

    pub(crate) fn note(&mut self, at: At, kind: SiteKind, access: &Access, scope: &Scope) {
        if self.feedback && scope.inside {
            let site = *self.places.entry(at).or_insert(SiteId(at.0 * 1000 + at.1));
            self.sites.access(&self.shapes, site, kind, access);
        }
    }

    fn closure(&mut self, code: Code, parent: Option<FunctionId>, scope: &Scope) -> Value {
        self.functions.push(Closure { code, scope: Rc::clone(scope), prototype: None, parent });
        Value::Function(FunctionId(u32::try_from(self.functions.len() - 1).expect("a program of the subset")))
    }

    fn class(&mut self, class: &Rc<Class>, scope: &Scope) -> Value {
        let parent = class.extends.as_ref().map(|parent| match self.eval(parent, scope) {
            Value::Function(parent) => parent,
            other => panic!("extends {other:?}"),
        });
        let value = self.closure(Code::Class(Rc::clone(class)), parent, scope);
        if let Value::Function(id) = value {
            let prototype = self.prototype_of(id);
            for (name, method) in &class.methods {
                let method = self.closure(Code::Function(Rc::clone(method)), None, scope);
                self.define(prototype, name, method, Attributes::HIDDEN, StoreOrigin::Named);
            }
        }
        value
    }

    /// `F.prototype`, made when it is first needed.
    pub(crate) fn prototype_of(&mut self, function: FunctionId) -> ObjectId {
        if let Some(found) = self.functions[function.0 as usize].prototype {
            return found;
        }
        let parent = self.functions[function.0 as usize].parent.map(|parent| self.prototype_of(parent));
        let prototype = self.new_object();
        self.obj(prototype).prototype = parent;
        match self.functions[function.0 as usize].code {
            Code::Class(_) => self.shapes.class_prototype(prototype, of(parent)),
            Code::Function(_) => self.shapes.created(prototype, of(parent)),
        }
        self.define(prototype, "constructor", Value::Function(function), Attributes::HIDDEN, StoreOrigin::Named);
        self.shapes.becomes_prototype(prototype);
        self.functions[function.0 as usize].prototype = Some(prototype);
        prototype
    }

    /// A property is made or made anew, whatever the object says of it.
    pub(crate) fn define(&mut self, object: ObjectId, key: &str, value: Value, attributes: Attributes, origin: StoreOrigin) {
        if let Ok(index) = key.parse::<u32>() {
            return self.define_element(object, index, value);
        }
        let kind = value.kind();
        self.obj(object).put(key, Slot::Data(value, attributes));
        self.shapes.add(object, &Key::from(key), attributes, kind, origin);
    }

    pub(crate) fn define_element(&mut self, object: ObjectId, index: u32, value: Value) {
        let kind = value.kind();
        let found = self.obj(object);
        found.elements.insert(index, value);
        found.length = found.length.map(|length| length.max(index + 1));
        self.shapes.set_element(object, index, kind);
    }

    pub(crate) fn call(&mut self, function: FunctionId, this: Option<Value>, arguments: &[Value], new_target: Option<FunctionId>) -> Value {
        let closure = &self.functions[function.0 as usize];
        let (code, outer) = (closure.code.clone(), Rc::clone(&closure.scope));
        let Code::Function(code) = code else { panic!("a class is called") };
        let this = if code.arrow { outer.this.clone() } else { this };
        let frame = Rc::new(Frame { names: RefCell::default(), this, function: Some(function), new_target, outer: Some(outer), inside: true });
        for (index, name) in code.parameters.iter().enumerate() {
            frame.names.borrow_mut().insert(name.clone(), arguments.get(index).cloned().unwrap_or(Value::Undefined));
        }
        self.statements(&code.body, &frame).unwrap_or(Value::Undefined)
    }

    /// `this.x =` and fields, in the constructor and all above it.
    fn expected(&self, function: FunctionId) -> usize {
        let closure = &self.functions[function.0 as usize];
        let own = match &closure.code {
            Code::Function(function) => function.expected,
            Code::Class(class) => class.fields.len() + class.constructor.as_ref().map_or(0, |constructor| constructor.expected),
        };
        own + closure.parent.map_or(0, |parent| self.expected(parent))
    }

    pub(crate) fn construct(&mut self, function: FunctionId, arguments: &[Value]) -> Value {
        let prototype = self.prototype_of(function);
        let object = self.new_object();
        self.obj(object).prototype = Some(prototype);
        self.shapes.constructed(object, function, self.expected(function), Prototype::Object(prototype));
        let this = Value::Object(object);
        self.initialize(function, &this, arguments, function);
        this
    }

    fn initialize(&mut self, function: FunctionId, this: &Value, arguments: &[Value], new_target: FunctionId) {
        let closure = &self.functions[function.0 as usize];
        let (code, parent, outer) = (closure.code.clone(), closure.parent, Rc::clone(&closure.scope));
        let Code::Class(class) = code else {
            self.call(function, Some(this.clone()), arguments, Some(new_target));
            return;
        };
        let frame = Rc::new(Frame {
            names: RefCell::default(),
            this: Some(this.clone()),
            function: Some(function),
            new_target: Some(new_target),
            outer: Some(outer),
            inside: true,
        });
        if parent.is_none() {
            self.fields(&class, this, &frame);
        }
        let Some(constructor) = &class.constructor else {
            if let Some(parent) = parent {
                self.initialize(parent, this, arguments, new_target);
                self.fields(&class, this, &frame);
            }
            return;
        };
        for (index, name) in constructor.parameters.iter().enumerate() {
            frame.names.borrow_mut().insert(name.clone(), arguments.get(index).cloned().unwrap_or(Value::Undefined));
        }
        self.statements(&constructor.body, &frame);
    }

    fn fields(&mut self, class: &Class, this: &Value, frame: &Scope) {
        let Value::Object(object) = this else { return };
        for (name, value) in &class.fields {
            let value = value.as_ref().map_or(Value::Undefined, |value| self.eval(value, frame));
            self.define(*object, name, value, Attributes::ALL, StoreOrigin::Named);
        }
    }

    pub(crate) fn super_call(&mut self, arguments: &[Value], scope: &Scope) -> Value {
        let (Some(function), Some(new_target), Some(this)) = (scope.function, scope.new_target, scope.this.clone()) else {
            panic!("super outside of a constructor")
        };
        let closure = &self.functions[function.0 as usize];
        let (parent, code) = (closure.parent.expect("a class that extends another"), closure.code.clone());
        self.initialize(parent, &this, arguments, new_target);
        if let Code::Class(class) = code {
            self.fields(&class, &this, scope);
        }
        Value::Undefined
    }
}

pub(crate) fn of(prototype: Option<ObjectId>) -> Prototype {
    prototype.map_or(Prototype::Intrinsic(node_lifecycle::v8::shapes::Class::Object), Prototype::Object)
}

fn binary(operator: char, left: &Value, right: &Value) -> Value {
    match (operator, left, right) {
        ('+', Value::Number(a), Value::Number(b)) => Value::Number(a + b),
        ('+', a, b) => Value::Text((a.text() + &b.text()).into()),
        ('-', Value::Number(a), Value::Number(b)) => Value::Number(a - b),
        ('*', Value::Number(a), Value::Number(b)) => Value::Number(a * b),
        ('/', Value::Number(a), Value::Number(b)) => Value::Number(a / b),
        ('%', Value::Number(a), Value::Number(b)) => Value::Number(a % b),
        _ => panic!("{left:?} {operator} {right:?}"),
    }
}

/// A scope without a name in it.
pub(crate) fn bare_scope() -> Scope {
    Rc::new(Frame { names: RefCell::default(), this: None, function: None, new_target: None, outer: None, inside: false })
}
