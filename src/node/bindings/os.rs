//! `internalBinding('os')`: the model machine that programs run on, a small Linux server (node v24.21.0 `src/node_os.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::host;
use crate::native::{Binding, argument, bytes};

const CORES: usize = 4;
const MEMORY: u64 = 8 << 30;
const FREE_MEMORY: u64 = 5 << 30;
/// Seconds since the machine was started, when the process starts.
const UPTIME: f64 = 86_400.0;
const USER: &str = "reader";
const HOME: &str = "/home/reader";

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("getAvailableParallelism", 0, available_parallelism),
        ("getCPUs", 0, cpus),
        ("getFreeMem", 0, free_memory),
        ("getHomeDirectory", 0, home_directory),
        ("getHostname", 0, hostname),
        ("getInterfaceAddresses", 0, interface_addresses),
        ("getLoadAvg", 1, load_average),
        ("getOSInformation", 0, os_information),
        ("getPriority", 1, zero),
        ("getTotalMem", 0, total_memory),
        ("getUptime", 0, uptime),
        ("getUserInfo", 2, user_info),
        ("setPriority", 2, zero),
    ])?;
    Ok(())
}

fn string(text: &str) -> JsValue {
    JsString::from(text).into()
}

fn zero(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(0))
}

fn available_parallelism(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(CORES))
}

/// `[model, MHz, user, nice, sys, idle, irq, …]`, times in milliseconds.
fn cpus(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let core = || [string("Virtual x86-64 CPU"), JsValue::from(2400)].into_iter().chain([600_000, 0, 200_000, 85_600_000, 0].map(JsValue::from));
    Ok(JsArray::from_iter((0..CORES).flat_map(|_| core()), context).into())
}

fn free_memory(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(FREE_MEMORY))
}

fn total_memory(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(MEMORY))
}

fn home_directory(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(string(HOME))
}

fn hostname(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(string("lifecycle"))
}

/// `[name, address, netmask, family, mac, internal, scope id, …]`; −1: no scope.
fn interface_addresses(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let nowhere = "00:00:00:00:00:00";
    let addresses = [
        ("lo", "127.0.0.1", "255.0.0.0", "IPv4", nowhere, true, -1),
        ("eth0", "192.0.2.10", "255.255.255.0", "IPv4", "02:00:00:00:00:01", false, -1),
        ("lo", "::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "IPv6", nowhere, true, 0),
    ];
    let fields = addresses.into_iter().flat_map(|(name, address, netmask, family, mac, internal, scope)| {
        [name, address, netmask, family, mac].map(string).into_iter().chain([JsValue::from(internal), JsValue::from(scope)])
    });
    Ok(JsArray::from_iter(fields, context).into())
}

fn load_average(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(array) = argument(arguments, 0).as_object() {
        for (index, load) in [0.25, 0.2, 0.15].into_iter().enumerate() {
            array.set(index, load, true, context)?;
        }
    }
    Ok(JsValue::undefined())
}

/// `[sysname, version, release, machine]`.
fn os_information(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::from_iter(["Linux", "#1 SMP", "6.1.0", "x86_64"].map(string), context).into())
}

#[expect(clippy::cast_precision_loss, reason = "seconds as JavaScript has them")]
fn uptime(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let since_start = host(context).read_clock() / 10_000_000;
    Ok(JsValue::from(UPTIME + since_start as f64 / 100.0))
}

/// `getUserInfo(options, ctx)`: names as strings, or as `Buffer`s where `options.encoding` is `'buffer'`.
fn user_info(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let encoding = match argument(arguments, 0).as_object() {
        Some(options) => options.get(JsString::from("encoding"), context)?.as_string(),
        None => None,
    };
    let in_bytes = encoding.is_some_and(|encoding| encoding == "buffer");
    let info = JsObject::with_null_proto();
    for name in ["uid", "gid"] {
        info.create_data_property_or_throw(JsString::from(name), 1000, context)?;
    }
    for (name, value) in [("username", USER), ("homedir", HOME), ("shell", "/bin/bash")] {
        let value = if in_bytes { bytes::buffer(value.as_bytes(), context)? } else { string(value) };
        info.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(info.into())
}
