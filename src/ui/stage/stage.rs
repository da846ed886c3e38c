//! The picture of the machine at the player's step.

use yew::prelude::*;

use crate::player::Player;
use crate::scene::View;
use crate::trace::StepId;

#[derive(Properties, PartialEq)]
pub struct StageProps {
    pub player: Player,
    /// The whole machine, or one box of it on a phone.
    #[prop_or_default]
    pub view: View,
    /// A frame or a chip was clicked: the step at which it was scheduled.
    #[prop_or_default]
    pub on_jump: Callback<StepId>,
}

#[component]
pub fn Stage(_props: &StageProps) -> Html {
    html! { <div class="stage"></div> }
}
