//! `internalBinding('cares_wrap')`: `getaddrinfo` and `getnameinfo` on the thread pool (node v24.21.0 `src/cares_wrap.cc`).
//!
//! There is no network: a few names are known, every other is not found.

mod channel;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::{PoolJob, Resource, host};
use crate::native::{Binding, argument, nothing, number, text};
use trace::PoolWork;

/// libuv's `UV_EAI_NONAME`.
const NO_NAME: i32 = -3008;

/// Names and the addresses that the model's resolver has for them, in its order.
const NAMES: &[(&str, &[&str])] = &[
    ("localhost", &["::1", "127.0.0.1"]),
    ("lifecycle", &["192.0.2.10"]),
    ("example.com", &["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]),
    ("example.net", &["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]),
    ("example.org", &["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]),
    ("nodejs.org", &["104.20.22.46", "104.20.23.46", "2606:4700:10::6814:162e"]),
    ("github.com", &["140.82.121.4"]),
    ("google.com", &["142.250.185.78", "2a00:1450:4001:829::200e"]),
    ("www.google.com", &["142.250.185.68", "2a00:1450:4001:82f::2004"]),
];

const SERVICES: &[(u16, &str)] = &[(21, "ftp"), (22, "ssh"), (25, "smtp"), (53, "domain"), (80, "http"), (443, "https")];

pub(crate) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("GetAddrInfoReqWrap", nothing, &[])?;
    binding.class("GetNameInfoReqWrap", nothing, &[])?;
    channel::extend(binding)?;
    binding.functions(&[("getaddrinfo", 5, get_addr_info), ("getnameinfo", 3, get_name_info), ("canonicalizeIP", 1, canonicalize_ip)])?;
    Ok(())
}

/// The addresses of `name`, of one family or (0) of both; `order`: 1 puts IPv4 first, 2 IPv6.
fn addresses(name: &str, family: f64, order: f64) -> Vec<IpAddr> {
    let name = name.to_ascii_lowercase();
    let known = NAMES.iter().find(|(known, _)| *known == name.trim_end_matches('.'));
    let mut found: Vec<IpAddr> = known.into_iter().flat_map(|(_, addresses)| *addresses).filter_map(|address| address.parse().ok()).collect();
    if family == 4.0 {
        found.retain(IpAddr::is_ipv4);
    } else if family == 6.0 {
        found.retain(IpAddr::is_ipv6);
    }
    if order == 1.0 {
        found.sort_by_key(IpAddr::is_ipv6);
    } else if order == 2.0 {
        found.sort_by_key(IpAddr::is_ipv4);
    }
    found
}

/// `getaddrinfo(req, hostname, family, hints, order)`.
fn get_addr_info(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let found = addresses(&text(arguments, 1), number(arguments, 2), number(arguments, 4));
    submit(arguments, "dns.lookup", context, move |context| {
        if found.is_empty() {
            return [JsValue::from(NO_NAME), JsValue::null(), JsValue::undefined()];
        }
        let list = JsArray::from_iter(found.iter().map(|address| JsString::from(address.to_string()).into()), context);
        [JsValue::from(0), list.into(), JsValue::undefined()]
    })
}

/// `getnameinfo(req, address, port)`.
fn get_name_info(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let address = text(arguments, 1);
    let port = number(arguments, 2);
    let local = matches!(address.parse(), Ok(IpAddr::V4(Ipv4Addr::LOCALHOST) | IpAddr::V6(Ipv6Addr::LOCALHOST)));
    let name = if local { "localhost".to_owned() } else { address };
    let service = SERVICES.iter().find(|(known, _)| f64::from(*known) == port).map_or_else(|| port.to_string(), |(_, service)| (*service).to_owned());
    submit(arguments, "dns.lookupService", context, move |_| [JsValue::from(0), JsString::from(name).into(), JsString::from(service).into()])
}

/// Hands the request to the pool's lane for slow I/O; `oncomplete` gets what `answer` gives.
fn submit(
    arguments: &[JsValue],
    label: &'static str,
    context: &mut Context,
    answer: impl FnOnce(&mut Context) -> [JsValue; 3] + 'static,
) -> JsResult<JsValue> {
    let Some(request) = argument(arguments, 0).as_object() else {
        return Ok(JsValue::from(0));
    };
    let host = host(context);
    let cost_ns = host.machine.borrow().costs().name_lookup;
    let complete = Box::new(move |context: &mut Context| {
        let answer = answer(context);
        on_complete(&request, &answer, context)
    });
    let provider = if label == "dns.lookupService" { "GETNAMEINFOREQWRAP" } else { "GETADDRINFOREQWRAP" };
    host.submit(PoolJob { label, work: PoolWork::SlowIo, cost_ns, complete, resource: Resource::New(provider) }, context);
    Ok(JsValue::from(0))
}

fn on_complete(request: &JsObject, answer: &[JsValue], context: &mut Context) -> JsResult<()> {
    match request.get(JsString::from("oncomplete"), context)?.as_callable() {
        Some(callback) => callback.call(&request.clone().into(), answer, context).map(drop),
        None => Ok(()),
    }
}

/// The usual way to write an address; `undefined` for what is none.
fn canonicalize_ip(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let address: Result<IpAddr, _> = text(arguments, 0).parse();
    Ok(address.map_or_else(|_| JsValue::undefined(), |address| JsString::from(address.to_string()).into()))
}
