//! Writes bytecodes: asks the register optimizer for moves, hands source positions on, leaves out bytecodes that are dead or without effect
//! (src/interpreter/bytecode-array-builder.cc, bytecode-array-writer.cc).

use std::collections::BTreeMap;

use oxc_span::Span;

use super::constants::Constants;
use super::label::{JumpTable, Label};
use super::opcode::{Accumulator, Op};
use super::optimizer::Optimizer;
use super::register::{Register, RegisterList};

/// An operand before the registers are settled.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arg {
    In(Register),
    Out(Register),
    InOut(Register),
    /// A list of registers; its count is the operand behind it.
    List(RegisterList),
    OutList(RegisterList),
    /// Two or three registers without a count.
    OutGroup(RegisterList),
    InGroup(RegisterList),
    Feedback(u32),
    Constant(u32),
    Smi(i32),
    Number(u32),
    Flag8(u32),
    Flag16(u32),
    /// An operand of two bytes.
    Runtime(&'static str),
    /// An operand of one byte.
    Intrinsic(&'static str),
    Native(&'static str),
    Table(JumpTable),
    Target(Label),
    Back(Label),
}

/// A bytecode that has been written.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) op: Op,
    pub(super) args: Vec<Arg>,
    pub(super) offset: u32,
    pub(super) wide: u32,
    pub(super) span: Option<Span>,
}

/// The note on a bytecode in V8's table of source positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    Expression,
    Statement,
}

#[derive(Clone, Debug, Default)]
struct Place {
    bound: Option<u32>,
    jumps: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct Builder {
    pub(super) constants: Constants,
    pub(super) optimizer: Optimizer,
    pub(super) written: Vec<Written>,
    /// The source of the code that is being written.
    pub(super) span: Option<Span>,
    pub(super) size: u32,
    places: Vec<Place>,
    pub(super) handlers: Vec<(u32, u32, u32)>,
    latest: Option<Position>,
    deferred: Option<Position>,
    exit_seen: bool,
    last: Option<(Op, bool)>,
    /// The offset that each entry of a switch's table jumps to, by the entry of the constant pool.
    pub(super) table_targets: BTreeMap<u32, u32>,
    next_register: u32,
    /// Jumps whose places are not known yet: V8 keeps an entry of the constant pool for each.
    open_jumps: usize,
    /// The most entries of the pool that were taken or kept at once.
    pub(super) pool_use: usize,
}

impl Builder {
    pub(super) fn new(locals: u32, parameters: u32) -> Self {
        Self {
            constants: Constants::default(),
            optimizer: Optimizer::new(locals, parameters),
            written: Vec::new(),
            span: None,
            size: 0,
            places: Vec::new(),
            handlers: Vec::new(),
            latest: None,
            deferred: None,
            exit_seen: false,
            last: None,
            table_targets: BTreeMap::new(),
            next_register: locals,
            open_jumps: 0,
            pool_use: 0,
        }
    }

    // Registers.

    pub(super) fn register(&mut self) -> Register {
        let register = Register::local(self.next_register);
        self.next_register += 1;
        self.optimizer.allocate(register);
        register
    }

    pub(super) fn register_list(&mut self, count: u32) -> RegisterList {
        let first = Register::local(self.next_register);
        for _ in 0..count {
            self.register();
        }
        RegisterList { first, count }
    }

    /// A list that [`Self::grow`] makes longer.
    pub(super) fn growable_list(&self) -> RegisterList {
        RegisterList { first: Register::local(self.next_register), count: 0 }
    }

    pub(super) fn grow(&mut self, list: &mut RegisterList) -> Register {
        let register = self.register();
        if list.count == 0 {
            list.first = register;
        }
        list.count += 1;
        register
    }

    pub(super) fn next_register(&self) -> u32 {
        self.next_register
    }

    pub(super) fn all_live(&self) -> RegisterList {
        RegisterList { first: Register(0), count: self.next_register }
    }

    /// Gives back all registers from the `from`th on.
    pub(super) fn release(&mut self, from: u32) {
        for index in from..self.next_register {
            self.optimizer.free(Register::local(index));
        }
        self.next_register = from;
    }

    // Positions.

    pub(super) fn statement_position(&mut self) {
        self.latest = Some(Position::Statement);
    }

    pub(super) fn expression_position(&mut self) {
        if self.latest != Some(Position::Statement) {
            self.latest = Some(Position::Expression);
        }
    }

    fn take_position(&mut self, op: Op) -> Option<Position> {
        match self.latest {
            Some(Position::Expression) if op.is_without_external_effect() => None,
            _ => self.latest.take(),
        }
    }

    fn defer_position(&mut self, op: Op) {
        if let Some(position) = self.take_position(op) {
            self.deferred = Some(position);
        }
    }

    // Moves.

    pub(super) fn load(&mut self, register: Register) {
        self.defer_position(Op::Ldar);
        self.optimizer.transfer(register, Register::ACCUMULATOR);
        self.drain();
    }

    pub(super) fn store(&mut self, register: Register) {
        self.defer_position(Op::Star);
        self.optimizer.transfer(Register::ACCUMULATOR, register);
        self.drain();
    }

    pub(super) fn mov(&mut self, from: Register, to: Register) {
        self.defer_position(Op::Mov);
        self.optimizer.transfer(from, to);
        self.drain();
    }

    fn drain(&mut self) {
        for transfer in std::mem::take(&mut self.optimizer.pending) {
            match (transfer.from, transfer.to) {
                (Register::ACCUMULATOR, to) => self.write(Op::Star, vec![Arg::Out(to)], None),
                (from, Register::ACCUMULATOR) => self.write(Op::Ldar, vec![Arg::In(from)], None),
                (from, to) => self.write(Op::Mov, vec![Arg::In(from), Arg::Out(to)], None),
            }
        }
    }

    pub(super) fn flush(&mut self) {
        self.optimizer.flush();
        self.drain();
    }

    // Bytecodes.

    /// Writes a bytecode, after the moves that it needs.
    pub(super) fn emit(&mut self, op: Op, args: &[Arg]) {
        if op.needs_flush() {
            self.flush();
        }
        if op.accumulator().reads() {
            self.optimizer.read_accumulator();
        }
        if op.accumulator().overwrites() {
            self.optimizer.prepare_output(Register::ACCUMULATOR);
        }
        self.drain();
        let position = self.take_position(op);
        let args = args.iter().map(|&arg| self.settle(arg)).collect();
        self.write(op, args, position);
    }

    fn settle(&mut self, arg: Arg) -> Arg {
        let settled = match arg {
            Arg::In(register) => Arg::In(self.optimizer.input(register)),
            Arg::Out(register) => {
                self.optimizer.prepare_output(register);
                arg
            }
            Arg::InOut(register) => {
                let list = RegisterList { first: register, count: 2 };
                self.optimizer.input_list(list.truncate(1));
                self.optimizer.prepare_output(register);
                arg
            }
            // V8 writes the first register where there are none.
            Arg::List(list) if list.count == 0 => Arg::List(RegisterList { first: Register(0), count: 0 }),
            Arg::List(list) => Arg::List(self.optimizer.input_list(list)),
            Arg::InGroup(list) => Arg::InGroup(self.optimizer.input_list(list)),
            Arg::OutList(list) | Arg::OutGroup(list) => {
                for index in 0..list.count {
                    self.optimizer.prepare_output(list.at(index));
                }
                arg
            }
            other => other,
        };
        self.drain();
        settled
    }

    fn write(&mut self, op: Op, args: Vec<Arg>, mut position: Option<Position>) {
        match (self.deferred.take(), position) {
            (Some(deferred), None) => position = Some(deferred),
            (Some(Position::Statement), Some(_)) => position = Some(Position::Statement),
            _ => {}
        }
        self.write_plain(op, args, position);
    }

    fn write_plain(&mut self, op: Op, args: Vec<Arg>, position: Option<Position>) {
        if self.exit_seen {
            return;
        }
        self.exit_seen = op.leaves_block();
        let mut has_position = position.is_some();
        // A load that the next bytecode overwrites unread has no effect.
        if let Some((last, last_had)) = self.last
            && last.is_load_without_effect()
            && op.accumulator() == Accumulator::Written
            && (!last_had || !has_position)
            && let Some(gone) = self.written.pop()
        {
            self.size = gone.offset;
            has_position |= last_had;
        }
        self.last = Some((op, has_position));
        self.push(op, args);
    }

    fn push(&mut self, op: Op, args: Vec<Arg>) {
        let at = self.written.len();
        let wide = args.iter().map(|arg| self.width_of(arg)).max().unwrap_or(1);
        for arg in &args {
            if let Arg::Target(label) = arg {
                self.places[label.0].jumps.push(at);
                self.open_jumps += 1;
            }
        }
        self.pool_use = self.pool_use.max(self.constants.entries.len() + self.open_jumps);
        let short = matches!((op, args.first()), (Op::Star, Some(Arg::Out(register))) if (0..16).contains(&register.0));
        let size = if short { 1 } else { u32::from(wide > 1) + 1 + args.iter().map(|arg| bytes_of(arg, wide)).sum::<u32>() };
        self.written.push(Written { op, args, offset: self.size, wide, span: self.span });
        self.size += size;
    }

    fn width_of(&self, arg: &Arg) -> u32 {
        match *arg {
            Arg::In(register) | Arg::Out(register) | Arg::InOut(register) => signed_width(register.operand()),
            Arg::List(list) | Arg::OutList(list) | Arg::OutGroup(list) | Arg::InGroup(list) => {
                signed_width(list.first.operand()).max(unsigned_width(list.count))
            }
            Arg::Smi(value) => signed_width(value),
            Arg::Feedback(value) | Arg::Constant(value) | Arg::Number(value) => unsigned_width(value),
            Arg::Table(table) => unsigned_width(table.first).max(unsigned_width(table.size)).max(signed_width(table.base)),
            Arg::Back(label) => {
                let distance = self.size - self.places[label.0].bound.unwrap_or(0);
                unsigned_width(distance + u32::from(distance > 0xff))
            }
            Arg::Flag8(_) | Arg::Flag16(_) | Arg::Runtime(_) | Arg::Intrinsic(_) | Arg::Native(_) | Arg::Target(_) => 1,
        }
    }

    /// Whether nothing before the next place that is jumped to can run.
    pub(super) fn is_dead(&self) -> bool {
        self.exit_seen
    }

    // Places.

    pub(super) fn label(&mut self) -> Label {
        self.places.push(Place::default());
        Label(self.places.len() - 1)
    }

    pub(super) fn offset_of(&self, label: Label) -> Option<u32> {
        self.places[label.0].bound
    }

    /// The place that jumps go back to.
    pub(super) fn bind_loop_header(&mut self, label: Label) {
        self.flush();
        self.places[label.0].bound = Some(self.size);
        self.start_block();
    }

    pub(super) fn has_jumps(&self, label: Label) -> bool {
        !self.places[label.0].jumps.is_empty()
    }

    pub(super) fn bind(&mut self, label: Label) {
        if !self.has_jumps(label) {
            return;
        }
        self.flush();
        self.places[label.0].bound = Some(self.size);
        self.open_jumps = self.open_jumps.saturating_sub(self.places[label.0].jumps.len());
        for at in self.places[label.0].jumps.clone() {
            let written = &self.written[at];
            // Counted from behind a widening prefix.
            let (distance, most) = if written.wide > 1 { (self.size - written.offset - 1, 0xffff) } else { (self.size - written.offset, 0xff) };
            if distance > most {
                let entry = self.constants.distance(distance);
                self.written[at].op = self.written[at].op.with_constant_distance();
                if let Some(first) = self.written[at].args.first_mut() {
                    *first = Arg::Constant(entry);
                }
            }
        }
        self.start_block();
    }

    pub(super) fn bind_table(&mut self, table: JumpTable, value: i32) {
        self.flush();
        let entry = table.first + (value - table.base).cast_unsigned();
        self.table_targets.insert(entry, self.size);
        self.start_block();
    }

    pub(super) fn start_block(&mut self) {
        self.last = None;
        self.exit_seen = false;
    }

    /// Returns the number of the region.
    pub(super) fn begin_try(&mut self) -> usize {
        self.flush();
        self.last = None;
        self.handlers.push((self.size, self.size, 0));
        self.handlers.len() - 1
    }

    pub(super) fn end_try(&mut self, region: usize) {
        self.last = None;
        self.handlers[region].1 = self.size;
    }

    pub(super) fn bind_handler(&mut self, region: usize) {
        self.flush();
        self.handlers[region].2 = self.size;
        self.start_block();
    }
}

fn signed_width(value: i32) -> u32 {
    if i8::try_from(value).is_ok() {
        1
    } else if i16::try_from(value).is_ok() {
        2
    } else {
        4
    }
}

fn unsigned_width(value: u32) -> u32 {
    if u8::try_from(value).is_ok() {
        1
    } else if u16::try_from(value).is_ok() {
        2
    } else {
        4
    }
}

fn bytes_of(arg: &Arg, wide: u32) -> u32 {
    match arg {
        Arg::Flag8(_) | Arg::Intrinsic(_) => 1,
        Arg::Flag16(_) | Arg::Runtime(_) => 2,
        Arg::List(_) | Arg::OutList(_) => 2 * wide,
        Arg::Table(_) => 3 * wide,
        _ => wide,
    }
}
