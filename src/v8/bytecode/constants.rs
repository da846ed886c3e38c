//! The constant pool (src/interpreter/constant-array-builder.cc). Its entries are texts.

use std::collections::BTreeMap;

use super::ast::{FunctionId, Literal};
use super::label::JumpTable;
use super::scope::ScopeId;

/// The key of an entry: equal ones share an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Same {
    String(String),
    Number(u64),
    BigInt(String),
    Smi(u32),
    Scope(usize),
    Symbol(&'static str),
    Boilerplate,
}

#[derive(Debug, Default)]
pub(super) struct Constants {
    pub(super) entries: Vec<String>,
    known: BTreeMap<Same, u32>,
    /// Entries for functions, whose texts are filled in once the code is finished.
    pub(super) functions: Vec<(u32, FunctionId)>,
}

impl Constants {
    /// A new entry, shared with none.
    pub(super) fn add(&mut self, text: String) -> u32 {
        self.entries.push(text);
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn shared(&mut self, same: Same, text: impl FnOnce() -> String) -> u32 {
        if let Some(&entry) = self.known.get(&same) {
            return entry;
        }
        let entry = self.add(text());
        self.known.insert(same, entry);
        entry
    }

    pub(super) fn string(&mut self, text: &str) -> u32 {
        self.shared(Same::String(text.to_owned()), || format!("{text:?}"))
    }

    pub(super) fn symbol(&mut self, name: &'static str) -> u32 {
        self.shared(Same::Symbol(name), || name.to_owned())
    }

    pub(super) fn scope(&mut self, scope: ScopeId, kind: &str) -> u32 {
        self.shared(Same::Scope(scope.0), || format!("ScopeInfo {kind}"))
    }

    pub(super) fn empty_object(&mut self) -> u32 {
        self.shared(Same::Boilerplate, || "ObjectBoilerplateDescription (empty)".to_owned())
    }

    pub(super) fn distance(&mut self, distance: u32) -> u32 {
        self.shared(Same::Smi(distance), || distance.to_string())
    }

    pub(super) fn function(&mut self, function: FunctionId) -> u32 {
        let entry = self.add(String::new());
        self.functions.push((entry, function));
        entry
    }

    /// The entry of a literal; `None` for a literal that is never in the pool.
    pub(super) fn literal(&mut self, literal: &Literal<'_>) -> Option<u32> {
        Some(match literal {
            Literal::Number(value) => self.shared(Same::Number(value.to_bits()), || value.to_string()),
            Literal::String(text) => self.string(text),
            Literal::ConsString(text) => self.add(format!("{text:?}")),
            Literal::BigInt(digits) => self.shared(Same::BigInt((*digits).to_owned()), || format!("{digits}n")),
            Literal::Smi(_) | Literal::Boolean(_) | Literal::Null | Literal::Undefined | Literal::TheHole => return None,
        })
    }

    pub(super) fn jump_table(&mut self, size: u32, base: i32) -> JumpTable {
        let first = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for _ in 0..size {
            self.add(String::new());
        }
        JumpTable { first, size, base }
    }
}
