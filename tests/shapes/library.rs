//! The built-in functions that programs may call, and the questions they ask.

use node_lifecycle::v8::shapes::{ArrayBirth, Attributes, Integrity, Key, Literal, ObjectId, Prototype, StoreOrigin, ValueKind};

use super::run::{Run, Scope, Slot, Value, of};
use super::text::{At, Expr};

impl Run {
    pub(crate) fn call_expression(&mut self, callee: &Expr, arguments: &[Expr], scope: &Scope) -> Value {
        if let Expr::Name(name) = callee {
            let values = self.values(arguments, scope);
            return match name.as_str() {
                "super" => self.super_call(&values, scope),
                "same" | "fast" | "kind" => self.answer(name, &values),
                "Array" => self.new_array((0, 0), &values),
                _ => match self.eval(callee, scope) {
                    Value::Function(function) => self.call(function, None, &values, None),
                    other => panic!("{name} is {other:?}"),
                },
            };
        }
        let Expr::Member(at, object, key, named) = callee else { panic!("not called: {callee:?}") };
        if let (Expr::Name(library), Expr::Text(name)) = (&**object, &**key)
            && ["Object", "JSON", "Array"].contains(&library.as_str())
        {
            let values = self.values(arguments, scope);
            return self.library(library, name, &values);
        }
        let this = self.eval(object, scope);
        let Value::Object(id) = this else { panic!("a method of {this:?}") };
        let Expr::Text(name) = &**key else { panic!("a computed method") };
        if let Value::Function(function) = self.get(id, name) {
            self.load(*at, object, key, *named, scope);
            let values = self.values(arguments, scope);
            return self.call(function, Some(this), &values, None);
        }
        let values = self.values(arguments, scope);
        self.array_method(id, name, values)
    }

    fn values(&mut self, arguments: &[Expr], scope: &Scope) -> Vec<Value> {
        arguments.iter().map(|argument| self.eval(argument, scope)).collect()
    }

    fn answer(&mut self, question: &str, values: &[Value]) -> Value {
        let (Some(Value::Object(a)), b) = (values.first(), values.get(1)) else { panic!("{question} of {values:?}") };
        let said = match (question, b) {
            ("same", Some(Value::Object(b))) => self.shapes.have_same_map(*a, *b).to_string(),
            ("fast", _) => self.shapes.has_fast_properties(*a).to_string(),
            ("kind", _) => self.kinds(*a),
            _ => panic!("{question} of {values:?}"),
        };
        self.answers.push(said);
        Value::Undefined
    }

    fn kinds(&self, a: ObjectId) -> String {
        let asked = [
            ("smi", self.shapes.has_smi_elements(a)),
            ("double", self.shapes.has_double_elements(a)),
            ("object", self.shapes.has_object_elements(a)),
            ("holey", self.shapes.has_holey_elements(a)),
            ("dictionary", self.shapes.has_dictionary_elements(a)),
            ("smi or object", self.shapes.has_smi_or_object_elements(a)),
        ];
        asked.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn new_expression(&mut self, at: At, callee: &Expr, arguments: &[Expr], scope: &Scope) -> Value {
        let values = self.values(arguments, scope);
        let Expr::Name(name) = callee else { panic!("new {callee:?}") };
        match name.as_str() {
            "Array" => self.new_array(at, &values),
            "Object" => self.plain(),
            _ => match self.eval(callee, scope) {
                Value::Function(function) => self.construct(function, &values),
                other => panic!("new {other:?}"),
            },
        }
    }

    fn plain(&mut self) -> Value {
        let object = self.new_object();
        self.shapes.literal(object, Literal { site: None, properties: &[], more: 0, null_prototype: false });
        Value::Object(object)
    }

    fn new_array(&mut self, at: At, values: &[Value]) -> Value {
        if let [Value::Number(length)] = values {
            let object = self.new_object();
            let (site, length) = (self.site(at).filter(|_| at != (0, 0)), *length as u32);
            self.shapes.array(object, ArrayBirth::OfLength { site, length: Some(length) });
            self.obj(object).length = Some(length);
            return Value::Object(object);
        }
        if values.is_empty() {
            let object = self.new_object();
            self.shapes.array(object, ArrayBirth::OfLength { site: self.site(at), length: None });
            self.obj(object).length = Some(0);
            return Value::Object(object);
        }
        self.fitting(values.to_vec())
    }

    fn fitting(&mut self, values: Vec<Value>) -> Value {
        let kinds: Vec<Option<ValueKind>> = values.iter().map(|value| Some(value.kind())).collect();
        let object = self.new_object();
        self.shapes.array(object, ArrayBirth::Fitting(&kinds));
        self.fill_array(object, values);
        Value::Object(object)
    }

    fn objects_array(&mut self, values: Vec<Value>) -> Value {
        let object = self.new_object();
        self.shapes.array(object, ArrayBirth::Objects { length: u32::try_from(values.len()).expect("a program of the subset") });
        self.fill_array(object, values);
        Value::Object(object)
    }

    fn library(&mut self, library: &str, name: &str, values: &[Value]) -> Value {
        match (library, name, values) {
            ("Object", "create", [prototype]) => self.create(prototype),
            ("Object", "freeze", [Value::Object(object)]) => self.closed(*object, Integrity::Frozen),
            ("Object", "seal", [Value::Object(object)]) => self.closed(*object, Integrity::Sealed),
            ("Object", "preventExtensions", [Value::Object(object)]) => self.closed(*object, Integrity::NonExtensible),
            ("Object", "setPrototypeOf", [Value::Object(object), prototype]) => {
                self.set_prototype(*object, prototype);
                values[0].clone()
            }
            ("Object", "defineProperty", [Value::Object(object), key, Value::Object(descriptor)]) => {
                self.define_property(*object, &key.text(), *descriptor);
                values[0].clone()
            }
            ("Object", "assign", [Value::Object(to), Value::Object(from)]) => {
                for (key, slot) in self.obj(*from).slots.clone() {
                    if let Slot::Data(value, Attributes { enumerable: true, .. }) = slot {
                        self.store(*to, &key, value, StoreOrigin::Keyed);
                    }
                }
                values[0].clone()
            }
            ("Object", "keys", [Value::Object(object)]) => {
                let keys = self.obj(*object).slots.iter().map(|(key, _)| Value::Text(key.as_str().into())).collect();
                self.objects_array(keys)
            }
            ("JSON", "parse", [Value::Text(text)]) => self.parse_json(text),
            ("Array", "of", values) => self.fitting(values.to_vec()),
            ("Array", "from", [Value::Object(source)]) => {
                let values = self.obj(*source).elements.values().cloned().collect();
                self.fitting(values)
            }
            _ => panic!("{library}.{name} is not of the subset"),
        }
    }

    fn create(&mut self, prototype: &Value) -> Value {
        let object = self.new_object();
        let prototype = match prototype {
            Value::Object(prototype) => {
                self.obj(object).prototype = Some(*prototype);
                of(Some(*prototype))
            }
            _ => Prototype::Null,
        };
        self.shapes.created(object, prototype);
        Value::Object(object)
    }

    fn closed(&mut self, object: ObjectId, level: Integrity) -> Value {
        self.close(object, level);
        Value::Object(object)
    }

    /// JSON of flat values only: it is read as an expression of the subset.
    fn parse_json(&mut self, text: &str) -> Value {
        let source = text.replace('"', "'");
        let program = super::text::read(&format!("let value = {source};"));
        let Some(super::text::Statement::Let(_, value)) = program.first() else { panic!("no JSON: {text}") };
        match value {
            Expr::Array(_, elements) => {
                let frame = super::run::bare_scope();
                let values = elements.iter().flatten().map(|(_, value)| self.eval(value, &frame)).collect();
                self.fitting(values)
            }
            value => self.eval(value, &super::run::bare_scope()),
        }
    }

    fn define_property(&mut self, object: ObjectId, key: &str, descriptor: ObjectId) {
        let flag = |run: &mut Self, name: &str| matches!(run.get(descriptor, name), Value::Boolean(true));
        let has = |run: &mut Self, name: &str| run.obj(descriptor).slot(name).is_some();
        let old = self.obj(object).slot(key).cloned();
        let was = match &old {
            Some(Slot::Data(_, attributes)) => *attributes,
            Some(Slot::Accessor(attributes)) => Attributes { writable: false, ..*attributes },
            None => Attributes::NONE,
        };
        let or = |run: &mut Self, name: &str, was: bool| if has(run, name) { flag(run, name) } else { was };
        let attributes = Attributes {
            writable: or(self, "writable", was.writable),
            enumerable: or(self, "enumerable", was.enumerable),
            configurable: or(self, "configurable", was.configurable),
        };
        if has(self, "get") || has(self, "set") {
            let (get, set) = (self.get(descriptor, "get"), self.get(descriptor, "set"));
            // The way `Runtime_DefineAccessorPropertyUnchecked` has it: an accessor is not writable.
            let attributes = Attributes { writable: true, ..attributes };
            return self.accessors(object, key, attributes, Some(get), Some(set));
        }
        let value = match (has(self, "value"), old.clone()) {
            (false, Some(Slot::Data(value, _))) => value,
            _ => self.get(descriptor, "value"),
        };
        self.define_data(object, key, value, attributes, old);
    }

    fn define_data(&mut self, object: ObjectId, key: &str, value: Value, attributes: Attributes, old: Option<Slot>) {
        let Some(old) = old else { return self.define(object, key, value, attributes, StoreOrigin::Named) };
        if matches!(&old, Slot::Data(was, before) if was.is(&value) && *before == attributes) {
            return;
        }
        let kind = value.kind();
        if let Some(slot) = self.obj(object).slot(key) {
            *slot = Slot::Data(value, attributes);
        }
        self.shapes.redefine(object, &Key::from(key), attributes, kind);
    }

    fn array_method(&mut self, array: ObjectId, name: &str, values: Vec<Value>) -> Value {
        let kinds: Vec<ValueKind> = values.iter().map(Value::kind).collect();
        let mut all: Vec<Value> = self.obj(array).elements.values().cloned().collect();
        match (name, &values[..]) {
            ("push", _) => {
                all.extend(values);
                self.shapes.push(array, &kinds);
            }
            ("pop", _) => {
                all.pop();
                self.shapes.pop(array);
            }
            ("shift", _) => {
                all.remove(0);
                self.shapes.shift(array);
            }
            ("unshift", _) => {
                all.splice(0..0, values);
                self.shapes.unshift(array, &kinds);
            }
            ("splice", [Value::Number(start), Value::Number(count), ..]) => {
                let (start, count) = (*start as usize, *count as usize);
                let taken: Vec<Value> = all.splice(start..start + count, values[2..].to_vec()).collect();
                let result = self.new_object();
                self.shapes.splice(array, start as u32, count as u32, &kinds[2..]);
                self.shapes.array(result, ArrayBirth::Like { source: array, length: u32::try_from(taken.len()).expect("a program of the subset") });
                self.fill_array(result, taken);
                self.fill_array(array, all);
                return Value::Object(result);
            }
            ("slice", []) => return self.copy_of(array, all),
            ("slice", [Value::Number(start)]) => return self.copy_of(array, all.split_off(*start as usize)),
            ("concat", [Value::Object(other)]) => {
                all.extend(self.obj(*other).elements.values().cloned().collect::<Vec<_>>());
                return self.fitting(all);
            }
            ("map", [Value::Function(function)]) => {
                let mapped = all.iter().map(|value| self.call(*function, None, std::slice::from_ref(value), None)).collect();
                return self.fitting(mapped);
            }
            ("fill", [value]) => {
                let length = self.obj(array).length.unwrap_or(0);
                all = vec![value.clone(); length as usize];
                self.shapes.fill(array, kinds[0]);
            }
            ("reverse", _) => all.reverse(),
            _ => panic!("{name} is not of the subset, or not like this"),
        }
        self.fill_array(array, all);
        Value::Object(array)
    }

    fn copy_of(&mut self, source: ObjectId, values: Vec<Value>) -> Value {
        let object = self.new_object();
        self.shapes.array(object, ArrayBirth::Like { source, length: u32::try_from(values.len()).expect("a program of the subset") });
        self.fill_array(object, values);
        Value::Object(object)
    }
}
