//! `Histogram` and `createELDHistogram` of `internalBinding('performance')`: HDR histograms (node v24.21.0 `src/histogram.cc`, HdrHistogram_c 0.11).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use boa_engine::object::builtins::{JsFloat64Array, JsMap};
use boa_engine::{Context, JsBigInt, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};
use hdrhistogram::Histogram as Hdr;

use crate::host::{Host, host};
use crate::native::{Binding, Native, argument, keep, kept, number, unavailable};

/// The recorded values of a histogram.
pub(super) struct Counts {
    values: Hdr<u64>,
    /// The number of values that were too large to be recorded.
    exceeds: u64,
    /// The time at which `recordDelta` was last called, in nanoseconds; 0: not yet.
    last_delta_ns: u64,
}

/// The native state behind a histogram's handle.
#[derive(Trace, Finalize, JsData)]
struct Behind {
    #[unsafe_ignore_trace]
    counts: Rc<RefCell<Counts>>,
    /// The sampler of the event loop's delay, in a histogram of `monitorEventLoopDelay`.
    #[unsafe_ignore_trace]
    monitor: Option<Rc<Monitor>>,
}

/// The methods of every histogram: name, number of parameters, function.
const METHODS: &[(&str, usize, Native)] = &[
    ("count", 0, |this, _, context| float(this, context, |counts| real(counts.values.len()))),
    ("countBigInt", 0, |this, _, context| big(this, context, |counts| counts.values.len())),
    ("exceeds", 0, |this, _, context| float(this, context, |counts| real(counts.exceeds))),
    ("exceedsBigInt", 0, |this, _, context| big(this, context, |counts| counts.exceeds)),
    ("min", 0, |this, _, context| float(this, context, |counts| real(counts.min()))),
    ("minBigInt", 0, |this, _, context| big(this, context, Counts::min)),
    ("max", 0, |this, _, context| float(this, context, |counts| real(counts.values.max()))),
    ("maxBigInt", 0, |this, _, context| big(this, context, |counts| counts.values.max())),
    ("mean", 0, |this, _, context| float(this, context, Counts::mean)),
    ("stddev", 0, |this, _, context| float(this, context, |counts| counts.moment(2).sqrt())),
    ("skewness", 0, |this, _, context| float(this, context, |counts| counts.shape(3))),
    ("kurtosis", 0, |this, _, context| float(this, context, |counts| counts.shape(4))),
    ("percentile", 1, |this, arguments, context| percentile(this, arguments, PLAIN, context)),
    ("percentileBigInt", 1, |this, arguments, context| percentile(this, arguments, BIG, context)),
    ("percentiles", 1, |this, arguments, context| percentiles(this, arguments, PLAIN, context)),
    ("percentilesBigInt", 1, |this, arguments, context| percentiles(this, arguments, BIG, context)),
    ("percentilesAt", 2, percentiles_at),
    ("cdf", 1, cdf),
    ("countAt", 1, count_at),
    // Nothing is smoothed where no half-life was given.
    ("ewmaMean", 0, |_, _, _| Ok(0.into())),
    ("ewmaStddev", 0, |_, _, _| Ok(0.into())),
    ("ewmaErrorRate", 0, |_, _, _| Ok(0.into())),
    ("reset", 0, reset),
    ("record", 1, record),
    ("recordDelta", 0, record_delta),
    ("add", 1, add),
    ("start", 1, start),
    ("stop", 0, stop),
];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let class = binding.class("Histogram", construct, METHODS)?;
    binding.context.insert_data(Class(class));
    binding.functions(&[("createELDHistogram", 2, create_delay_histogram)])?;
    Ok(())
}

/// The class `Histogram`, once the binding has been made.
#[derive(Trace, Finalize, JsData)]
struct Class(JsObject);

impl Counts {
    /// An empty histogram; `None` for bounds that no histogram can have.
    fn new(lowest: u64, highest: u64, figures: u8) -> Option<Self> {
        let values = Hdr::new_with_bounds(lowest, highest, figures).ok()?;
        Some(Self { values, exceeds: 0, last_delta_ns: 0 })
    }

    fn record(&mut self, value: u64) {
        if self.values.record(value).is_err() {
            self.exceeds += 1;
        }
    }

    fn min(&self) -> u64 {
        // `hdr_min` gives this for no values.
        if self.values.is_empty() { i64::MAX.unsigned_abs() } else { self.values.min() }
    }

    fn mean(&self) -> f64 {
        let sum: u64 =
            self.values.iter_recorded().map(|entry| entry.count_at_value() * self.values.median_equivalent(entry.value_iterated_to())).sum();
        real(sum) / real(self.values.len())
    }

    /// The mean of the differences from the mean, to a power.
    fn moment(&self, power: i32) -> f64 {
        let mean = self.mean();
        let each = self.values.iter_recorded().map(|entry| {
            let away = real(self.values.median_equivalent(entry.value_iterated_to())) - mean;
            away.powi(power) * real(entry.count_at_value())
        });
        each.sum::<f64>() / real(self.values.len())
    }

    /// Skewness (3) and excess kurtosis (4); 0 where nothing differs.
    fn shape(&self, power: i32) -> f64 {
        let spread = self.moment(2);
        if self.values.is_empty() || spread == 0.0 {
            return 0.0;
        }
        match power {
            3 => self.moment(3) / (spread * spread.sqrt()),
            _ => self.moment(4) / (spread * spread) - 3.0,
        }
    }

    /// `hdr_value_at_percentile`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of the count")]
    fn at_percentile(&self, percentile: f64) -> u64 {
        let wanted = ((percentile.min(100.0) / 100.0 * real(self.values.len()) + 0.5) as u64).max(1);
        let mut seen = 0;
        let reached = self.values.iter_recorded().find(|entry| {
            seen += entry.count_at_value();
            seen >= wanted
        });
        reached.map_or(0, |entry| self.values.highest_equivalent(entry.value_iterated_to()))
    }

    /// `hdr_iter_percentile` with one tick for each half of the rest up to 100 percent: `(percentile, value)`.
    fn percentiles(&self) -> Vec<(f64, u64)> {
        let (mut seen, mut next, mut last) = (0, 0.0f64, 0);
        let mut found = Vec::new();
        for entry in self.values.iter_recorded() {
            seen += entry.count_at_value();
            last = self.values.lowest_equivalent(entry.value_iterated_to());
            while next <= 100.0 * real(seen) / real(self.values.len()) {
                found.push((next, last));
                // The rest up to 100 percent has been halved so many times.
                let halvings = (100.0 / (100.0 - next)).log2().floor() + 1.0;
                next += 100.0 / halvings.exp2();
                if seen == self.values.len() {
                    break;
                }
            }
        }
        found.push((100.0, last));
        found
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of JavaScript's")]
fn real(count: u64) -> f64 {
    count as f64
}

/// A number or `BigInt` of JavaScript's as a count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node validated it as a positive integer")]
fn whole(value: &JsValue) -> u64 {
    match value.as_bigint() {
        Some(big) => big.to_f64() as u64,
        None => value.as_number().unwrap_or_default() as u64,
    }
}

fn counts(this: &JsValue, context: &mut Context) -> Option<Rc<RefCell<Counts>>> {
    kept(this, context, |behind: &mut Behind| behind.counts.clone())
}

fn float(this: &JsValue, context: &mut Context, ask: fn(&Counts) -> f64) -> JsResult<JsValue> {
    Ok(counts(this, context).map_or_else(JsValue::undefined, |counts| ask(&counts.borrow()).into()))
}

fn big(this: &JsValue, context: &mut Context, ask: fn(&Counts) -> u64) -> JsResult<JsValue> {
    Ok(counts(this, context).map_or_else(JsValue::undefined, |counts| JsBigInt::from(ask(&counts.borrow())).into()))
}

/// `new Histogram(lowest, highest, figures, halfLife, threshold)`.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if number(arguments, 3) > 0.0 {
        return Err(unavailable("createHistogram's halfLife", context));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node validated it as 1 to 5")]
    let figures = number(arguments, 2) as u8;
    let Some(counts) = Counts::new(whole(&argument(arguments, 0)), whole(&argument(arguments, 1)), figures) else {
        return Ok(JsValue::undefined());
    };
    keep(this, Behind { counts: Rc::new(RefCell::new(counts)), monitor: None }, context)?;
    Ok(JsValue::undefined())
}

/// The form in which a method gives a count: a number, or a `BigInt`.
type Written = fn(u64) -> JsValue;

const PLAIN: Written = |count| real(count).into();
const BIG: Written = |count| JsBigInt::from(count).into();

fn percentile(this: &JsValue, arguments: &[JsValue], written: Written, context: &mut Context) -> JsResult<JsValue> {
    let percentile = number(arguments, 0);
    Ok(counts(this, context).map_or_else(JsValue::undefined, |counts| written(counts.borrow().at_percentile(percentile))))
}

/// `percentiles(map)`: fills the map with percentiles and their values.
fn percentiles(this: &JsValue, arguments: &[JsValue], written: Written, context: &mut Context) -> JsResult<JsValue> {
    let found = counts(this, context).map(|counts| counts.borrow().percentiles()).unwrap_or_default();
    put(&argument(arguments, 0), found, written, context)
}

fn put(map: &JsValue, found: Vec<(f64, u64)>, written: Written, context: &mut Context) -> JsResult<JsValue> {
    let map = JsMap::from_object(map.to_object(context)?)?;
    for (percentile, at) in found {
        map.set(percentile, written(at), context)?;
    }
    Ok(JsValue::undefined())
}

/// `percentilesAt(map, Float64Array)`.
fn percentiles_at(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let wanted = JsFloat64Array::from_object(argument(arguments, 1).to_object(context)?)?;
    let Some(counts) = counts(this, context) else { return Ok(JsValue::undefined()) };
    let mut found = Vec::new();
    for index in 0..wanted.length(context)? {
        let percentile = wanted.at(i64::try_from(index).unwrap_or(i64::MAX), context)?.as_number().unwrap_or_default();
        found.push((percentile, counts.borrow().at_percentile(percentile)));
    }
    put(&argument(arguments, 0), found, PLAIN, context)
}

/// `cdf(value)`: the part of the recorded values that is no greater, 0 … 1.
fn cdf(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = whole(&argument(arguments, 0));
    let part = counts(this, context).map(|counts| {
        let counts = counts.borrow();
        let below: u64 = counts
            .values
            .iter_recorded()
            .take_while(|entry| counts.values.lowest_equivalent(entry.value_iterated_to()) <= value)
            .map(|entry| entry.count_at_value())
            .sum();
        if counts.values.is_empty() { 0.0 } else { real(below) / real(counts.values.len()) }
    });
    Ok(part.map_or_else(JsValue::undefined, JsValue::from))
}

fn count_at(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = whole(&argument(arguments, 0));
    Ok(counts(this, context).map_or_else(JsValue::undefined, |counts| real(counts.borrow().values.count_at(value)).into()))
}

fn reset(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(counts) = counts(this, context) {
        let mut counts = counts.borrow_mut();
        counts.values.reset();
        (counts.exceeds, counts.last_delta_ns) = (0, 0);
    }
    Ok(JsValue::undefined())
}

fn record(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(counts) = counts(this, context) {
        counts.borrow_mut().record(whole(&argument(arguments, 0)));
    }
    Ok(JsValue::undefined())
}

/// `recordDelta()`: records the time since its last call, in nanoseconds.
fn record_delta(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let now = host(context).read_clock();
    if let Some(counts) = counts(this, context) {
        let mut counts = counts.borrow_mut();
        let before = std::mem::replace(&mut counts.last_delta_ns, now);
        if before > 0 {
            counts.record(now - before);
        }
    }
    Ok(JsValue::undefined())
}

/// `add(other)`: adds the values that another histogram has recorded, as far as they have room.
fn add(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (Some(own), Some(other)) = (counts(this, context), counts(&argument(arguments, 0), context)) else {
        return Ok(JsValue::undefined());
    };
    let entries: Vec<(u64, u64)> = other.borrow().values.iter_recorded().map(|entry| (entry.value_iterated_to(), entry.count_at_value())).collect();
    let exceeds = other.borrow().exceeds;
    let mut own = own.borrow_mut();
    own.exceeds += exceeds;
    for (value, count) in entries {
        // `hdr_add` drops values that have no room, too.
        let _ = own.values.record_n(value, count);
    }
    Ok(JsValue::undefined())
}

// — the event loop's delay —

/// The sampler of the event loop's delay: a timer of libuv's that fires each `resolution_ns`, if the loop comes to it.
pub(super) struct Monitor {
    counts: Rc<RefCell<Counts>>,
    /// The timer's period, in nanoseconds.
    resolution_ns: u64,
    /// The time at which it last fired, and the time that the loop had slept until then; both in nanoseconds.
    last_ns: Cell<(u64, u64)>,
    running: Cell<bool>,
}

/// The samplers of `monitorEventLoopDelay` that run.
#[derive(Default)]
struct Monitors(RefCell<Vec<Rc<Monitor>>>);

/// Samples the delay of the event loop, which goes on now.
pub(crate) fn look_at_delay(host: &Host) {
    let monitors = host.state::<Monitors>();
    if !monitors.0.borrow().is_empty() {
        let (now, slept) = host.loop_clock();
        monitors.0.borrow_mut().retain(|monitor| monitor.look(now, slept));
    }
}

impl Monitor {
    /// Records the delay at the time `now`, when the loop has slept for `slept` in all (both in nanoseconds). Whether it is still running.
    ///
    /// While the loop sleeps the timer wakes it each time (Model: at once); the time that JavaScript takes makes it late.
    fn look(&self, now: u64, slept: u64) -> bool {
        let (before, slept_before) = self.last_ns.get();
        let elapsed = now - before;
        if elapsed < self.resolution_ns {
            return self.running.get();
        }
        let ticks = ((slept - slept_before) / self.resolution_ns).min(elapsed / self.resolution_ns);
        let rest = elapsed - ticks * self.resolution_ns;
        let mut counts = self.counts.borrow_mut();
        if ticks > 0 && counts.values.record_n(self.resolution_ns, ticks).is_err() {
            counts.exceeds += ticks;
        }
        let late = rest >= self.resolution_ns;
        if late {
            counts.record(rest);
        }
        self.last_ns.set((if late { now } else { now - rest }, slept));
        self.running.get()
    }
}

/// `createELDHistogram(resolution, samplePerIteration)`; the resolution is in milliseconds.
fn create_delay_histogram(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    const HOUR: u64 = 3_600_000_000_000;
    let Some(counts) = Counts::new(1, HOUR, 3) else { return Ok(JsValue::undefined()) };
    let counts = Rc::new(RefCell::new(counts));
    let resolution_ns = whole(&argument(arguments, 0)) * 1_000_000;
    let monitor = Monitor { counts: counts.clone(), resolution_ns, last_ns: Cell::new((0, 0)), running: Cell::new(false) };
    let prototype = match context.get_data() {
        Some(Class(class)) => class.clone().get(JsString::from("prototype"), context)?.as_object(),
        None => None,
    };
    let handle = JsValue::from(JsObject::from_proto_and_data(prototype, ()));
    keep(&handle, Behind { counts, monitor: Some(Rc::new(monitor)) }, context)?;
    Ok(handle)
}

fn monitor(this: &JsValue, context: &mut Context) -> Option<Rc<Monitor>> {
    kept(this, context, |behind: &mut Behind| behind.monitor.clone()).flatten()
}

/// `start(reset)`.
fn start(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if argument(arguments, 0).to_boolean() {
        reset(this, arguments, context)?;
    }
    if let Some(monitor) = monitor(this, context) {
        let host: Rc<Host> = host(context);
        monitor.last_ns.set(host.loop_clock());
        monitor.running.set(true);
        host.state::<Monitors>().0.borrow_mut().push(monitor);
    }
    Ok(JsValue::undefined())
}

fn stop(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(monitor) = monitor(this, context) {
        monitor.running.set(false);
    }
    Ok(JsValue::undefined())
}
