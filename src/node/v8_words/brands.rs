//! Private methods and accessors of a text: V8 keeps them in the class and marks its instances with a brand, which is what an object is found
//! to lack (V8 13.6 `src/interpreter/bytecode-generator.cc`, `BuildPrivateBrandCheck`).

use std::collections::BTreeMap;

use oxc_ast::ast::{AssignmentExpression, AssignmentTarget, Class, ClassElement, MethodDefinition, PrivateFieldExpression, PropertyKey};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};

/// V8's sentences for an object without the brand, by the spans that look for a private method or accessor.
#[derive(Debug, Default)]
pub(super) struct Brands(Vec<(Span, String)>);

impl Brands {
    pub(super) fn of(program: &oxc_ast::ast::Program<'_>) -> Self {
        let mut reader = Reader::default();
        reader.visit_program(program);
        reader.found
    }

    /// V8's sentence where a private name is looked for at `offset` and the brand is missing; `None`: the name is a field's.
    pub(super) fn missing_brand(&self, offset: u32) -> Option<String> {
        let (_, words) = self.0.iter().find(|(span, _)| span.start <= offset && offset < span.end)?;
        Some(words.clone())
    }
}

#[derive(Default)]
struct Reader {
    /// The private names of the classes around, innermost last, each with V8's sentence for a missing brand if it is a method's or an accessor's.
    classes: Vec<BTreeMap<String, Option<String>>>,
    found: Brands,
}

fn private_names(class: &Class<'_>) -> BTreeMap<String, Option<String>> {
    let name = class.id.as_ref().map_or("anonymous", |id| id.name.as_str());
    let of_method = |method: &MethodDefinition<'_>| {
        if method.r#static { format!("Receiver must be class {name}") } else { format!("Receiver must be an instance of class {name}") }
    };
    let declared = class.body.body.iter().filter_map(|element| match element {
        ClassElement::MethodDefinition(it) => Some((&it.key, Some(of_method(it)))),
        ClassElement::PropertyDefinition(it) => Some((&it.key, None)),
        _ => None,
    });
    let private = declared.filter_map(|(key, words)| match key {
        PropertyKey::PrivateIdentifier(key) => Some((key.name.to_string(), words)),
        _ => None,
    });
    private.collect()
}

impl Reader {
    fn read(&mut self, it: &PrivateFieldExpression<'_>, end: u32) {
        let declared = self.classes.iter().rev().find_map(|names| names.get(it.field.name.as_str()));
        if let Some(Some(words)) = declared {
            self.found.0.push((Span::new(it.object.span().end, end), words.clone()));
        }
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_class(&mut self, it: &Class<'a>) {
        self.classes.push(private_names(it));
        walk::walk_class(self, it);
        self.classes.pop();
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        if let AssignmentTarget::PrivateFieldExpression(target) = &it.left {
            // For Boa the error stands at the sign of the assignment.
            self.read(target, it.right.span().start);
        }
        walk::walk_assignment_expression(self, it);
    }

    fn visit_private_field_expression(&mut self, it: &PrivateFieldExpression<'a>) {
        self.read(it, it.span.end);
        walk::walk_private_field_expression(self, it);
    }
}
