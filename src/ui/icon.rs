//! Icons, from the sprite in `index.html`: the same sign for the same thing everywhere.

use yew::prelude::*;

use player::Role;

/// The sprite's id of a role's sign.
#[must_use]
pub fn of_role(role: Role) -> &'static str {
    match role {
        Role::Main => "#i-main",
        Role::Tick => "#i-tick",
        Role::Micro => "#i-micro",
        Role::Timer => "#i-timer",
        Role::Check => "#i-check",
        Role::Poll => "#i-poll",
        Role::Close => "#i-close",
        Role::Pool => "#i-pool",
        Role::Kernel | Role::Maglev | Role::TurboFan => "#i-kernel",
        Role::Module => "#i-module",
        Role::Stream => "#i-stream",
        Role::Process => "#i-node",
        Role::Fault => "#i-fault",
    }
}

/// An icon beside words, or in a button that has a name: always decoration.
pub fn icon(href: &'static str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={href} /></svg> }
}
