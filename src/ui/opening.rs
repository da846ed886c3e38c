//! What the page opens with: a link's program, the reader's draft, or the first lesson; and the lesson's recorded run.

use std::rc::Rc;

use yew::prelude::*;

use super::app::{App, Msg};
use super::outcome::Problem;
use super::session::Session;
use browser::{address, download, link, storage};
use lesson::{self, Lesson};
use trace::{Trace, decode_all};

/// What the address says, else what was left behind last time, else the first lesson.
pub(super) fn opened(with_draft: bool) -> Session {
    match address::read() {
        Ok(Some(link)) => Session::from_link(link),
        Err(error) => {
            let mut session = Session::new(lesson::default());
            session.problem = Some(Problem::plain(error.title(), "The first lesson is open instead."));
            session
        }
        Ok(None) => storage::get(storage::Key::Draft)
            .filter(|_| with_draft)
            .and_then(|draft| link::unpack(&draft).ok()?)
            .map_or_else(|| Session::new(lesson::default()), Session::from_link),
    }
}

pub(super) fn fetch_lesson(ctx: &Context<App>, lesson: &'static Lesson) {
    ctx.link().send_future(async {
        let bytes = download::bytes(&["lessons/", lesson.id, ".trace"].concat()).await;
        let chunks = bytes.and_then(|bytes| decode_all(&bytes).ok());
        let trace = chunks.map(|chunks| {
            let mut trace = Trace::new();
            chunks.into_iter().for_each(|chunk| trace.append(chunk));
            Rc::new(trace)
        });
        Msg::LessonCame(lesson.id, trace)
    });
}
