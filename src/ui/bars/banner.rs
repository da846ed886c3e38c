//! A problem, over the stage: the fact, the way out, Node's own words. It goes when the reader dismisses it or the next run starts.

use yew::prelude::*;

use crate::kit::icon::icon;
use crate::state::outcome::Problem;

#[derive(Properties, PartialEq)]
pub struct BannerProps {
    pub problem: Problem,
    pub on_dismiss: Callback<()>,
}

#[component]
pub fn Banner(props: &BannerProps) -> Html {
    let problem = &props.problem;
    let dismiss = props.on_dismiss.reform(|_: MouseEvent| ());
    html! {
        <div class="banner" role="alert">
            { icon("#i-fault") }
            <div>
                <p><b>{ &problem.title }</b>{ &problem.advice }</p>
                if let Some(detail) = &problem.detail {
                    <pre tabindex="0">{ detail }</pre>
                }
            </div>
            <button type="button" aria-label="Dismiss this message" onclick={dismiss}>{ icon("#i-close") }</button>
        </div>
    }
}
