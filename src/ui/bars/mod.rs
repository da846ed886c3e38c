//! The strips around the stage: header, tabs, transport, caption, banner, and the bar over two compared runs.

pub mod banner;
pub mod caption_strip;
pub mod header;
pub mod tabs;
pub mod transport;
pub mod twin_bar;
