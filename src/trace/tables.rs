//! The tables of a run: everything that its steps refer to by number, and the states of V8 and of the program's objects from step to step.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{
    Compilation, Function, HeapBlock, HeapCollection, HeapUsage, HiddenClass, History, InlineCache, LibraryFunction, Objects, Script, Site,
    TierChange, Value,
};

/// The entries of every table: of a whole run in a [`super::Trace`], of the time since the chunk before in a [`super::Chunk`].
///
/// Whoever fills or joins tables names every field, so that the compiler asks for a new one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tables {
    /// The program's files in the order in which they were loaded, by [`super::ScriptId`].
    pub scripts: Vec<Script>,
    /// By [`super::FunctionId`].
    pub functions: Vec<Function>,
    /// By [`super::SiteId`].
    pub sites: Vec<Site>,
    /// By [`super::TextId`].
    pub texts: Vec<Rc<str>>,
    /// By [`super::ValueId`].
    pub values: Vec<Value>,
    /// Functions of Node's own JavaScript that steps were inside of, by [`super::LibraryFunctionId`].
    pub library: Vec<LibraryFunction>,
    /// Syntax tree and bytecode of the program's functions and top levels.
    pub compilations: Vec<Compilation>,
    /// By [`super::ObjectId`].
    pub objects: Objects,
    /// By [`super::MapId`].
    pub hidden_classes: History<HiddenClass>,
    /// By the number of the cache's place in the model of V8.
    pub caches: History<InlineCache>,
    /// Changes of compiled code, in the order of their steps.
    pub tiers: Vec<TierChange>,
    /// The use of V8's heap: one thing, whose number is 0.
    pub heap: History<HeapUsage>,
    /// The garbage collections, numbered from 0; each has one record.
    pub collections: History<HeapCollection>,
    /// Objects of the program as blocks of V8's heap, numbered in the order of their births.
    pub blocks: History<HeapBlock>,
}

impl Tables {
    /// Adds the entries of a later part of the run.
    pub fn append(&mut self, later: Self) {
        let Self {
            scripts,
            functions,
            sites,
            texts,
            values,
            library,
            compilations,
            objects,
            hidden_classes,
            caches,
            tiers,
            heap,
            collections,
            blocks,
        } = later;
        self.scripts.extend(scripts);
        self.functions.extend(functions);
        self.sites.extend(sites);
        self.texts.extend(texts);
        self.values.extend(values);
        self.library.extend(library);
        self.compilations.extend(compilations);
        self.objects.append(objects);
        self.hidden_classes.append(hidden_classes);
        self.caches.append(caches);
        self.tiers.extend(tiers);
        self.heap.append(heap);
        self.collections.append(collections);
        self.blocks.append(blocks);
    }
}
