//! `ChannelWrap`: what `dns.resolve` and its like ask DNS servers through. Nobody answers here: each query ends with `ECONNREFUSED`, in the poll
//! phase as what comes from a socket, without the thread pool.

use std::rc::Rc;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::{Handle, host};
use crate::native::{Binding, Native, argument, define_hidden, nothing};
use machine::{HandleId, HandleKind};
use trace::{Queue, TaskId};

const QUERIES: [&str; 14] = [
    "queryAny",
    "queryA",
    "queryAaaa",
    "queryCaa",
    "queryCname",
    "queryMx",
    "queryNs",
    "queryTxt",
    "queryTlsa",
    "querySrv",
    "queryPtr",
    "queryNaptr",
    "querySoa",
    "getHostByAddr",
];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let plain: [(&str, usize, Native); 4] =
        [("getServers", 0, get_servers), ("setServers", 1, set_servers), ("setLocalAddress", 2, nothing), ("cancel", 0, nothing)];
    let methods: Vec<_> = plain.into_iter().chain(QUERIES.map(|name| (name, 2, query as Native))).collect();
    binding.class("ChannelWrap", construct, &methods)?;
    binding.class("QueryReqWrap", nothing, &[])?;
    Ok(())
}

/// `new ChannelWrap(timeout, tries)`: an async resource that has no callbacks of its own.
fn construct(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).async_context("DNSCHANNEL", context);
    Ok(JsValue::undefined())
}

/// `getServers()`: `[[address, port], …]`.
fn get_servers(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let set = this.to_object(context)?.get(JsString::from(SERVERS), context)?;
    if set.is_object() {
        return Ok(set);
    }
    let server = JsArray::from_iter([JsString::from("127.0.0.1").into(), JsValue::from(53)], context);
    Ok(JsArray::from_iter([server.into()], context).into())
}

const SERVERS: &str = "\u{0}servers";

/// `setServers([[family, address, port], …])`: 0, for it always succeeds.
fn set_servers(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let given = JsArray::from_object(argument(arguments, 0).to_object(context)?)?;
    let mut servers = Vec::new();
    for index in 0..given.length(context)? {
        let server = given.get(index, context)?.to_object(context)?;
        let parts = [server.get(1, context)?, server.get(2, context)?];
        servers.push(JsArray::from_iter(parts, context).into());
    }
    let servers = JsArray::from_iter(servers, context);
    define_hidden(&this.to_object(context)?, JsString::from(SERVERS), servers, context)?;
    Ok(JsValue::from(0))
}

/// A query on its way.
struct Query {
    handle: HandleId,
    request: JsObject,
    answer: TaskId,
}

/// `query…(req, name)`: 0, for it was sent.
fn query(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(request) = argument(arguments, 0).as_object() {
        let host = host(context);
        let answer = host.waiting_task(Queue::Poll, "dns query callback");
        let query = host.open_handle(HandleKind::Async, "QUERYWRAP", |handle| Rc::new(Query { handle, request, answer }), context);
        host.machine.borrow_mut().wake(query.handle);
    }
    Ok(JsValue::from(0))
}

impl Handle for Query {
    fn wakeup(&self, context: &mut Context) -> JsResult<()> {
        let host = host(context);
        host.machine.borrow_mut().handle_close(self.handle);
        host.begin(self.answer);
        host.make_callback(|context| super::on_complete(&self.request, &[JsString::from("ECONNREFUSED").into()], context), context)?;
        host.end(self.answer);
        Ok(())
    }

    fn closed(&self, _: &mut Context) -> JsResult<()> {
        Ok(())
    }
}
