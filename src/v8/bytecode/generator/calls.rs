//! Calls, `new` and `super(…)`.

use super::base::{Done, Generator, Wanted};
use crate::bytecode::ast::{Expr, Kind, Shape};
use crate::bytecode::builder::Arg;
use crate::bytecode::label::Label;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};
use crate::bytecode::scope::ProxyId;

/// The position of `...` among the arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spread {
    None,
    Final,
    NonFinal,
}

fn spread_of(arguments: &[Expr<'_>]) -> Spread {
    match arguments.iter().position(|argument| matches!(argument.kind, Kind::Spread(_))) {
        None => Spread::None,
        Some(at) if at + 1 == arguments.len() => Spread::Final,
        Some(_) => Spread::NonFinal,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Receiver {
    Property,
    Undefined,
    Any,
}

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn call(&mut self, it: &'p Expr<'a>, callee: &'p Expr<'a>, arguments: &'p [Expr<'a>], optional: bool) -> Done {
        let spread = spread_of(arguments);
        let mut list = self.b.growable_list();
        let function = self.b.grow(&mut list);
        let receiver = self.callee(callee, function, &mut list, spread)?;
        if optional {
            self.b.load(function);
            self.jump_to_null();
        }
        if spread == Spread::NonFinal {
            self.array_of(arguments)?;
            let array = self.b.grow(&mut list);
            self.b.store(array);
        } else {
            list = list.pop_left();
            for argument in arguments {
                self.push_value(argument, &mut list)?;
            }
        }
        self.position(it);
        if spread == Spread::NonFinal {
            self.b.emit(Op::CallJSRuntime, &[Arg::Native("reflect_apply"), Arg::List(list)]);
            return Ok(());
        }
        let slot = self.ic();
        match (spread, receiver) {
            (Spread::Final, _) => self.b.emit(Op::CallWithSpread, &[Arg::In(function), Arg::List(list), slot]),
            (_, Receiver::Property) => self.call_property(function, list, slot),
            (_, Receiver::Undefined) => self.call_undefined_receiver(function, list, slot),
            (_, Receiver::Any) => self.b.emit(Op::CallAnyReceiver, &[Arg::In(function), Arg::List(list), slot]),
        }
        Ok(())
    }

    /// Evaluates the callee into `function`, and the receiver into the list.
    fn callee(
        &mut self,
        callee: &'p Expr<'a>,
        function: Register,
        list: &mut RegisterList,
        spread: Spread,
    ) -> Result<Receiver, crate::bytecode::listing::Unsupported> {
        match &callee.kind {
            Kind::Property { object, .. } => {
                self.push_value(object, list)?;
                let last = list.last();
                self.in_outcome(Wanted::Value, |this| {
                    this.property_load(last, callee)?;
                    this.b.store(function);
                    Ok(())
                })?;
                Ok(Receiver::Property)
            }
            Kind::SuperProperty { .. } => {
                let receiver = self.b.grow(list);
                self.super_load(callee, Some(receiver))?;
                self.b.store(function);
                Ok(Receiver::Any)
            }
            Kind::OptionalChain(inner) if matches!(inner.kind, Kind::Property { .. }) => {
                let Kind::Property { object, .. } = &inner.kind else { return self.unsupported("optional call", callee.pos) };
                let mut grown = *list;
                self.optional_chain(|this| {
                    this.push_value(object, &mut grown)?;
                    this.property_load(grown.last(), inner)
                })?;
                *list = grown;
                self.b.store(function);
                Ok(Receiver::Any)
            }
            _ => {
                if spread != Spread::None {
                    let register = self.b.grow(list);
                    self.b.emit(Op::LdaUndefined, &[]);
                    self.b.store(register);
                }
                if let Kind::Proxy(id) = callee.kind
                    && self.program.scopes.proxy(id).variable.is_none()
                {
                    self.in_outcome(Wanted::Value, |this| this.at(callee.pos, |this| this.load_proxy(id, false)))?;
                    self.b.store(function);
                } else {
                    self.for_value_in(callee, function)?;
                }
                Ok(Receiver::Undefined)
            }
        }
    }

    pub(super) fn call_property(&mut self, function: Register, list: RegisterList, slot: Arg) {
        let registers: Vec<Arg> = (0..list.count).map(|at| Arg::In(list.at(at))).collect();
        let function = Arg::In(function);
        match *registers.as_slice() {
            [receiver] => self.b.emit(Op::CallProperty0, &[function, receiver, slot]),
            [receiver, first] => self.b.emit(Op::CallProperty1, &[function, receiver, first, slot]),
            [receiver, first, second] => self.b.emit(Op::CallProperty2, &[function, receiver, first, second, slot]),
            _ => self.b.emit(Op::CallProperty, &[function, Arg::List(list), slot]),
        }
    }

    fn call_undefined_receiver(&mut self, function: Register, list: RegisterList, slot: Arg) {
        let registers: Vec<Arg> = (0..list.count).map(|at| Arg::In(list.at(at))).collect();
        let function = Arg::In(function);
        match *registers.as_slice() {
            [] => self.b.emit(Op::CallUndefinedReceiver0, &[function, slot]),
            [first] => self.b.emit(Op::CallUndefinedReceiver1, &[function, first, slot]),
            [first, second] => self.b.emit(Op::CallUndefinedReceiver2, &[function, first, second, slot]),
            _ => self.b.emit(Op::CallUndefinedReceiver, &[function, Arg::List(list), slot]),
        }
    }

    pub(super) fn new_call(&mut self, it: &'p Expr<'a>, callee: &'p Expr<'a>, arguments: &'p [Expr<'a>]) -> Done {
        let mut list = self.b.growable_list();
        self.push_value(callee, &mut list)?;
        let spread = spread_of(arguments);
        if spread == Spread::NonFinal {
            self.array_of(arguments)?;
            self.position(it);
            let array = self.b.grow(&mut list);
            self.b.store(array);
            self.b.emit(Op::CallJSRuntime, &[Arg::Native("reflect_construct"), Arg::List(list)]);
            return Ok(());
        }
        let constructor = list.first;
        list = list.pop_left();
        for argument in arguments {
            self.push_value(argument, &mut list)?;
        }
        self.position(it);
        self.b.load(constructor);
        let slot = self.ic();
        let op = if spread == Spread::Final { Op::ConstructWithSpread } else { Op::Construct };
        self.b.emit(op, &[Arg::In(constructor), Arg::List(list), slot]);
        Ok(())
    }

    // Super.

    pub(super) fn super_call(&mut self, it: &'p Expr<'a>, this_function: ProxyId, new_target: ProxyId, arguments: &'p [Expr<'a>]) -> Done {
        let spread = spread_of(arguments);
        if spread == Spread::NonFinal {
            return self.unsupported("super call with a spread before its last argument", it.pos);
        }
        self.in_registers(|this| {
            let function = this.proxy_in_register(this_function)?;
            let instance = this.b.register();
            let done = this.b.label();
            this.in_registers(|this| {
                let mut list = this.b.growable_list();
                for argument in arguments {
                    this.push_value(argument, &mut list)?;
                }
                let target = this.b.register();
                this.in_outcome(Wanted::Value, |this| {
                    this.load_proxy(new_target, false)?;
                    this.b.store(target);
                    Ok(())
                })?;
                this.super_constructor(function, target, instance, done);
                this.b.load(target);
                this.position(it);
                let slot = this.ic();
                let op = if spread == Spread::Final { Op::ConstructWithSpread } else { Op::Construct };
                this.b.emit(op, &[Arg::In(instance), Arg::List(list), slot]);
                Ok(())
            })?;
            this.b.store(instance);
            this.b.bind(done);
            this.after_super_call(function, instance)
        })
    }

    pub(super) fn forward_super_call(&mut self, it: &'p Expr<'a>, this_function: ProxyId, new_target: ProxyId) -> Done {
        self.in_registers(|this| {
            let function = this.proxy_in_register(this_function)?;
            let target = this.proxy_in_register(new_target)?;
            let instance = this.b.register();
            let done = this.b.label();
            this.super_constructor(function, target, instance, done);
            this.b.load(target);
            this.position(it);
            let slot = this.ic();
            this.b.emit(Op::ConstructForwardAllArgs, &[Arg::In(instance), slot]);
            this.b.store(instance);
            this.b.bind(done);
            this.after_super_call(function, instance)
        })
    }

    fn proxy_in_register(&mut self, proxy: ProxyId) -> Result<Register, crate::bytecode::listing::Unsupported> {
        self.in_outcome(Wanted::Value, |this| this.load_proxy(proxy, false))?;
        let register = self.b.register();
        self.b.store(register);
        Ok(register)
    }

    fn super_constructor(&mut self, function: Register, new_target: Register, constructor: Register, done: Label) {
        if matches!(self.function.kind.shape, Shape::DerivedConstructor | Shape::DefaultDerivedConstructor) {
            let output = self.b.register_list(2);
            let arguments = [Arg::In(function), Arg::In(new_target), Arg::OutGroup(output)];
            self.b.emit(Op::FindNonDefaultConstructorOrConstruct, &arguments);
            self.b.mov(output.at(1), constructor);
            self.b.load(output.first);
            self.jump_if_true(true, done);
        } else {
            self.b.load(function);
            self.b.emit(Op::GetSuperConstructor, &[Arg::Out(constructor)]);
        }
        self.b.emit(Op::ThrowIfNotSuperConstructor, &[Arg::In(constructor)]);
    }

    fn after_super_call(&mut self, function: Register, instance: Register) -> Done {
        if self.function.kind.shape != Shape::DefaultDerivedConstructor {
            let scopes = &self.program.scopes;
            let receiver = scopes.get(scopes.receiver_scope(self.function.scope)).receiver;
            self.b.load(instance);
            if let Some(receiver) = receiver {
                self.assign_variable(receiver, crate::bytecode::ast::AssignOp::Init, true)?;
            }
        }
        let is_derived = matches!(self.function.kind.shape, Shape::DerivedConstructor | Shape::DefaultDerivedConstructor);
        if self.function.has_fields || !is_derived {
            self.initialize_members(function, instance);
        }
        self.b.load(instance);
        Ok(())
    }

    /// Runs the code of the class's fields.
    pub(super) fn initialize_members(&mut self, constructor: Register, instance: Register) {
        let arguments = self.b.register_list(1);
        let initializer = self.b.register();
        let slot = self.ic();
        let done = self.b.label();
        let entry = self.b.constants.symbol("Symbol(class_fields_symbol)");
        self.b.emit(Op::GetNamedProperty, &[Arg::In(constructor), Arg::Constant(entry), slot]);
        self.jump_if(Op::JumpIfUndefined, done);
        self.b.store(initializer);
        self.b.mov(instance, arguments.first);
        let slot = self.ic();
        self.call_property(initializer, arguments, slot);
        self.b.bind(done);
    }

    pub(super) fn derived_constructor_body(&mut self) -> Done {
        let function = self.function;
        if function.kind.shape == Shape::DefaultDerivedConstructor {
            // A class's default constructor does not check the value that it returns.
            return self.statements(&function.body);
        }
        let check = self.b.label();
        let result = self.b.register();
        self.controls.push(super::control::Control::DerivedConstructor { result, check, depth: self.contexts.len() });
        self.maybe_run(|this| this.statements(&function.body))?;
        self.controls.pop();
        if !self.b.has_jumps(check) {
            if !self.b.is_dead() {
                self.load_this()?;
                self.build_return(true);
            }
            return Ok(());
        }
        let return_this = self.b.label();
        if !self.b.is_dead() {
            self.jump(return_this);
        }
        self.b.bind(check);
        self.b.load(result);
        self.jump_if(Op::JumpIfUndefined, return_this);
        self.build_return(true);
        self.b.bind(return_this);
        self.load_this()?;
        self.build_return(true);
        Ok(())
    }
}
