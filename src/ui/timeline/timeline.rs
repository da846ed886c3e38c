//! The run from its first step to its last, with the cursor on it.

use yew::prelude::*;

use crate::player::Player;
use crate::trace::StepId;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub player: Player,
    /// The reader went to a step.
    #[prop_or_default]
    pub on_seek: Callback<StepId>,
}

#[component]
pub fn Timeline(_props: &TimelineProps) -> Html {
    html! { <div class="timeline"></div> }
}
