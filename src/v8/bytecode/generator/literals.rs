//! Literals of objects, arrays and templates.

use super::base::{Done, Generator};
use crate::bytecode::ast::{Expr, Kind, Literal, Property, PropertyKind};
use crate::bytecode::builder::Arg;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::Register;

/// A getter and a setter of one name.
struct Accessors<'p, 'a> {
    key: &'p Expr<'a>,
    getter: Option<&'p Expr<'a>>,
    setter: Option<&'p Expr<'a>>,
}

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn template(&mut self, it: &'p Expr<'a>, parts: &[&'a str], substitutions: &'p [Expr<'a>]) -> Done {
        let slot = self.slot();
        let last = self.b.register();
        self.position(it);
        let mut valid = false;
        for (at, substitution) in substitutions.iter().enumerate() {
            if at != 0 {
                self.b.store(last);
                valid = true;
            }
            if let Some(part) = parts.get(at).filter(|part| !part.is_empty()) {
                self.load_string(part);
                if valid {
                    self.b.emit(Op::Add, &[Arg::In(last), slot]);
                }
                self.b.store(last);
                valid = true;
            }
            if !self.for_value(substitution)?.is_string() {
                self.b.emit(Op::ToString, &[]);
            }
            if valid {
                self.b.emit(Op::Add, &[Arg::In(last), slot]);
            }
            valid = false;
        }
        if let Some(part) = parts.last().filter(|part| !part.is_empty()) {
            self.b.store(last);
            self.load_string(part);
            self.b.emit(Op::Add, &[Arg::In(last), slot]);
        }
        Ok(())
    }

    // Arrays.

    pub(super) fn array(&mut self, elements: &'p [Expr<'a>]) -> Done {
        self.array_of(elements)
    }

    /// `BuildCreateArrayLiteral`.
    pub(super) fn array_of(&mut self, elements: &'p [Expr<'a>]) -> Done {
        self.in_registers(|this| {
            let (array, index) = (this.b.register(), this.b.register());
            let mut element_slot = None;
            let first_spread = elements.iter().position(|element| matches!(element.kind, Kind::Spread(_)));
            let rest = match (elements.first().map(|first| &first.kind), elements) {
                (Some(Kind::Spread(first)), [_, rest @ ..]) => {
                    this.for_value(first)?;
                    this.position(first);
                    this.b.emit(Op::CreateArrayFromIterable, &[]);
                    this.b.store(array);
                    if !rest.is_empty() {
                        this.get_named(array, "length");
                        this.b.store(index);
                    }
                    rest
                }
                _ => {
                    let (before, rest) = elements.split_at(first_spread.unwrap_or(elements.len()));
                    this.array_boilerplate(before, elements.is_empty());
                    this.b.store(array);
                    this.boilerplate_holes(before, (array, index), &mut element_slot)?;
                    if !rest.is_empty() {
                        this.load_smi(i32::try_from(before.len()).unwrap_or(i32::MAX));
                        this.b.store(index);
                    }
                    rest
                }
            };
            this.more_elements(rest, (array, index), element_slot)?;
            this.b.load(array);
            Ok(())
        })
    }

    fn array_boilerplate(&mut self, before: &'p [Expr<'a>], is_empty: bool) {
        if is_empty {
            let slot = self.slot();
            self.b.emit(Op::CreateEmptyArrayLiteral, &[slot]);
            return;
        }
        let entry = self.b.constants.add(format!("ArrayBoilerplateDescription of {}", before.len()));
        let slot = self.slot();
        self.b.emit(Op::CreateArrayLiteral, &[Arg::Constant(entry), slot, Arg::Flag8(array_flags(before))]);
    }

    fn boilerplate_holes(&mut self, before: &'p [Expr<'a>], (array, index): (Register, Register), element_slot: &mut Option<Arg>) -> Done {
        for (at, element) in before.iter().enumerate() {
            if element.is_compile_time_value() {
                continue;
            }
            self.load_smi(i32::try_from(at).unwrap_or(i32::MAX));
            self.b.store(index);
            self.for_value(element)?;
            let slot = *element_slot.get_or_insert_with(|| self.ic());
            self.b.emit(Op::StaInArrayLiteral, &[Arg::In(array), Arg::In(index), slot]);
        }
        Ok(())
    }

    fn more_elements(&mut self, rest: &'p [Expr<'a>], (array, index): (Register, Register), mut element_slot: Option<Arg>) -> Done {
        let mut index_slot = None;
        let mut length_slot = None;
        for (at, element) in rest.iter().enumerate() {
            match &element.kind {
                Kind::Spread(inner) => self.in_registers(|this| {
                    this.position(inner);
                    this.for_value(inner)?;
                    this.position(inner);
                    let iterator = this.get_iterator_record();
                    let value = this.b.register();
                    let (value_slot, _done_slot) = (this.ic(), this.ic());
                    let index_slot = *index_slot.get_or_insert_with(|| this.slot());
                    let element_slot = *element_slot.get_or_insert_with(|| this.ic());
                    this.fill_array(iterator, (array, index, value), (value_slot, index_slot, element_slot));
                    Ok(())
                })?,
                Kind::Literal(Literal::TheHole) => {
                    self.b.load(index);
                    let slot = *index_slot.get_or_insert_with(|| self.slot());
                    self.b.emit(Op::Inc, &[slot]);
                    self.b.store(index);
                    let slot = *length_slot.get_or_insert_with(|| self.ic());
                    let entry = self.b.constants.string("length");
                    self.b.emit(Op::SetNamedProperty, &[Arg::In(array), Arg::Constant(entry), slot]);
                }
                _ => {
                    self.for_value(element)?;
                    let slot = *element_slot.get_or_insert_with(|| self.ic());
                    self.b.emit(Op::StaInArrayLiteral, &[Arg::In(array), Arg::In(index), slot]);
                    self.b.load(index);
                    if at + 1 != rest.len() {
                        let slot = *index_slot.get_or_insert_with(|| self.slot());
                        self.b.emit(Op::Inc, &[slot]);
                        self.b.store(index);
                    }
                }
            }
        }
        Ok(())
    }

    // Objects.

    pub(super) fn object(&mut self, properties: &'p [Property<'a>]) -> Done {
        if properties.is_empty() {
            self.b.emit(Op::CreateEmptyObjectLiteral, &[]);
            return Ok(());
        }
        let literal = self.b.register();
        let clones = properties.first().filter(|first| first.kind == PropertyKind::Spread);
        let mut rest = properties;
        if let Some(first) = clones {
            self.in_registers(|this| {
                let from = this.for_register(&first.value)?;
                let slot = this.ic();
                this.b.emit(Op::CloneObject, &[Arg::In(from), Arg::Flag8(object_flags(properties)), slot]);
                this.b.store(literal);
                Ok(())
            })?;
            rest = &properties[1..];
        } else {
            self.object_boilerplate(properties);
            self.b.store(literal);
        }
        let computed = rest.iter().position(|property| property.computed || property.kind == PropertyKind::Spread).unwrap_or(rest.len());
        let (fixed, dynamic) = rest.split_at(computed);
        self.fixed_properties(fixed, literal, clones.is_some())?;
        for property in dynamic {
            self.in_registers(|this| this.at(property.value.pos, |this| this.dynamic_property(property, literal)))?;
        }
        self.b.load(literal);
        Ok(())
    }

    fn object_boilerplate(&mut self, properties: &'p [Property<'a>]) {
        let fixed = properties.iter().take_while(|property| !property.computed && property.kind != PropertyKind::Spread);
        let names: Vec<String> = fixed
            .filter(|property| property.kind == PropertyKind::Value)
            .map(|property| match property.key.literal() {
                Some(Literal::String(name)) => name.to_string(),
                Some(Literal::Smi(index)) => index.to_string(),
                _ => String::new(),
            })
            .collect();
        let entry = if names.is_empty() {
            self.b.constants.empty_object()
        } else {
            self.b.constants.add(format!("ObjectBoilerplateDescription of {}", names.join(", ")))
        };
        let slot = self.slot();
        self.b.emit(Op::CreateObjectLiteral, &[Arg::Constant(entry), slot, Arg::Flag8(object_flags(properties))]);
    }

    fn fixed_properties(&mut self, fixed: &'p [Property<'a>], literal: Register, clones: bool) -> Done {
        let mut accessors: Vec<Accessors<'p, 'a>> = Vec::new();
        for property in fixed {
            if !clones && property.kind == PropertyKind::Value && property.value.is_compile_time_value() {
                continue;
            }
            match property.kind {
                PropertyKind::Getter | PropertyKind::Setter if property.emit_store => {
                    let key = property.key.literal();
                    let at = accessors.iter().position(|pair| pair.key.literal() == key).unwrap_or_else(|| {
                        accessors.push(Accessors { key: &property.key, getter: None, setter: None });
                        accessors.len() - 1
                    });
                    match property.kind {
                        PropertyKind::Getter => accessors[at].getter = Some(&property.value),
                        _ => accessors[at].setter = Some(&property.value),
                    }
                }
                PropertyKind::Getter | PropertyKind::Setter => {}
                _ => self.in_registers(|this| this.at(property.value.pos, |this| this.fixed_property(property, literal)))?,
            }
        }
        for pair in &accessors {
            self.in_registers(|this| this.define_accessors(pair, literal))?;
        }
        Ok(())
    }

    fn fixed_property(&mut self, property: &'p Property<'a>, literal: Register) -> Done {
        if property.kind == PropertyKind::Prototype {
            return self.prototype(property, literal);
        }
        let name = match property.key.literal() {
            Some(Literal::String(name)) => Some(name),
            _ => None,
        };
        let mut key = None;
        if name.is_none() {
            let register = self.b.register();
            self.position(&property.key);
            self.for_value_in(&property.key, register)?;
            key = Some(register);
        }
        self.position(&property.value);
        if !property.emit_store {
            return self.for_effect(&property.value);
        }
        self.for_value(&property.value)?;
        let slot = self.ic();
        if let Some(name) = name {
            let entry = self.b.constants.string(name);
            self.b.emit(Op::DefineNamedOwnProperty, &[Arg::In(literal), Arg::Constant(entry), slot]);
        } else if let Some(key) = key {
            self.b.emit(Op::DefineKeyedOwnProperty, &[Arg::In(literal), Arg::In(key), Arg::Flag8(0), slot]);
        }
        Ok(())
    }

    fn prototype(&mut self, property: &'p Property<'a>, literal: Register) -> Done {
        if matches!(property.value.literal(), Some(Literal::Null)) {
            return Ok(());
        }
        let arguments = self.b.register_list(2);
        self.b.mov(literal, arguments.first);
        self.position(&property.value);
        self.for_value_in(&property.value, arguments.at(1))?;
        self.call_runtime("InternalSetPrototype", Some(arguments));
        Ok(())
    }

    fn define_accessors(&mut self, pair: &Accessors<'p, 'a>, literal: Register) -> Done {
        let arguments = self.b.register_list(5);
        self.b.mov(literal, arguments.first);
        self.for_value_in(pair.key, arguments.at(1))?;
        for (accessor, at) in [(pair.getter, 2), (pair.setter, 3)] {
            match accessor {
                Some(accessor) => self.for_value_in(accessor, arguments.at(at))?,
                None => {
                    self.b.emit(Op::LdaNull, &[]);
                    self.b.store(arguments.at(at));
                }
            }
        }
        self.load_smi(0);
        self.b.store(arguments.at(4));
        self.call_runtime("DefineAccessorPropertyUnchecked", Some(arguments));
        Ok(())
    }

    /// Loads a key as a name.
    pub(super) fn load_key(&mut self, key: &'p Expr<'a>, register: Register) -> Done {
        if let Some(Literal::String(name)) = key.literal() {
            self.load_string(name);
        } else {
            self.for_value(key)?;
            self.b.emit(Op::ToName, &[]);
        }
        self.b.store(register);
        Ok(())
    }

    fn dynamic_property(&mut self, property: &'p Property<'a>, literal: Register) -> Done {
        match property.kind {
            PropertyKind::Prototype => self.prototype(property, literal),
            PropertyKind::Value => {
                let key = self.b.register();
                self.load_key(&property.key, key)?;
                self.position(&property.value);
                self.for_value(&property.value)?;
                let slot = self.ic();
                let flags = Arg::Flag8(u32::from(property.needs_name));
                self.b.emit(Op::DefineKeyedOwnPropertyInLiteral, &[Arg::In(literal), Arg::In(key), flags, slot]);
                Ok(())
            }
            PropertyKind::Getter | PropertyKind::Setter => {
                let arguments = self.b.register_list(4);
                self.b.mov(literal, arguments.first);
                self.load_key(&property.key, arguments.at(1))?;
                self.position(&property.value);
                self.for_value_in(&property.value, arguments.at(2))?;
                self.load_smi(0);
                self.b.store(arguments.at(3));
                let is_getter = property.kind == PropertyKind::Getter;
                self.call_runtime(if is_getter { "DefineGetterPropertyUnchecked" } else { "DefineSetterPropertyUnchecked" }, Some(arguments));
                Ok(())
            }
            PropertyKind::Spread => {
                let arguments = self.b.register_list(2);
                self.b.mov(literal, arguments.first);
                self.position(&property.value);
                self.for_value_in(&property.value, arguments.at(1))?;
                self.call_intrinsic("_CopyDataProperties", arguments);
                Ok(())
            }
        }
    }
}

/// Bits of V8's flags for literals (`AggregateLiteral::Flags`, `ObjectLiteral::Flags`, `CreateObjectLiteralFlags`).
const SHALLOW: u32 = 1;
const NEEDS_ALLOCATION_SITE: u32 = 4;
const FAST_ELEMENTS: u32 = 8;
const NULL_PROTOTYPE: u32 = 16;
const FAST_CLONE: u32 = 32;
/// The largest number of properties of an object that is cloned the fast way.
const MOST_CLONED: usize = 6;

/// Whether a literal makes the literal around it deep.
fn is_materialized(it: &Expr<'_>) -> bool {
    matches!(it.kind, Kind::Array(_) | Kind::Object(_) | Kind::RegExp { .. })
}

fn needs_allocation_site(it: &Expr<'_>) -> bool {
    match &it.kind {
        Kind::Array(_) => true,
        Kind::Object(properties) => boilerplate_of(properties).any(|property| needs_allocation_site(&property.value)),
        _ => false,
    }
}

/// The properties that an object begins with.
fn boilerplate_of<'p, 'a>(properties: &'p [Property<'a>]) -> impl Iterator<Item = &'p Property<'a>> {
    let fixed = properties.iter().take_while(|property| !property.computed && property.kind != PropertyKind::Spread);
    fixed.filter(|property| property.kind != PropertyKind::Prototype)
}

fn array_flags(elements: &[Expr<'_>]) -> u32 {
    let is_deep = elements.iter().any(is_materialized);
    NEEDS_ALLOCATION_SITE | if is_deep { 0 } else { SHALLOW | FAST_CLONE }
}

fn object_flags(properties: &[Property<'_>]) -> u32 {
    let is_deep = boilerplate_of(properties).any(|property| is_materialized(&property.value));
    let site = boilerplate_of(properties).any(|property| needs_allocation_site(&property.value));
    let is_null = |property: &Property<'_>| property.kind == PropertyKind::Prototype && matches!(property.value.literal(), Some(Literal::Null));
    let fast = !is_deep && boilerplate_of(properties).count() <= MOST_CLONED;
    let mut flags = FAST_ELEMENTS;
    for (set, bit) in [(!is_deep, SHALLOW), (site, NEEDS_ALLOCATION_SITE), (properties.iter().any(is_null), NULL_PROTOTYPE), (fast, FAST_CLONE)] {
        flags |= if set { bit } else { 0 };
    }
    flags
}
