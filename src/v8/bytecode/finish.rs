//! The listing of the bytecodes that the builder has written.

use std::borrow::Cow;

use oxc_ast::ast::Program;
use oxc_span::Span;

use super::ast::{Function, Shape};
use super::builder::{Arg, Builder, Written};
use super::generator::Generator;
use super::listing::{Goal, Handler, Instruction, Listing, Operand, Scale, Unsupported};
use super::opcode::{Op, SHORT_STARS};
use super::parser::{Parsed, parse};
use super::register::RegisterList;
use super::resolve::analyze;
use trace::{ByteOffset, Lines};

/// V8 writes a forward jump's distance in one byte as long as the constant pool has room for a distance that needs more.
const MOST_CONSTANTS: usize = 256;
/// Slots beyond 255 make bytecodes wide; ours are a few off V8's in the largest functions.
const MOST_SLOTS: u32 = 240;

/// The bytecodes of every function of a program, in the order of the source; the file's own code first.
///
/// Each is given with the function's place in the source, in UTF-8 bytes. A function that the generator cannot compile as V8 does is an
/// [`Unsupported`] that names what it met.
#[must_use]
pub fn listings(program: &Program<'_>, source: &str, goal: Goal) -> Vec<(Span, Result<Listing, Unsupported>)> {
    let mut parsed = parse(program, goal);
    let root = parsed.root;
    analyze(&mut parsed.scopes, root);
    let mut functions: Vec<&Function<'_>> = parsed.functions.iter().flatten().collect();
    functions.sort_by_key(|function| (function.span.start, u32::MAX - function.span.end, function.synthetic));
    functions.into_iter().map(|function| (function.span, listing(&parsed, function, source))).collect()
}

fn listing(parsed: &Parsed<'_>, function: &Function<'_>, source: &str) -> Result<Listing, Unsupported> {
    if let Some(poison) = &parsed.poison {
        return Err(poison.clone());
    }
    // Private members live in the class's context, which all code in the class would have to go through.
    let inside = |(_, span): &&(&'static str, Span)| span.start <= function.span.start && function.span.end <= span.end;
    if let Some(&(construct, span)) = parsed.unsure.iter().find(inside) {
        return Err(Unsupported { construct, span });
    }
    let mut generator = Generator::new(parsed, function);
    generator.generate()?;
    if generator.slots > MOST_SLOTS {
        return Err(Unsupported { construct: "more than 240 feedback slots", span: function.span });
    }
    let mut builder = generator.b;
    if builder.constants.entries.len().max(builder.pool_use) > MOST_CONSTANTS {
        return Err(Unsupported { construct: "more than 256 constants", span: function.span });
    }
    name_constants(parsed, &mut builder, source);
    let scope = parsed.scopes.get(function.scope);
    let parameters = u16::try_from(scope.parameters.len() + 1).unwrap_or(u16::MAX);
    Ok(Listing {
        name: name_of(function),
        span: function.span,
        parameters,
        registers: u16::try_from(builder.optimizer.register_count()).unwrap_or(u16::MAX),
        length: builder.size,
        instructions: builder.written.iter().map(|written| instruction(written, &builder)).collect(),
        constants: builder.constants.entries.clone(),
        handlers: builder.handlers.iter().map(|&(from, to, handler)| Handler { from, to, handler }).collect(),
    })
}

fn name_of(function: &Function<'_>) -> String {
    match (&function.name, function.kind.shape) {
        (Cow::Borrowed(name), Shape::Initializer) => (*name).to_owned(),
        (name, _) => name.to_string(),
    }
}

/// Fills in the texts of entries that were not known when the entries were made: the lines of functions, the distances of switches.
fn name_constants(parsed: &Parsed<'_>, builder: &mut Builder, source: &str) {
    let lines = if builder.constants.functions.is_empty() { None } else { Some(Lines::new(source)) };
    for (entry, function) in builder.constants.functions.clone() {
        let Some(function) = parsed.functions.get(function.0).and_then(Option::as_ref) else { continue };
        let line = lines.as_ref().map_or(1, |lines| lines.position(ByteOffset(function.span.start)).line);
        let text = match name_of(function) {
            name if name.is_empty() => format!("SharedFunctionInfo, line {line}"),
            name => format!("SharedFunctionInfo {name}, line {line}"),
        };
        set(builder, entry, text);
    }
    let switches: Vec<(u32, u32, u32)> = builder.written.iter().filter_map(table_of).collect();
    for (first, size, from) in switches {
        for entry in first..first + size {
            if let Some(&target) = builder.table_targets.get(&entry) {
                set(builder, entry, target.saturating_sub(from).to_string());
            }
        }
    }
}

fn set(builder: &mut Builder, entry: u32, text: String) {
    if let Some(slot) = builder.constants.entries.get_mut(entry as usize) {
        *slot = text;
    }
}

/// The entries of a switch in the constant pool: the first, their number, and the offset from which their distances are counted.
fn table_of(written: &Written) -> Option<(u32, u32, u32)> {
    match (written.op, written.args.as_slice()) {
        (Op::SwitchOnSmiNoFeedback, [Arg::Table(table)]) => Some((table.first, table.size, written.offset)),
        (Op::SwitchOnGeneratorState, [_, Arg::Constant(first), Arg::Number(size)]) => Some((*first, *size, written.offset)),
        _ => None,
    }
}

fn instruction(written: &Written, builder: &Builder) -> Instruction {
    let scale = match written.wide {
        1 => Scale::Single,
        2 => Scale::Wide,
        _ => Scale::ExtraWide,
    };
    let base = Instruction { offset: written.offset, opcode: written.op.name(), scale, operands: Vec::new(), span: written.span };
    if let (Op::Star, [Arg::Out(register)]) = (written.op, written.args.as_slice())
        && let Some(name) = usize::try_from(register.0).ok().and_then(|index| SHORT_STARS.get(index))
    {
        return Instruction { opcode: name, ..base };
    }
    let mut operands = Vec::new();
    for arg in &written.args {
        push_operand(&mut operands, arg, written, builder);
    }
    Instruction { operands, ..base }
}

fn push_operand(operands: &mut Vec<Operand>, arg: &Arg, written: &Written, builder: &Builder) {
    let offset = written.offset;
    // Jumps are counted from behind a widening prefix.
    let prefix = u32::from(written.wide > 1);
    let operand = match *arg {
        Arg::In(register) | Arg::Out(register) | Arg::InOut(register) => Operand::Registers(register.to_string()),
        Arg::List(list) | Arg::OutList(list) | Arg::OutGroup(list) | Arg::InGroup(list) => Operand::Registers(range(list)),
        Arg::Feedback(slot) => Operand::Feedback(slot),
        Arg::Constant(entry) => Operand::Constant(entry),
        Arg::Smi(value) => Operand::Immediate(i64::from(value)),
        Arg::Number(value) => Operand::Immediate(i64::from(value)),
        Arg::Flag8(flags) | Arg::Flag16(flags) => Operand::Flags(flags),
        Arg::Runtime(name) | Arg::Intrinsic(name) | Arg::Native(name) => Operand::Runtime(name),
        Arg::Table(table) => {
            operands.push(Operand::Constant(table.first));
            operands.push(Operand::Immediate(i64::from(table.size)));
            Operand::Immediate(i64::from(table.base))
        }
        Arg::Target(label) => {
            let target = builder.offset_of(label).unwrap_or(offset);
            Operand::Jump { distance: target.saturating_sub(offset + prefix), target }
        }
        Arg::Back(label) => {
            let target = builder.offset_of(label).unwrap_or(offset);
            Operand::Jump { distance: (offset + prefix).saturating_sub(target), target }
        }
    };
    operands.push(operand);
}

/// `r0-r2`, as V8 prints registers side by side; none are printed as the first alone.
fn range(list: RegisterList) -> String {
    format!("{}-{}", list.first, list.last())
}
