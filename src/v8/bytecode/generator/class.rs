//! Classes.

use super::base::{Done, Generator};
use crate::bytecode::ast::Class;
use crate::bytecode::builder::Arg;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn class(&mut self, class: &'p Class<'a>) -> Done {
        if let Some((construct, span)) = class.unsupported {
            return self.unsupported(construct, Some(span));
        }
        self.in_scope(class.scope, |this| {
            if !this.program.scopes.needs_context(class.scope) {
                return this.class_literal(class);
            }
            this.new_block_context(class.scope);
            this.enter_context(class.scope);
            this.class_literal(class)?;
            this.leave_context();
            Ok(())
        })
    }

    fn class_literal(&mut self, class: &'p Class<'a>) -> Done {
        let boilerplate_entry = self.b.constants.add("ClassBoilerplate".to_owned());
        self.declarations(class.scope)?;
        let constructor = self.b.register();
        self.in_registers(|this| {
            let mut list = this.b.growable_list();
            let boilerplate = this.b.grow(&mut list);
            let constructor_argument = this.b.grow(&mut list);
            let super_class = this.b.grow(&mut list);
            match &class.extends {
                Some(extends) => {
                    this.for_value(extends)?;
                }
                None => this.b.emit(Op::LdaTheHole, &[]),
            }
            this.b.store(super_class);
            this.create_closure(class.constructor);
            this.b.store(constructor);
            this.b.mov(constructor, constructor_argument);
            this.b.emit(Op::LdaConstant, &[Arg::Constant(boilerplate_entry)]);
            this.b.store(boilerplate);
            this.class_members(class, &mut list)?;
            this.call_runtime("DefineClass", Some(list));
            Ok(())
        })?;
        if let Some(home) = class.home_object {
            self.initialize_plainly(home)?;
        }
        for variable in
            [class.static_home_object, class.variable.filter(|&variable| self.program.scopes.variable(variable).used)].into_iter().flatten()
        {
            self.b.load(constructor);
            self.initialize_plainly(variable)?;
        }
        if let Some(initializer) = class.instance_initializer {
            self.create_closure(initializer);
            let slot = self.ic();
            let entry = self.b.constants.symbol("Symbol(class_fields_symbol)");
            self.b.emit(Op::SetNamedProperty, &[Arg::In(constructor), Arg::Constant(entry), slot]);
            self.b.load(constructor);
        }
        if let Some(initializer) = class.static_initializer {
            self.in_registers(|this| {
                let arguments = this.b.register_list(1);
                this.create_closure(initializer);
                let function = this.b.register();
                this.b.store(function);
                this.b.mov(constructor, arguments.first);
                let slot = this.ic();
                this.call_property(function, arguments, slot);
                Ok(())
            })?;
        }
        self.b.load(constructor);
        Ok(())
    }

    fn class_members(&mut self, class: &'p Class<'a>, list: &mut RegisterList) -> Done {
        for member in &class.members {
            if member.computed {
                let key = self.b.grow(list);
                if member.key.pos.is_some() {
                    self.b.statement_position();
                }
                self.load_key(&member.key, key)?;
                if member.is_static {
                    self.check_static_name(key);
                }
            }
            let value = self.b.grow(list);
            self.for_value_in(&member.value, value)?;
        }
        Ok(())
    }

    /// A static member must not be called `prototype`.
    fn check_static_name(&mut self, key: Register) {
        let slot = match self.dummy_slot {
            Some(slot) => Arg::Feedback(slot),
            None => {
                let slot = self.slot();
                if let Arg::Feedback(slot) = slot {
                    self.dummy_slot = Some(slot);
                }
                slot
            }
        };
        let fine = self.b.label();
        self.load_string("prototype");
        self.b.emit(Op::TestEqualStrict, &[Arg::In(key), slot]);
        self.jump_if_false(true, fine);
        self.call_runtime("ThrowStaticPrototypeError", None);
        self.b.bind(fine);
    }
}
