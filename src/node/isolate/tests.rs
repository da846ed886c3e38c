//! Observations that come at an awkward moment are not lost.

use std::path::Path;
use std::rc::Rc;

use boa_engine::JsObject;

use crate::Library;
use crate::host::Host;
use crate::process::Realm;
use crate::source::evaluate;
use machine::{Config, Machine};
use v8::shapes::ObjectId;

/// A run whose objects are followed.
struct Run {
    realm: Realm,
    host: Rc<Host>,
}

impl Run {
    fn new() -> Self {
        let archive = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/node-library/node-24.bin")).unwrap();
        let library = Library::read(&archive).unwrap();
        let config = Config::of(library.profile());
        let host = Rc::new(Host::new(library, Machine::new(config)));
        let mut realm = Realm::boot(&host).unwrap();
        let _observing = host.isolate.observe();
        host.isolate.start(&host, &mut realm.context, true);
        Self { realm, host }
    }

    /// The object that a text makes, and its number.
    fn object(&mut self, text: &str) -> (JsObject, u32) {
        let _observing = self.host.isolate.observe();
        let object = evaluate(text, Path::new("/home/reader/main.js"), &mut self.realm.context).unwrap().as_object().unwrap();
        let number = object.mark().unwrap();
        assert_ne!(number, 0, "the object was seen to be made");
        (object, number)
    }

    /// Whether the models know an object of this number.
    fn knows(&self, number: u32) -> bool {
        self.host.isolate.with(|isolate| isolate.shapes.map_of(ObjectId(number)).is_some()).unwrap()
    }

    /// How many properties the object of this number has, as the model of its hidden class says.
    fn properties(&self, number: u32) -> usize {
        let class = |isolate: &mut super::Isolate| Some(isolate.shapes.view(isolate.shapes.map_of(ObjectId(number))?).properties.len());
        self.host.isolate.with(class).flatten().unwrap()
    }
}

#[test]
fn an_object_that_is_collected_while_the_isolate_is_in_use_is_forgotten() {
    support::on_a_deep_stack(|| {
        let mut run = Run::new();
        let (object, number) = run.object("({ first: 1, second: 2 })");
        assert!(run.knows(number));
        run.host.isolate.with(|_| {
            drop(object);
            boa_gc::force_collect();
        });
        assert!(!run.knows(number), "its death has waited until the isolate was free");
    });
}

#[test]
fn the_deaths_of_one_run_are_no_news_for_another() {
    support::on_a_deep_stack(|| {
        let (mut first, mut second) = (Run::new(), Run::new());
        let (dying, number) = first.object("({ first: 1 })");
        let (living, same_number) = second.object("({ first: 1, second: 2 })");
        assert_eq!(number, same_number, "each run counts its own objects");
        {
            let _observing = second.host.isolate.observe();
            drop(dying);
            boa_gc::force_collect();
        }
        assert!(!first.knows(number), "a run hears of its objects while another one runs");
        assert_eq!(second.properties(same_number), 2);

        let (dying, _) = first.object("({ first: 1 })");
        drop((first, dying));
        {
            let _observing = second.host.isolate.observe();
            boa_gc::force_collect();
        }
        assert_eq!(second.properties(same_number), 2, "an ended run's objects are nobody's");
        drop(living);
    });
}

#[test]
fn a_change_belongs_to_the_run_that_made_the_object() {
    support::on_a_deep_stack(|| {
        let (mut first, mut second) = (Run::new(), Run::new());
        let (object, number) = first.object("({ first: 1 })");
        let (_living, same_number) = second.object("({ first: 1, second: 2 })");
        assert_eq!(number, same_number);
        let _observing = second.host.isolate.observe();
        let key = boa_engine::js_string!("later");
        object.create_data_property_or_throw(key, 2, &mut first.realm.context).unwrap();
        assert_eq!(first.properties(number), 2);
        assert_eq!(second.properties(same_number), 2);
    });
}

#[test]
fn the_engine_s_objects_may_go_after_the_isolate() {
    support::on_a_deep_stack(|| {
        let mut run = Run::new();
        let (object, _) = run.object("({ first: 1 })");
        let host = Rc::downgrade(&run.host);
        drop(run);
        assert_eq!(host.strong_count(), 0, "the engine keeps no host, and with it no isolate");
        drop(object);
        boa_gc::force_collect();
    });
}

#[test]
#[should_panic(expected = "no observation is lost")]
fn the_isolate_is_not_entered_twice() {
    let isolate = super::SharedIsolate::default();
    isolate.with(|_| ());
    let held = isolate.in_use();
    isolate.with(|_| ());
    drop(held);
}
