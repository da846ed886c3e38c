//! Operations: the feedback that they leave at a site, and the optimised code that is left for them.

use std::rc::Rc;

use super::cell::Running;
use super::check;
use super::event::{Missing, Reason};
use super::feedback::{Callee, Feedback, Kind, Maps, NUMBER_MAP, Operator, Target, Types};
use super::key::SiteId;
use super::model::Tiers;
use trace::Tier;

/// An access to an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Whether the index was outside of the array, or the store made it longer.
    pub out_of_bounds: bool,
    /// Whether a hole was read.
    pub hole: bool,
    /// The name (a number of the caller's) that the key is, if it is not an index.
    pub name: Option<u32>,
}

impl Tiers {
    /// Reports an arithmetic operation of numbers, strings and so on. Unary ones have the same kind twice (`++`: the other is a Smi).
    pub fn arithmetic(&mut self, site: SiteId, operator: Operator, left: Kind, right: Kind, result: Kind) {
        let known = self.known(site);
        if let Some(known) = known
            && let Some(reason) = check::arithmetic(self.tier_of_top(), known, operator, left, right, result)
        {
            self.deoptimize(Some(site), reason, false);
        }
        self.learn(site, |feedback| {
            let old = types(*feedback);
            let mut new = old.join(check::arithmetic_types(operator, left, right));
            if new == Types::SMI && result != Kind::Smi {
                new = Types::SMI_INPUTS;
            }
            if matches!(new, Types::SMI_INPUTS) && result == Kind::Double && operator != Operator::Divide {
                new = Types::NUMBER;
            }
            *feedback = Feedback::Types(new);
            (new != old, false)
        });
    }

    /// Reports a comparison.
    pub fn compare(&mut self, site: SiteId, operator: Operator, left: Kind, right: Kind) {
        if let Some(known) = self.known(site)
            && let Some(reason) = check::compare(known, operator, left, right)
        {
            self.deoptimize(Some(site), reason, false);
        }
        self.learn(site, |feedback| {
            let old = types(*feedback);
            let new = old.join(Types::of_comparison(left, operator)).join(Types::of_comparison(right, operator));
            *feedback = Feedback::Types(new);
            (new != old, false)
        });
    }

    /// Reports a property that is read or written by name. `map`: the hidden class that the site met, before a store's transition.
    pub fn named(&mut self, site: SiteId, map: u32) {
        self.access(site, map, Missing::Named, Element::default());
    }

    /// Reports a property or an element that is read or written by a computed key.
    pub fn keyed(&mut self, site: SiteId, map: u32, element: Element) {
        self.access(site, map, Missing::Keyed, element);
    }

    fn access(&mut self, site: SiteId, map: u32, missing: Missing, element: Element) {
        let reason = match self.known(site) {
            None => None,
            Some(Feedback::Maps(known)) if known.megamorphic => None,
            Some(Feedback::Maps(known)) if known.name.is_some() && known.name != element.name => {
                Some(if self.tier_of_top() == Tier::Maglev { Reason::UnexpectedName } else { Reason::WrongName })
            }
            Some(Feedback::Maps(known)) if !known.contains(map) && known.is_string() => Some(Reason::NotAString),
            Some(Feedback::Maps(known)) if !known.contains(map) && map == NUMBER_MAP && self.tier_of_top() == Tier::TurboFan => Some(Reason::Smi),
            Some(Feedback::Maps(known)) if !known.contains(map) => Some(Reason::WrongMap),
            Some(Feedback::Maps(known)) if element.out_of_bounds && !known.out_of_bounds => Some(Reason::OutOfBounds),
            Some(Feedback::Maps(known)) if element.hole && !known.hole && self.flags.holes_are_feedback => Some(Reason::Hole),
            Some(Feedback::Maps(_)) => None,
            Some(_) => Some(Reason::Insufficient(missing)),
        };
        if let Some(reason) = reason {
            self.deoptimize(Some(site), reason, false);
        }
        self.learn(site, |feedback| {
            let mut maps = match *feedback {
                Feedback::Maps(maps) => maps,
                _ => Maps::default(),
            };
            let mut changed = maps.see_name(element.name) | maps.see(map);
            changed |= (element.out_of_bounds && !maps.out_of_bounds) || (element.hole && !maps.hole);
            maps.out_of_bounds |= element.out_of_bounds;
            maps.hole |= element.hole;
            *feedback = Feedback::Maps(maps);
            (changed, changed)
        });
    }

    /// Reports that a call begins; where the callee is a function of the program, `enter` follows.
    pub fn call(&mut self, site: SiteId, callee: Callee) {
        self.call_or_construct(site, callee, Missing::Call);
    }

    /// Reports that a `new` begins.
    pub fn construct(&mut self, site: SiteId, callee: Callee) {
        self.call_or_construct(site, callee, Missing::Construct);
    }

    fn call_or_construct(&mut self, site: SiteId, callee: Callee, missing: Missing) {
        let reason = match self.known(site) {
            Some(Feedback::Call { target: Target::Function(known), .. }) if known.object != callee.object => Some(Reason::WrongCallTarget),
            Some(Feedback::Call { target: Target::Cell(known), .. }) if callee.cell != Some(known) => Some(Reason::WrongCallTarget),
            None | Some(Feedback::Call { .. }) => None,
            Some(_) => Some(Reason::Insufficient(missing)),
        };
        if let Some(reason) = reason {
            self.deoptimize(Some(site), reason, false);
        }
        self.learn(site, |feedback| {
            let (target, count) = match *feedback {
                Feedback::Call { target, count } => (see_target(target, callee), count.saturating_add(1)),
                _ => (Target::Function(callee), 1),
            };
            let changed = !matches!(*feedback, Feedback::Call { target: old, .. } if old == target);
            *feedback = Feedback::Call { target, count };
            (changed, false)
        });
        self.remember_callee(site);
    }

    fn remember_callee(&mut self, site: SiteId) {
        let Some(frame) = self.frames.last() else { return };
        let Running::Optimized { code, node } = frame.running else { return };
        let node = self.code(code).and_then(|code| code.nodes.get(usize::from(node)));
        let child = node.and_then(|node| node.inlined.iter().find(|(at, _)| *at == site)).map(|(_, child)| *child);
        if let Some(frame) = self.frames.last_mut() {
            frame.calls = child;
        }
    }

    /// Reports a global variable that was read or written.
    pub fn global(&mut self, site: SiteId) {
        if matches!(self.known(site), Some(Feedback::None)) {
            self.deoptimize(Some(site), Reason::Insufficient(Missing::Global), false);
        }
        self.learn(site, |feedback| {
            let changed = *feedback == Feedback::None;
            *feedback = Feedback::Seen;
            (changed, changed)
        });
    }

    /// The feedback of the site with which the innermost frame's optimised code was made; `None`: it runs none.
    fn known(&mut self, site: SiteId) -> Option<Feedback> {
        let frame = self.frames.last()?;
        let Running::Optimized { code, node } = frame.running else { return None };
        if !self.code(code)?.valid {
            self.look_for_lazy_deoptimization(Some(site));
            return None;
        }
        let node = self.code(code)?.nodes.get(usize::from(node))?;
        Some(node.feedback.get(site.0 as usize).copied().unwrap_or_default())
    }

    /// Changes the site's feedback. The closure says whether it changed, and whether an inline cache did.
    fn learn(&mut self, site: SiteId, change: impl FnOnce(&mut Feedback) -> (bool, bool)) {
        let Some(frame) = self.frames.last() else { return };
        if frame.running != Running::Unoptimized {
            return;
        }
        let cell = frame.cell;
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        let Some(feedback) = found.feedback.as_mut() else { return };
        let Some(entry) = Rc::make_mut(feedback).get_mut(site.0 as usize) else { return };
        let (changed, by_ic) = change(entry);
        if by_ic {
            self.ic_changed(cell);
        } else if changed {
            found.ticks = 0;
        }
    }
}

fn types(feedback: Feedback) -> Types {
    match feedback {
        Feedback::Types(types) => types,
        _ => Types::default(),
    }
}

fn see_target(target: Target, callee: Callee) -> Target {
    match target {
        Target::Function(known) if known.object == callee.object => Target::Function(known),
        Target::Function(known) if known.cell.is_some() && known.cell == callee.cell => known.cell.map_or(Target::Megamorphic, Target::Cell),
        Target::Cell(known) if callee.cell == Some(known) => Target::Cell(known),
        _ => Target::Megamorphic,
    }
}
