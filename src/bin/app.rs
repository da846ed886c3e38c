//! The page.

fn main() {
    node_lifecycle::ui::start();
}
