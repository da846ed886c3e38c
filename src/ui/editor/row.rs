//! A static line: its number, its marks, its text. Drawn anew only if it differs: most steps touch two lines.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::{Line, Piece};
use crate::icon;
use player::{GutterMark, Role, plural};

#[derive(Properties)]
pub struct RowProps {
    /// All lines of the source, shared by all rows.
    pub lines: Rc<Vec<Line>>,
    /// 0-based.
    pub index: usize,
    /// The current expression's part of this line, in UTF-16 code units from the line's start.
    pub mark: Option<(u32, u32)>,
    /// Set on the line where the current expression begins.
    pub now: bool,
    /// Whose expression it is.
    pub role: Option<Role>,
    pub signs: Vec<GutterMark>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lines, &other.lines)
            && (self.index, self.mark, self.now, self.role) == (other.index, other.mark, other.now, other.role)
            && self.signs == other.signs
    }
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let line = &props.lines[props.index];
    let role = props.role.map(Role::class);
    let text = |pieces: &[Piece<'_>]| pieces.iter().map(|piece| html! { <span class={piece.token.class()}>{ piece.text }</span> }).collect::<Html>();
    let pieces = line.pieces(props.mark);
    let groups = pieces.chunk_by(|one, next| one.marked == next.marked).map(|group| {
        if group[0].marked {
            html! { <mark class={role}>{ text(group) }</mark> }
        } else {
            text(group)
        }
    });
    html! {
        <div class={classes!(props.now.then_some("now"), role.filter(|_| props.now))}>
            <span class="gutter" aria-hidden="true">
                <span class="number">{ props.index + 1 }</span>
                <span class="marks">{ for props.signs.iter().map(sign) }</span>
            </span>
            <span class="text">{ for groups }</span>
        </div>
    }
}

fn sign(mark: &GutterMark) -> Html {
    html! { <svg class={classes!("icon", mark.role.class())}><title>{ words(mark) }</title><use href={icon::of_role(mark.role)} /></svg> }
}

/// `timer: 2 callbacks wait`.
pub fn words(mark: &GutterMark) -> String {
    let verb = if mark.outstanding == 1 { " waits" } else { " wait" };
    [mark.role.badge(), ": ", &plural(mark.outstanding as usize, "callback"), verb].concat()
}
