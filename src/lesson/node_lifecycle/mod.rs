//! The whole life of a Node.js process in one program: the script itself, ticks and microtasks, a timer, an immediate,
//! and two jobs on two workers of the pool.

use super::{Lesson, SourceFile};

pub const LESSON: Lesson = Lesson {
    id: "node-lifecycle",
    title: "The Node.js lifecycle",
    files: &[SourceFile { name: "main.js", content: include_str!("main.js") }, SourceFile { name: "data.json", content: include_str!("data.json") }],
    pool_size: 4,
    // Starting a real process takes longer than the millisecond of `setTimeout(…, 0)`: the timer is nearly always due when the loop first looks.
    choices: &[1],
};
