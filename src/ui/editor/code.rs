//! The code's component: static lines until the reader turns to them, then CodeMirror on the same text.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::bridge::{self, Handle, Module};
use super::lines::{Line, lines};
use super::row::{Row, words};
use crate::icon;
use player::{Focus, GutterMark};
use trace::Position;

/// A place that the engine could not read.
pub type Wrong = Position;

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub code: Rc<str>,
    /// What runs now; `None` while nothing of this code does.
    pub focus: Option<Focus>,
    pub marks: Vec<GutterMark>,
    pub wrong: Option<Wrong>,
    pub on_edit: Callback<Rc<str>>,
    /// The reader left the editor by Escape.
    pub on_leave: Callback<()>,
}

pub enum Msg {
    /// The reader comes near: fetch the editor.
    Near,
    /// The reader wants to type, at this point of the window if a pointer asked for it.
    Enter(Option<(f64, f64)>),
    Loaded(Option<JsValue>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    Not,
    Going,
    Done,
    /// It could not be fetched; the static lines stay, and the next try may do better.
    Failed,
}

pub struct Code {
    /// The code as the static lines show it.
    text: Rc<Vec<Line>>,
    /// The line (1-based) that was last brought into view.
    in_view: u32,
    place: NodeRef,
    lines: NodeRef,
    loading: Loading,
    /// The reader waits to type here.
    wanted: Option<Option<(f64, f64)>>,
    editor: Option<Editor>,
}

struct Editor {
    handle: Handle,
    _callbacks: [Closure<dyn FnMut(JsValue)>; 2],
}

impl Component for Code {
    type Message = Msg;
    type Properties = CodeProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            text: Rc::new(lines(&ctx.props().code)),
            in_view: 0,
            place: NodeRef::default(),
            lines: NodeRef::default(),
            loading: Loading::Not,
            wanted: None,
            editor: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Near => self.load(ctx),
            Msg::Enter(point) => {
                self.wanted = Some(point);
                self.load(ctx);
            }
            Msg::Loaded(Some(module)) => {
                self.loading = Loading::Done;
                self.open(ctx, &module.unchecked_into());
                return true;
            }
            Msg::Loaded(None) => self.loading = Loading::Failed,
        }
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CodeProps) -> bool {
        let new = ctx.props();
        let Some(editor) = &self.editor else {
            if new.code != old.code {
                self.text = Rc::new(lines(&new.code));
            }
            return true;
        };
        if new.code != old.code {
            editor.handle.set_text(&new.code);
        }
        if new.focus != old.focus {
            show(&editor.handle, new.focus);
        }
        if new.marks != old.marks {
            editor.handle.mark(&marks(&new.marks));
        }
        if new.wrong != old.wrong {
            wrong(&editor.handle, new.wrong);
        }
        // CodeMirror has drawn it; the component's own markup is the same.
        false
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let line = ctx.props().focus.map_or(0, |focus| focus.from.line);
        // Measuring makes the browser lay the page out: once a line, not once a step.
        if self.editor.is_none() && line != std::mem::replace(&mut self.in_view, line) && line > 0 {
            self.keep_in_view(line);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let near = link.callback(|_: PointerEvent| Msg::Near);
        let click = link.callback(|event: MouseEvent| Msg::Enter(Some((event.client_x().into(), event.client_y().into()))));
        let focus = link.callback(|_: FocusEvent| Msg::Enter(None));
        if self.editor.is_some() {
            return html! { <div class="code live" ref={self.place.clone()}></div> };
        }
        html! {
            <div class="code" ref={self.place.clone()} onpointerenter={near} onclick={click}>
                <div class="lines" ref={self.lines.clone()} tabindex="0" role="group" aria-label="Code. Focus to edit." onfocus={focus}>
                    { self.static_lines(ctx.props()) }
                </div>
            </div>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(editor) = &self.editor {
            editor.handle.destroy();
        }
    }
}

impl Code {
    fn load(&mut self, ctx: &Context<Self>) {
        if matches!(self.loading, Loading::Going | Loading::Done) {
            return;
        }
        self.loading = Loading::Going;
        ctx.link().send_future(async {
            let Ok(promise) = bridge::load() else { return Msg::Loaded(None) };
            Msg::Loaded(JsFuture::from(promise).await.ok())
        });
    }

    /// CodeMirror takes the static lines' place, at the same scroll position.
    fn open(&mut self, ctx: &Context<Self>, module: &Module) {
        let Some(place) = self.place.cast::<Element>() else { return };
        let scroll = self.lines.cast::<Element>().map(|lines| (lines.scroll_top(), lines.scroll_left()));
        // The reader may have gone on to another control while the editor came.
        let focused = self.wanted.is_some() && place.contains(place.owner_document().and_then(|document| document.active_element()).as_deref());
        // Yew removes its own lines with the next render; until then they must not stand above the editor.
        if let Some(lines) = self.lines.cast::<HtmlElement>() {
            let _ = lines.set_attribute("hidden", "");
        }
        let (edit, leave) = (ctx.props().on_edit.clone(), ctx.props().on_leave.clone());
        let on_edit = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| edit.emit(text.as_string().unwrap_or_default().into()));
        let on_leave = Closure::<dyn FnMut(JsValue)>::new(move |_| leave.emit(()));
        let props = ctx.props();
        let handle = module.create(&place, &props.code, on_edit.as_ref().unchecked_ref(), on_leave.as_ref().unchecked_ref());
        handle.mark(&marks(&props.marks));
        wrong(&handle, props.wrong);
        show(&handle, props.focus);
        if let (Some(scroller), Some((top, left))) = (place.query_selector(".cm-scroller").ok().flatten(), scroll) {
            scroller.set_scroll_top(top);
            scroller.set_scroll_left(left);
        }
        let wanted = self.wanted.take();
        if focused {
            let (x, y) = wanted.flatten().unwrap_or((-1.0, -1.0));
            handle.focus(x, y);
        }
        self.editor = Some(Editor { handle, _callbacks: [on_edit, on_leave] });
    }

    fn static_lines(&self, props: &CodeProps) -> Html {
        let focus = props.focus;
        let row = |(index, line): (usize, &Line)| {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let mark = focus.and_then(|focus| line.part((focus.from.offset, focus.to.offset)));
            let now = focus.is_some_and(|focus| focus.from.line == number);
            let role = focus.filter(|_| now || mark.is_some()).map(|focus| focus.role);
            let signs = props.marks.iter().filter(|mark| mark.line == number).copied().collect::<Vec<_>>();
            html! { <Row key={index} lines={Rc::clone(&self.text)} {index} {mark} {now} {role} {signs} /> }
        };
        self.text.iter().enumerate().map(row).collect()
    }

    /// In the next frame: to ask for places now would have the page laid out twice.
    fn keep_in_view(&self, line: u32) {
        let Some(lines) = self.lines.cast::<Element>() else { return };
        let scroll = Closure::once_into_js(move || scroll_to(&lines, line));
        // A page without a window is shown to nobody.
        let _ = web_sys::window().map(|window| window.request_animation_frame(scroll.unchecked_ref()));
    }
}

fn scroll_to(lines: &Element, line: u32) {
    let index = line.saturating_sub(1);
    let Some(row) = lines.children().item(index).and_then(|row| row.dyn_into::<HtmlElement>().ok()) else { return };
    let margin = row.offset_height() * 2;
    let (top, bottom) = (row.offset_top() - margin, row.offset_top() + row.offset_height() + margin);
    if top < lines.scroll_top() {
        lines.set_scroll_top(top);
    } else if bottom > lines.scroll_top() + lines.client_height() {
        lines.set_scroll_top(bottom - lines.client_height());
    }
}

fn marks(marks: &[GutterMark]) -> Array {
    marks.iter().map(|mark| Array::of4(&mark.line.into(), &mark.role.class().into(), &icon::of_role(mark.role).into(), &words(mark).into())).collect()
}

fn show(handle: &Handle, focus: Option<Focus>) {
    let offset = |offset: u32| i32::try_from(offset).unwrap_or(i32::MAX);
    match focus {
        Some(focus) => handle.show(offset(focus.from.offset), offset(focus.to.offset), focus.role.class()),
        None => handle.show(-1, -1, ""),
    }
}

fn wrong(handle: &Handle, wrong: Option<Wrong>) {
    let (line, column) = wrong.map_or((0, 0), |wrong| (wrong.line, wrong.column));
    handle.wrong(line, column);
}
