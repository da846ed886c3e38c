//! Message ports (node v24.21.0 `src/node_messaging.cc` `MessagePort`, `MessagePortData`, `SiblingGroup`): two ends of a queue, each a `uv_async_t`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::deserialize::deserialize;
use super::message::Message;
use super::names;
use crate::host::{Handle, host};
use machine::{HandleId, HandleKind};
use trace::{Queue, TaskId};

/// The part of a port that moves with a message when the port is transferred.
pub(crate) type Data = Rc<PortData>;

/// A group of ports, each of which gets the messages of the others.
pub(super) struct Group {
    /// The name of a broadcast channel; `None` for the two ends of a `MessageChannel`.
    name: Option<String>,
    members: RefCell<Vec<Weak<PortData>>>,
}

/// A message that waits at a port; the queue is oldest first.
enum Incoming {
    /// A message of the program's; the task is its delivery.
    Message(Rc<Message>, TaskId),
    /// The message that closes the port.
    Close,
}

pub(crate) struct PortData {
    incoming: RefCell<VecDeque<Incoming>>,
    owner: Cell<Option<HandleId>>,
    group: RefCell<Option<Rc<Group>>>,
}

/// `MessagePort.prototype`, once the binding has been made.
pub(super) struct Prototype(pub(super) JsObject);

/// The native state behind a port's object.
#[derive(Trace, Finalize, JsData)]
struct Behind {
    #[unsafe_ignore_trace]
    port: Rc<Port>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    Closing,
    Closed,
}

pub(super) struct Port {
    handle: HandleId,
    state: Cell<State>,
    /// The task of its `close` event, once it is closing.
    closing: Cell<Option<TaskId>>,
    referenced: Cell<bool>,
    receiving: Cell<bool>,
    data: RefCell<Option<Data>>,
    /// The port's object, kept until the handle is closed, as libuv does.
    object: RefCell<Option<JsObject>>,
}

impl Group {
    pub(super) fn new(name: Option<String>) -> Rc<Self> {
        Rc::new(Self { name, members: RefCell::default() })
    }

    /// A new member of the group.
    pub(super) fn join(self: &Rc<Self>) -> Data {
        let data = Rc::new(PortData { incoming: RefCell::default(), owner: Cell::new(None), group: RefCell::new(Some(self.clone())) });
        self.members.borrow_mut().push(Rc::downgrade(&data));
        data
    }

    fn others(&self, one: &Data) -> Vec<Data> {
        let members = self.members.borrow();
        members.iter().filter_map(Weak::upgrade).filter(|member| !Rc::ptr_eq(member, one)).collect()
    }
}

impl PortData {
    /// `AddToIncomingQueue`.
    fn add(&self, incoming: Incoming, context: &Context) {
        self.incoming.borrow_mut().push_back(incoming);
        if let Some(owner) = self.owner.get() {
            host(context).machine.borrow_mut().wake(owner);
        }
    }

    /// `SiblingGroup::Dispatch`: gives the message to all others of the group. Whether there is another one.
    fn dispatch(self: &Rc<Self>, message: Message, context: &Context) -> bool {
        let Some(group) = self.group.borrow().clone() else {
            return false;
        };
        let message = Rc::new(message);
        let others = group.others(self);
        for other in &others {
            let delivery = host(context).waiting_task(Queue::Poll, "message callback");
            other.add(Incoming::Message(message.clone(), delivery), context);
        }
        !others.is_empty()
    }

    /// `SiblingGroup::Disentangle`: leaves the group; an end that is closed closes the other one.
    fn disentangle(self: &Rc<Self>, context: &Context) {
        let Some(group) = self.group.borrow_mut().take() else {
            return;
        };
        group.members.borrow_mut().retain(|member| member.upgrade().is_some_and(|member| !Rc::ptr_eq(&member, self)));
        self.add(Incoming::Close, context);
        if group.name.is_none()
            && let [other] = group.others(self).as_slice()
        {
            other.add(Incoming::Close, context);
        }
    }
}

/// A port around `data`, with its object.
///
/// # Errors
/// An exception of Node's own `oninit`.
pub(super) fn open(data: Data, context: &mut Context) -> JsResult<JsObject> {
    let prototype = context.get_data::<Prototype>().map(|Prototype(prototype)| prototype.clone());
    let make = |handle| {
        Rc::new(Port {
            handle,
            state: Cell::new(State::Open),
            closing: Cell::new(None),
            referenced: Cell::new(true),
            receiving: Cell::new(false),
            data: RefCell::new(None),
            object: RefCell::new(None),
        })
    };
    let port = host(context).open_handle(HandleKind::Async, "MESSAGEPORT", make, context);
    let object = JsObject::from_proto_and_data(prototype, Behind { port: port.clone() });
    *port.object.borrow_mut() = Some(object.clone());
    let on_init = host(context).symbol("oninit", context)?;
    if let Some(on_init) = object.get(on_init, context)?.as_callable() {
        on_init.call(&object.clone().into(), &[], context)?;
    }
    data.owner.set(Some(port.handle));
    if !data.incoming.borrow().is_empty() {
        port.wake(context);
    }
    *port.data.borrow_mut() = Some(data);
    Ok(object)
}

pub(super) fn is_port(object: &JsObject) -> bool {
    object.is::<Behind>()
}

pub(super) fn of(value: &JsValue) -> Option<Rc<Port>> {
    let object = value.as_object()?;
    let behind = object.downcast_ref::<Behind>()?;
    Some(behind.port.clone())
}

/// The port that a method is called on.
///
/// # Errors
/// `TypeError: Illegal invocation` for anything but a port.
pub(super) fn receiver(this: &JsValue) -> JsResult<Rc<Port>> {
    of(this).ok_or_else(|| JsNativeError::typ().with_message("Illegal invocation").into())
}

pub(super) fn is_detached(object: &JsObject) -> bool {
    of(&object.clone().into()).is_none_or(|port| port.state.get() != State::Open || port.data.borrow().is_none())
}

/// `TransferForMessaging`: the object loses its port.
pub(super) fn detach(object: &JsObject, context: &Context) -> Option<Data> {
    let port = of(&object.clone().into())?;
    port.close(context);
    let data = port.data.borrow_mut().take()?;
    data.owner.set(None);
    Some(data)
}

impl Port {
    fn wake(&self, context: &Context) {
        if self.state.get() == State::Open {
            host(context).machine.borrow_mut().wake(self.handle);
        }
    }

    /// Whether the port can send: it is neither closing nor transferred away.
    pub(super) fn is_open(&self) -> bool {
        self.state.get() == State::Open
    }

    /// Posts a message to the other ports of the group. Whether there is another one.
    pub(super) fn post(&self, message: Message, context: &Context) -> bool {
        let data = self.data.borrow().clone();
        data.is_some_and(|data| data.dispatch(message, context))
    }

    pub(super) fn close(&self, context: &Context) {
        if self.state.get() == State::Open {
            self.state.set(State::Closing);
            self.closing.set(Some(host(context).waiting_task(Queue::Close, "close callback")));
            host(context).machine.borrow_mut().handle_close(self.handle);
        }
    }

    pub(super) fn start(&self, context: &Context) {
        self.receiving.set(true);
        if self.data.borrow().as_ref().is_some_and(|data| !data.incoming.borrow().is_empty()) {
            self.wake(context);
        }
    }

    pub(super) fn stop(&self) {
        self.receiving.set(false);
    }

    pub(super) fn reference(&self, on: bool, context: &Context) {
        if self.state.get() == State::Open {
            self.referenced.set(on);
            host(context).machine.borrow_mut().handle_ref(self.handle, on);
        }
    }

    /// Whether the handle keeps the process alive; `None` once the handle is gone.
    pub(super) fn has_reference(&self) -> Option<bool> {
        match self.state.get() {
            State::Open => Some(self.referenced.get()),
            State::Closing => Some(false),
            State::Closed => None,
        }
    }

    /// `ReceiveMessage`: the next message with its delivery, if there is one that may be read. The closing one closes the port.
    pub(super) fn receive(&self, force: bool, context: &Context) -> Option<(Rc<Message>, TaskId)> {
        let data = self.data.borrow().clone()?;
        let wanted = force || self.receiving.get();
        let first = {
            let mut incoming = data.incoming.borrow_mut();
            if !wanted && !matches!(incoming.front()?, Incoming::Close) {
                return None;
            }
            incoming.pop_front()?
        };
        match first {
            Incoming::Message(message, delivery) => Some((message, delivery)),
            Incoming::Close => {
                self.close(context);
                None
            }
        }
    }

    /// `OnMessage`: calls the port's listeners for one message after the other, each in a callback scope of its own.
    ///
    /// # Errors
    /// The exception that ends the run; those of listeners are reported in their callback scopes.
    pub(super) fn deliver(&self, force: bool, context: &mut Context) -> JsResult<()> {
        let waiting = self.data.borrow().as_ref().map_or(0, |data| data.incoming.borrow().len());
        let mut limit = if force { usize::MAX } else { waiting.max(1000) };
        while self.data.borrow().is_some() {
            if limit == 0 {
                self.wake(context);
                break;
            }
            limit -= 1;
            let Some((message, delivery)) = self.receive(force, context) else {
                break;
            };
            let delivered = match deserialize(&message, context) {
                Ok((value, ports)) => {
                    let ports = boa_engine::object::builtins::JsArray::from_iter(ports.into_iter().map(JsValue::from), context);
                    self.emit("message", &[value, ports.into()], delivery, context)?
                }
                Err(error) => {
                    let error = error.into_opaque(context)?;
                    self.emit("messageerror", &[error, JsValue::undefined()], delivery, context)?;
                    false
                }
            };
            if !delivered {
                self.wake(context);
                break;
            }
        }
        Ok(())
    }

    /// Calls `emitMessage` on the port; `false` if a listener threw, which Node's event targets do in a tick.
    fn emit(&self, kind: &str, arguments: &[JsValue], delivery: TaskId, context: &mut Context) -> JsResult<bool> {
        let Some(object) = self.object.borrow().clone() else {
            return Ok(true);
        };
        let host = host(context);
        host.begin(delivery);
        let delivered = host.try_callback(
            |context| {
                let emit = names::binding("messaging", context)?.get(JsString::from("emitMessage"), context)?.to_object(context)?;
                let [data, ports] = arguments else {
                    return Ok(());
                };
                emit.call(&object.into(), &[data.clone(), ports.clone(), JsString::from(kind).into()], context).map(drop)
            },
            context,
        )?;
        host.end(delivery);
        Ok(delivered)
    }
}

impl Handle for Port {
    fn wakeup(&self, context: &mut Context) -> JsResult<()> {
        self.deliver(false, context)
    }

    fn closed(&self, context: &mut Context) -> JsResult<()> {
        self.state.set(State::Closed);
        if let Some(data) = self.data.borrow_mut().take() {
            data.owner.set(None);
            for incoming in data.incoming.take() {
                if let Incoming::Message(_, delivery) = incoming {
                    host(context).cancelled(delivery);
                }
            }
            data.disentangle(context);
        }
        let (Some(object), Some(task)) = (self.object.borrow_mut().take(), self.closing.take()) else {
            return Ok(());
        };
        let on_close = host(context).symbol("handle_onclose", context)?;
        let Some(on_close) = object.get(on_close, context)?.as_callable() else {
            return Ok(());
        };
        let host = host(context);
        host.begin(task);
        host.make_callback(|context| on_close.call(&object.into(), &[], context).map(drop), context)?;
        host.end(task);
        Ok(())
    }
}
