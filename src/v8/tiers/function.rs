//! The model's record of a function's listing: lengths, and the places of its sites.

use std::collections::BTreeMap;

use oxc_span::Span;

use crate::bytecode::{Listing, Operand};

use super::key::SiteId;

/// The operation of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteKind {
    /// `a + b`, `a++`, `-a`.
    Arithmetic,
    /// `a < b`, `a === b`.
    Compare,
    /// `o.x`, `o[k]`.
    Load,
    /// `o.x = 1`, `o[k] = 1`.
    Store,
    /// `f()`, `o.f()`.
    Call,
    /// `new F`.
    Construct,
    /// A global variable read or written.
    Global,
    /// The end of a loop's body.
    Loop,
    /// A condition.
    Branch,
    /// `return`.
    Return,
}

/// One instruction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    pub(super) kind: Option<SiteKind>,
    pub(super) opcode: &'static str,
    /// The place in the source, in UTF-8 bytes.
    span: Option<Span>,
    pub(super) offset: u32,
    /// The size with its operands, in bytes.
    pub(super) size: u32,
    /// The length of a jump, in bytes.
    pub(super) distance: u32,
    /// The number of loops around the loop of a `JumpLoop`.
    pub(super) depth: u32,
    /// The offset of the first byte of the loop of a `JumpLoop`.
    pub(super) target: u32,
}

/// A function's text.
#[derive(Clone, Debug)]
pub(super) struct Function {
    pub(super) length: u32,
    pub(super) sites: Vec<Site>,
    by_span: BTreeMap<(Span, SiteKind), SiteId>,
    returns: BTreeMap<u32, SiteId>,
    /// Whether it is a generator or an async function, which are not inlined.
    pub(super) resumable: bool,
}

impl Function {
    pub(super) fn new(listing: &Listing) -> Self {
        let mut sites = Vec::with_capacity(listing.instructions.len());
        let mut by_span = BTreeMap::new();
        let mut returns = BTreeMap::new();
        for (index, instruction) in listing.instructions.iter().enumerate() {
            let end = listing.instructions.get(index + 1).map_or(listing.length, |next| next.offset);
            let kind = kind_of(instruction.opcode);
            let jump = instruction.operands.iter().find_map(|operand| match operand {
                Operand::Jump { distance, target } => Some((*distance, *target)),
                _ => None,
            });
            let depth = instruction.operands.iter().find_map(|operand| match operand {
                Operand::Immediate(depth) => u32::try_from(*depth).ok(),
                _ => None,
            });
            let (distance, target) = jump.unwrap_or_default();
            let size = end - instruction.offset;
            let depth = depth.unwrap_or(0);
            sites.push(Site { kind, opcode: instruction.opcode, span: instruction.span, offset: instruction.offset, size, distance, depth, target });
            let id = SiteId(u32::try_from(index).unwrap_or(u32::MAX));
            if let (Some(kind), Some(span)) = (kind, instruction.span) {
                by_span.entry((span, kind)).or_insert(id);
                if kind == SiteKind::Return {
                    returns.insert(span.start, id);
                }
            }
        }
        let resumable = sites.iter().any(|site| site.opcode == "SwitchOnGeneratorState");
        Self { length: listing.length, sites, by_span, returns, resumable }
    }

    pub(super) fn site(&self, span: Span, kind: SiteKind) -> Option<SiteId> {
        if kind == SiteKind::Return {
            return self.returns.get(&span.start).or_else(|| self.returns.last_key_value().map(|(_, id)| id)).copied();
        }
        let found = self.by_span.get(&(span, kind)).copied();
        if kind == SiteKind::Branch { found.or_else(|| self.jump_behind(span)) } else { found }
    }

    /// The conditional jump behind the code of a condition.
    fn jump_behind(&self, span: Span) -> Option<SiteId> {
        let last = self.sites.iter().rposition(|site| site.span.is_some_and(|inner| span.contains_inclusive(inner)))?;
        let near = self.sites.iter().enumerate().skip(last).take(3);
        let index = near.filter(|(_, site)| site.kind == Some(SiteKind::Branch)).map(|(index, _)| index).next()?;
        Some(SiteId(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// The number of bytes that control jumps over behind a condition: those of the branch, or those of the `else`.
    pub(super) fn skipped(&self, site: SiteId, condition: bool) -> u32 {
        let Some(at) = self.get(site) else { return 0 };
        if at.opcode.contains("True") == condition {
            return at.distance;
        }
        let before_target = self.sites.partition_point(|other| other.offset < at.target).checked_sub(1);
        let last = before_target.and_then(|index| self.sites.get(index));
        last.filter(|last| last.opcode == "Jump" && last.offset > at.offset).map_or(0, |last| last.distance)
    }

    pub(super) fn get(&self, site: SiteId) -> Option<&Site> {
        self.sites.get(site.0 as usize)
    }
}

fn kind_of(opcode: &str) -> Option<SiteKind> {
    let kind = match opcode {
        "Add"
        | "Sub"
        | "Mul"
        | "Div"
        | "Mod"
        | "Exp"
        | "BitwiseOr"
        | "BitwiseXor"
        | "BitwiseAnd"
        | "ShiftLeft"
        | "ShiftRight"
        | "ShiftRightLogical"
        | "AddSmi"
        | "SubSmi"
        | "MulSmi"
        | "DivSmi"
        | "ModSmi"
        | "ExpSmi"
        | "BitwiseOrSmi"
        | "BitwiseXorSmi"
        | "BitwiseAndSmi"
        | "ShiftLeftSmi"
        | "ShiftRightSmi"
        | "ShiftRightLogicalSmi"
        | "Inc"
        | "Dec"
        | "Negate"
        | "BitwiseNot" => SiteKind::Arithmetic,
        "TestEqual" | "TestEqualStrict" | "TestLessThan" | "TestGreaterThan" | "TestLessThanOrEqual" | "TestGreaterThanOrEqual" => SiteKind::Compare,
        "GetNamedProperty" | "GetKeyedProperty" => SiteKind::Load,
        "SetNamedProperty" | "SetKeyedProperty" => SiteKind::Store,
        "Construct" | "ConstructWithSpread" => SiteKind::Construct,
        "LdaGlobal" | "StaGlobal" => SiteKind::Global,
        "JumpLoop" => SiteKind::Loop,
        "Return" => SiteKind::Return,
        _ if opcode.starts_with("Call") && opcode != "CallRuntime" && opcode != "CallJSRuntime" => SiteKind::Call,
        _ if opcode.starts_with("JumpIf") => SiteKind::Branch,
        _ => return None,
    };
    Some(kind)
}
