//! The marks in instrumented texts, and their being invisible to programs.

mod semantics;
mod splices;
mod syntax;
mod trees;

use std::cell::RefCell;

use super::{Detail, Goal, Instrumented, Request, Tables, instrument};
use crate::v8_words::SyntaxProblem;
use trace::{ScriptId, TextId};

/// A table of interned texts.
#[derive(Default)]
struct Texts(RefCell<Vec<String>>);

impl Texts {
    fn intern(&self, text: &str) -> TextId {
        let mut texts = self.0.borrow_mut();
        let place = texts.iter().position(|known| known == text).unwrap_or_else(|| {
            texts.push(text.to_owned());
            texts.len() - 1
        });
        TextId(u32::try_from(place).unwrap())
    }

    fn get(&self, id: TextId) -> String {
        self.0.borrow()[id.index()].clone()
    }
}

struct Woven {
    tables: Tables,
    texts: Texts,
    result: Result<Instrumented, SyntaxProblem>,
}

fn weave(source: &str, goal: Goal, detail: Detail) -> Woven {
    let (mut tables, texts) = (Tables::default(), Texts::default());
    let request = Request { goal, detail, script: ScriptId(0) };
    let result = instrument(source, request, &mut tables, &mut |text| texts.intern(text));
    Woven { tables, texts, result }
}

fn full(source: &str) -> Woven {
    weave(source, Goal::CommonJs, Detail::Full)
}
