//! Settings of the program's streams that the reader has made without a change of its code: they are applied to each stream when it is made.

use std::path::Path;

use boa_engine::object::ObjectInitializer;
use boa_engine::property::{Attribute, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::{BOOTSTRAP_PATH, host};
use crate::source::evaluate;
use trace::Lever;

const LEVERS: &str = include_str!("levers.js");

/// Makes streams get the settings of `levers` from now on.
///
/// # Errors
/// An exception of Node's library while its streams are loaded: a defect of ours.
pub(crate) fn pull(levers: &[Lever], context: &mut Context) -> JsResult<()> {
    let Some(require) = host(context).callbacks.borrow().require.clone().filter(|_| !levers.is_empty()) else {
        return Ok(());
    };
    let required = |id: &str, context: &mut Context| require.call(&JsValue::undefined(), &[JsString::from(id).into()], context)?.to_object(context);
    let legacy = required("internal/streams/legacy", context)?.get(JsString::from("Stream"), context)?.to_object(context)?;
    let prototype = legacy.get(JsString::from("prototype"), context)?;
    let set_timeout = required("timers", context)?.get(JsString::from("setTimeout"), context)?;
    let by_number = JsObject::with_null_proto();
    for lever in levers {
        let settings = settings(lever, context);
        by_number.set(PropertyKey::from(u32::from(lever.made)), settings, true, context)?;
    }
    let given = ObjectInitializer::new(context)
        .property(JsString::from("prototype"), prototype, Attribute::all())
        .property(JsString::from("setTimeout"), set_timeout, Attribute::all())
        .property(JsString::from("levers"), by_number, Attribute::all())
        .build();
    let pull = evaluate(LEVERS, Path::new(BOOTSTRAP_PATH), context)?.to_object(context)?;
    pull.call(&JsValue::undefined(), &[given.into()], context).map(drop)
}

fn settings(lever: &Lever, context: &mut Context) -> JsObject {
    let Lever { made: _, readable_mark, writable_mark, chunk, source_delay, sink_delay } = lever;
    let settings: [(&str, Option<u32>); 5] = [
        ("readableMark", *readable_mark),
        ("writableMark", *writable_mark),
        ("chunk", *chunk),
        ("sourceDelay", source_delay.map(u32::from)),
        ("sinkDelay", sink_delay.map(u32::from)),
    ];
    let mut object = ObjectInitializer::new(context);
    for (name, value) in settings.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        object.property(JsString::from(name), value, Attribute::all());
    }
    object.build()
}
