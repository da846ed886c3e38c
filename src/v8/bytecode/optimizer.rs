//! Leaves out moves between registers that nothing can see: registers known to hold one value form an equivalence set, and a move is only
//! written when one of them has to hold the value itself (src/interpreter/bytecode-register-optimizer.cc).

use super::register::{Register, RegisterList};
use super::scope::VarId;

/// Knowledge of a value's type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TypeHint {
    #[default]
    Any,
    Boolean,
    String,
    InternalizedString,
}

impl TypeHint {
    pub(super) fn is_string(self) -> bool {
        matches!(self, Self::String | Self::InternalizedString)
    }
}

/// A move that has to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Transfer {
    pub(super) from: Register,
    pub(super) to: Register,
}

#[derive(Clone, Debug)]
struct Info {
    register: Register,
    set: u32,
    materialized: bool,
    allocated: bool,
    needs_flush: bool,
    variable: Option<VarId>,
    hint: TypeHint,
    next: usize,
    previous: usize,
}

/// The registers that hold the same values just now.
#[derive(Debug)]
pub(super) struct Optimizer {
    infos: Vec<Info>,
    /// The number to add to a register's number for its place in `infos`.
    offset: i32,
    temporary_base: i32,
    highest: i32,
    sets: u32,
    to_flush: Vec<usize>,
    flush_required: bool,
    /// The moves that the builder writes before anything else.
    pub(super) pending: Vec<Transfer>,
}

impl Optimizer {
    /// `locals`: registers of variables. `parameters`: without the receiver.
    pub(super) fn new(locals: u32, parameters: u32) -> Self {
        let offset = 9 + parameters.cast_signed();
        let mut this = Self {
            infos: Vec::new(),
            offset,
            temporary_base: locals.cast_signed(),
            highest: locals.cast_signed() - 1,
            sets: 0,
            to_flush: Vec::new(),
            flush_required: false,
            pending: Vec::new(),
        };
        this.grow(Register(locals.cast_signed() - 1));
        for info in &mut this.infos {
            info.allocated = true;
        }
        this
    }

    pub(super) fn register_count(&self) -> u32 {
        u32::try_from(self.highest + 1).unwrap_or(0)
    }

    fn grow(&mut self, upto: Register) {
        let wanted = usize::try_from(upto.0 + self.offset + 1).unwrap_or(0);
        while self.infos.len() < wanted {
            let at = self.infos.len();
            let register = Register(i32::try_from(at).unwrap_or(i32::MAX) - self.offset);
            let set = self.next_set();
            let info = Info {
                register,
                set,
                materialized: true,
                allocated: false,
                needs_flush: false,
                variable: None,
                hint: TypeHint::Any,
                next: at,
                previous: at,
            };
            self.infos.push(info);
        }
    }

    fn next_set(&mut self) -> u32 {
        self.sets += 1;
        self.sets
    }

    fn at(&mut self, register: Register) -> usize {
        self.grow(register);
        usize::try_from(register.0 + self.offset).unwrap_or(0)
    }

    fn accumulator(&mut self) -> usize {
        self.at(Register::ACCUMULATOR)
    }

    pub(super) fn allocate(&mut self, register: Register) {
        let at = self.at(register);
        self.infos[at].allocated = true;
        if !self.infos[at].materialized {
            self.move_to_new_set(at, true, true);
        }
    }

    pub(super) fn free(&mut self, register: Register) {
        let at = self.at(register);
        self.infos[at].allocated = false;
    }

    fn unlink(&mut self, at: usize) {
        let (next, previous) = (self.infos[at].next, self.infos[at].previous);
        self.infos[next].previous = previous;
        self.infos[previous].next = next;
    }

    fn move_to_new_set(&mut self, at: usize, materialized: bool, forget_variable: bool) {
        self.unlink(at);
        let set = self.next_set();
        let info = &mut self.infos[at];
        (info.next, info.previous) = (at, at);
        info.set = set;
        info.materialized = materialized;
        info.hint = TypeHint::Any;
        if forget_variable {
            info.variable = None;
        }
    }

    fn add_to_set_of(&mut self, member: usize, at: usize) {
        self.want_flush(at);
        self.unlink(at);
        let next = self.infos[member].next;
        self.infos[at].next = next;
        self.infos[at].previous = member;
        self.infos[member].next = at;
        self.infos[next].previous = at;
        self.infos[at].set = self.infos[member].set;
        self.infos[at].materialized = false;
        self.infos[at].variable = self.infos[member].variable;
        self.infos[at].hint = self.infos[member].hint;
    }

    fn want_flush(&mut self, at: usize) {
        self.flush_required = true;
        if !self.infos[at].needs_flush {
            self.infos[at].needs_flush = true;
            self.to_flush.push(at);
        }
    }

    fn ring(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(at);
        std::iter::from_fn(move || {
            let now = next?;
            let after = self.infos[now].next;
            next = (after != at).then_some(after);
            Some(now)
        })
    }

    fn materialized_equivalent(&self, at: usize) -> Option<usize> {
        self.ring(at).find(|&other| self.infos[other].materialized)
    }

    fn output(&mut self, from: usize, to: usize) {
        let (input, output) = (self.infos[from].register, self.infos[to].register);
        self.pending.push(Transfer { from: input, to: output });
        if output != Register::ACCUMULATOR {
            self.highest = self.highest.max(output.0);
        }
        self.infos[to].materialized = true;
    }

    /// Every register holds its own value after this.
    pub(super) fn flush(&mut self) {
        if !self.flush_required {
            return;
        }
        for at in std::mem::take(&mut self.to_flush) {
            if !self.infos[at].needs_flush {
                continue;
            }
            self.infos[at].needs_flush = false;
            let Some(holder) = self.materialized_equivalent(at) else {
                self.move_to_new_set(at, false, false);
                continue;
            };
            self.infos[holder].hint = TypeHint::Any;
            while self.infos[holder].next != holder {
                let equivalent = self.infos[holder].next;
                if self.infos[equivalent].allocated && !self.infos[equivalent].materialized {
                    self.output(holder, equivalent);
                }
                self.move_to_new_set(equivalent, true, false);
                self.infos[equivalent].needs_flush = false;
            }
        }
        self.flush_required = false;
    }

    fn materialize(&mut self, at: usize) {
        if !self.infos[at].materialized
            && let Some(holder) = self.materialized_equivalent(at)
        {
            self.output(holder, at);
        }
    }

    fn equivalent_to_materialize(&self, at: usize) -> Option<usize> {
        let mut best: Option<usize> = None;
        for other in self.ring(at).skip(1) {
            let info = &self.infos[other];
            if info.materialized {
                return None;
            }
            if info.allocated && best.is_none_or(|best| info.register < self.infos[best].register) {
                best = Some(other);
            }
        }
        best
    }

    fn create_materialized_equivalent(&mut self, at: usize) {
        if let Some(other) = self.equivalent_to_materialize(at) {
            self.output(at, other);
        }
    }

    fn is_observable(&self, register: Register) -> bool {
        register != Register::ACCUMULATOR && register.0 < self.temporary_base
    }

    /// `to` is to hold what `from` holds.
    pub(super) fn transfer(&mut self, from: Register, to: Register) {
        let (input, output) = (self.at(from), self.at(to));
        let observable = self.is_observable(to);
        let same_set = self.infos[input].set == self.infos[output].set;
        if same_set && (!observable || self.infos[output].materialized) {
            return;
        }
        if self.infos[output].materialized {
            self.create_materialized_equivalent(output);
        }
        if !same_set {
            self.add_to_set_of(input, output);
        }
        if observable {
            self.infos[output].materialized = false;
            if let Some(holder) = self.materialized_equivalent(input) {
                self.output(holder, output);
            }
        }
        if self.is_observable(from) {
            let temporaries: Vec<usize> = self.ring(input).skip(1).filter(|&at| self.infos[at].register.0 >= self.temporary_base).collect();
            for at in temporaries {
                self.infos[at].materialized = false;
            }
        }
    }

    /// The accumulator is about to be read.
    pub(super) fn read_accumulator(&mut self) {
        let accumulator = self.accumulator();
        self.materialize(accumulator);
    }

    /// A bytecode is about to write `register`.
    pub(super) fn prepare_output(&mut self, register: Register) {
        let at = self.at(register);
        if self.infos[at].materialized {
            self.create_materialized_equivalent(at);
        }
        self.highest = self.highest.max(register.0);
        self.move_to_new_set(at, true, true);
    }

    /// The register to read instead of `register`: another one that holds the same value, or itself.
    pub(super) fn input(&mut self, register: Register) -> Register {
        let at = self.at(register);
        if self.infos[at].materialized {
            return register;
        }
        let other = self.ring(at).find(|&other| self.infos[other].materialized && self.infos[other].register != Register::ACCUMULATOR);
        match other {
            Some(other) => self.infos[other].register,
            None => {
                self.materialize(at);
                register
            }
        }
    }

    /// The registers to read instead of `list`.
    pub(super) fn input_list(&mut self, list: RegisterList) -> RegisterList {
        if list.count == 1 {
            return RegisterList::of(self.input(list.first));
        }
        for index in 0..list.count {
            let at = self.at(list.at(index));
            self.materialize(at);
        }
        list
    }

    pub(super) fn set_variable(&mut self, variable: VarId, register: Register) {
        let at = self.at(register);
        let ring: Vec<usize> = self.ring(at).collect();
        for at in ring {
            self.want_flush(at);
            self.infos[at].variable = Some(variable);
        }
    }

    /// The variable whose value the accumulator may hold.
    pub(super) fn potential_variable_in_accumulator(&mut self) -> Option<VarId> {
        let at = self.accumulator();
        self.infos[at].variable
    }

    pub(super) fn is_variable_in_accumulator(&mut self, variable: VarId) -> bool {
        let at = self.accumulator();
        self.infos[at].needs_flush && self.infos[at].variable == Some(variable)
    }

    pub(super) fn hint(&mut self, register: Register) -> TypeHint {
        let at = self.at(register);
        self.infos[at].hint
    }

    pub(super) fn set_accumulator_hint(&mut self, hint: TypeHint) {
        let at = self.accumulator();
        self.infos[at].hint = hint;
    }
}
