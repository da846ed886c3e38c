//! All statements except loops.

use std::collections::BTreeMap;

use super::base::{Done, Fallthrough, Generator};
use super::control::{Command, Control};
use crate::bytecode::ast::{Block, Case, Expr, Field, Kind, Literal, Stmt, StmtKind, TargetId};
use crate::bytecode::builder::Arg;
use crate::bytecode::label::{JumpTable, Label};
use crate::bytecode::opcode::Op;
use crate::bytecode::register::Register;
use crate::bytecode::scope::ScopeId;

/// The number of small integers from which on a `switch` becomes a table.
const TABLE_MIN_CASES: usize = 6;
/// The most entries that a table may have for each case.
const TABLE_SPREAD: i64 = 3;

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn statement(&mut self, statement: &'p Stmt<'a>) -> Done {
        self.at(statement.pos, |this| this.statement_here(statement))
    }

    fn statement_here(&mut self, statement: &'p Stmt<'a>) -> Done {
        let position = |this: &mut Self| {
            if statement.pos.is_some() {
                this.b.statement_position();
            }
        };
        match &statement.kind {
            StmtKind::Expression(expression) => {
                position(self);
                self.for_effect(expression)
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { test, yes, no } => {
                position(self);
                self.if_statement(test, yes, no.as_deref())
            }
            StmtKind::For { init, test, next, looped } => self.for_loop(init.as_deref(), test.as_ref(), next.as_deref(), looped),
            StmtKind::While { test, looped } => self.while_loop(test, looped),
            StmtKind::DoWhile { test, looped } => self.do_while(test, looped),
            StmtKind::ForIn { each, subject, looped } => self.for_in(each, subject, looped),
            StmtKind::ForOf { is_async: true, .. } => self.unsupported("for await", statement.pos),
            StmtKind::ForOf { each, subject, looped, .. } => self.for_of(each, subject, looped),
            StmtKind::Switch { tag, cases, target } => {
                position(self);
                self.switch(tag, cases, *target)
            }
            StmtKind::TryCatch { block, scope, handler } => self.try_catch_statement(block, *scope, handler),
            StmtKind::TryFinally { block, finalizer } => self.try_finally(|this| this.block(block), |this, _| this.block(finalizer)),
            StmtKind::Return { value, end } => {
                position(self);
                self.for_value(value)?;
                self.return_accumulator(end.is_some())
            }
            StmtKind::Break(target) => {
                position(self);
                self.perform(Command::Break(*target), false)
            }
            StmtKind::Continue(target) => {
                position(self);
                self.perform(Command::Continue(*target), false)
            }
            StmtKind::SloppyBlockFunction(inner) => self.statement(inner),
            StmtKind::Fields(fields) => self.fields(fields),
            StmtKind::Empty => Ok(()),
            StmtKind::Debugger => {
                position(self);
                self.b.emit(Op::Debugger, &[]);
                Ok(())
            }
            StmtKind::Unsupported(construct) => self.unsupported(construct, statement.pos),
        }
    }

    pub(super) fn block(&mut self, block: &'p Block<'a>) -> Done {
        let Some(scope) = block.scope else { return self.block_statements(block) };
        self.in_scope(scope, |this| {
            if !this.program.scopes.needs_context(scope) {
                return this.block_statements(block);
            }
            this.new_block_context(scope);
            this.enter_context(scope);
            this.block_statements(block)?;
            this.leave_context();
            Ok(())
        })
    }

    fn block_statements(&mut self, block: &'p Block<'a>) -> Done {
        let exit = self.b.label();
        self.controls.push(Control::Breakable { target: block.target, exit, depth: self.contexts.len() });
        if let Some(scope) = block.scope {
            self.declarations(scope)?;
        }
        if block.target.is_some() {
            self.maybe_run(|this| this.statements(&block.statements))?;
        } else {
            self.statements(&block.statements)?;
        }
        self.controls.pop();
        self.b.bind(exit);
        Ok(())
    }

    fn if_statement(&mut self, test: &'p Expr<'a>, yes: &'p Stmt<'a>, no: Option<&'p Stmt<'a>>) -> Done {
        match (test.to_boolean(), no) {
            (Some(true), _) => return self.statement(yes),
            (Some(false), Some(no)) => return self.statement(no),
            (Some(false), None) => return Ok(()),
            (None, _) => {}
        }
        let (then, otherwise, end) = (self.b.label(), self.b.label(), self.b.label());
        self.for_test(test, then, otherwise, Fallthrough::Then)?;
        let before = self.checked.clone();
        self.b.bind(then);
        self.statement(yes)?;
        let checked = std::mem::replace(&mut self.checked, before);
        if let Some(no) = no {
            self.jump(end);
            self.b.bind(otherwise);
            self.statement(no)?;
        } else {
            self.b.bind(otherwise);
        }
        self.checked = self.checked.intersection(&checked).copied().collect();
        self.b.bind(end);
        Ok(())
    }

    fn try_catch_statement(&mut self, block: &'p Block<'a>, scope: Option<ScopeId>, handler: &'p Block<'a>) -> Done {
        self.try_catch(
            |this| this.block(block),
            |this, context| {
                if let Some(scope) = scope {
                    let exception = this.b.register();
                    this.b.store(exception);
                    let entry = this.b.constants.scope(scope, "CATCH_SCOPE");
                    this.b.emit(Op::CreateCatchContext, &[Arg::In(exception), Arg::Constant(entry)]);
                    this.b.release(this.b.next_register() - 1);
                    this.b.store(context);
                }
                this.b.emit(Op::LdaTheHole, &[]);
                this.b.emit(Op::SetPendingMessage, &[]);
                this.b.load(context);
                let Some(scope) = scope else { return this.block(handler) };
                this.in_scope(scope, |this| {
                    this.enter_context(scope);
                    this.block(handler)?;
                    this.leave_context();
                    Ok(())
                })
            },
        )
    }

    // Switch.

    fn switch(&mut self, tag: &'p Expr<'a>, cases: &'p [Case<'a>], target: TargetId) -> Done {
        let covered = table_cases(cases);
        let table = covered.as_ref().and_then(|covered| {
            let (first, last) = (*covered.first_key_value()?.0, *covered.last_key_value()?.0);
            let size = u32::try_from(i64::from(last) - i64::from(first) + 1).ok()?;
            Some(self.b.constants.jump_table(size, first))
        });
        let covered = covered.unwrap_or_default();
        let exit = self.b.label();
        self.controls.push(Control::Breakable { target: Some(target), exit, depth: self.contexts.len() });
        self.for_value(tag)?;
        let fall_through = self.b.label();
        let uses_jumps = cases.len() != covered.len();
        let mut may_skip = false;
        if let Some(table) = table {
            self.in_registers(|this| {
                this.table_switch(table, &covered, fall_through, uses_jumps);
                Ok(())
            })?;
            may_skip = uses_jumps;
        }
        let labels: Vec<Label> = cases.iter().map(|_| self.b.label()).collect();
        let default = cases.iter().position(|case| case.label.is_none());
        if uses_jumps {
            self.compare_cases(cases, &covered, &labels, may_skip)?;
        }
        match default {
            Some(at) => self.jump(labels[at]),
            None => self.jump(exit),
        }
        self.case_bodies(cases, &covered, &labels, table, default.is_some())?;
        self.controls.pop();
        self.b.bind(exit);
        Ok(())
    }

    /// Makes sure that the value is a small integer, then jumps by it.
    fn table_switch(&mut self, table: JumpTable, covered: &BTreeMap<i32, usize>, fall_through: Label, uses_jumps: bool) {
        let (number, value) = (self.b.register(), self.b.register());
        self.b.store(value);
        self.b.emit(Op::TestTypeOf, &[Arg::Flag8(0)]);
        self.jump_if_false(true, fall_through);
        self.b.load(value);
        for (bound, op) in [(i32::MIN, Op::TestGreaterThanOrEqual), (i32::MAX, Op::TestLessThanOrEqual)] {
            self.load_smi(bound);
            self.b.store(number);
            let slot = self.slot();
            self.b.emit(op, &[Arg::In(value), slot]);
            self.jump_if_false(true, fall_through);
            self.b.load(value);
        }
        let slot = self.slot();
        self.b.emit(Op::BitwiseOrSmi, &[Arg::Smi(0), slot]);
        self.b.store(number);
        let slot = self.slot();
        self.b.emit(Op::TestEqualStrict, &[Arg::In(value), slot]);
        self.jump_if_false(true, fall_through);
        self.b.load(number);
        self.b.emit(Op::SwitchOnSmiNoFeedback, &[Arg::Table(table)]);
        self.b.bind(fall_through);
        for entry in 0..table.size {
            let case = table.base + entry.cast_signed();
            if !covered.contains_key(&case) {
                self.b.bind_table(table, case);
            }
        }
        if uses_jumps {
            self.b.load(value);
        }
    }

    fn compare_cases(&mut self, cases: &'p [Case<'a>], covered: &BTreeMap<i32, usize>, labels: &[Label], mut may_skip: bool) -> Done {
        let tag = self.b.register();
        let slot = self.slot();
        self.b.store(tag);
        let mut before = None;
        for (case, &label) in cases.iter().zip(labels) {
            let Some(value) = &case.label else { continue };
            if smi_case(value).is_some_and(|value| covered.contains_key(&value)) {
                continue;
            }
            if may_skip && before.is_none() {
                before = Some(self.checked.clone());
            }
            self.for_value(value)?;
            self.b.emit(Op::TestEqualStrict, &[Arg::In(tag), slot]);
            self.jump_if_true(true, label);
            may_skip = true;
        }
        if let Some(before) = before {
            self.checked = before;
        }
        self.b.release(self.b.next_register() - 1);
        Ok(())
    }

    fn case_bodies(
        &mut self,
        cases: &'p [Case<'a>],
        covered: &BTreeMap<i32, usize>,
        labels: &[Label],
        table: Option<JumpTable>,
        exhaustive: bool,
    ) -> Done {
        let before = self.checked.clone();
        let mut merged = None;
        for (at, (case, &label)) in cases.iter().zip(labels).enumerate() {
            let in_table = case.label.as_ref().and_then(smi_case).and_then(|value| covered.get(&value).map(|&first| (value, first)));
            match (in_table, table) {
                (Some((value, first)), Some(table)) if first == at => self.b.bind_table(table, value),
                (Some(_), _) => {}
                (None, _) => self.b.bind(label),
            }
            self.checked.clone_from(&before);
            self.statements(&case.statements)?;
            let checked = self.checked.clone();
            merged = Some(match merged {
                None => checked,
                Some(merged) => checked.intersection(&merged).copied().collect(),
            });
        }
        self.checked = match merged {
            Some(merged) if exhaustive => merged,
            _ => before,
        };
        Ok(())
    }

    // Fields.

    fn fields(&mut self, fields: &'p [Field<'a>]) -> Done {
        for field in fields {
            self.in_registers(|this| this.field(field))?;
        }
        Ok(())
    }

    fn field(&mut self, field: &'p Field<'a>) -> Done {
        self.at(field.key.pos, |this| {
            this.b.expression_position();
            if let Kind::Literal(Literal::String(name)) = &field.key.kind {
                if field.value.pos.is_some() {
                    this.b.statement_position();
                }
                this.for_value(&field.value)?;
                let slot = this.ic();
                let entry = this.b.constants.string(name);
                this.b.emit(Op::DefineNamedOwnProperty, &[Arg::In(Register::RECEIVER), Arg::Constant(entry), slot]);
                return Ok(());
            }
            let key = this.b.register();
            this.for_value_in(&field.key, key)?;
            if field.value.pos.is_some() {
                this.b.statement_position();
            }
            this.for_value(&field.value)?;
            let slot = this.ic();
            this.b.emit(Op::DefineKeyedOwnProperty, &[Arg::In(Register::RECEIVER), Arg::In(key), Arg::Flag8(0), slot]);
            Ok(())
        })
    }
}

fn smi_case(value: &Expr<'_>) -> Option<i32> {
    match value.literal()? {
        Literal::Smi(value) => Some(*value),
        Literal::Number(value) if *value == 0.0 => Some(0),
        _ => None,
    }
}

/// The cases that a table can do, each with the index of its clause; `None` where they are too few or too far apart.
fn table_cases(cases: &[Case<'_>]) -> Option<BTreeMap<i32, usize>> {
    let mut covered = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        let Some(value) = &case.label else { continue };
        if value.literal().is_none() {
            break;
        }
        if let Some(value) = smi_case(value) {
            covered.entry(value).or_insert(at);
        }
    }
    let (first, last) = (*covered.first_key_value()?.0, *covered.last_key_value()?.0);
    let spread = i64::from(last) - i64::from(first) + 1;
    let few = covered.len() < TABLE_MIN_CASES || spread >= TABLE_SPREAD * i64::try_from(cases.len()).ok()?;
    (!few).then_some(covered)
}
