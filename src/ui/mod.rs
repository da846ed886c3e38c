//! The page's components: draw what `player` and `scene` say, and hand back what the reader does.

pub mod stage;
pub mod timeline;
