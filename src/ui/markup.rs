//! Markup by its parts: every view is of one type.
//!
//! `view!` gives each element a type of its own, and each such type its own functions: half of the program, once. Here
//! markup is a value (an element with its attributes and children, a text, several one after the other, something that
//! follows a signal), so that a view costs its words and little more. Leptos renders it on the host and mounts it in the
//! browser like any other view.

mod standing;

use std::borrow::Cow;
use std::time::Duration;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Event, Node};
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

use standing::Standing;

/// Where the elements of drawings live.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that hold nothing and are not closed.
const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];

/// A view that is yet to be rendered.
pub enum Markup {
    /// Nothing; it keeps its place.
    Nothing,
    /// A text.
    Text(String),
    /// An element.
    Element(Element),
    /// Several, without an element around them.
    Together(Vec<Markup>),
    /// What it gives now, and again whenever a signal that it read has changed.
    Following(Box<dyn Fn() -> Markup + Send>),
    /// The same, in the very moment in which a signal changes, whatever else the program has to do.
    AtOnce(Box<dyn Fn() -> Markup + Send + Sync>),
}

/// An element with what is in it. It is boxed, so that handing it on costs the program little.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<Markup>,
    adopted: Option<Adopted>,
    held: Option<Held>,
}

/// What a field of hers holds. It is no attribute: that would be the field's default, which a browser's own way to empty
/// the field puts back.
#[derive(Clone, PartialEq)]
enum Held {
    /// A text, a day, the value of what is chosen.
    Text(String),
    /// A tick or none.
    Tick(bool),
}

/// What an attribute says; where it follows something, `None` takes it away.
enum Value {
    Fixed(Cow<'static, str>),
    Following(Box<dyn Fn() -> Option<Cow<'static, str>> + Send>),
}

/// A node that stands in the page already.
type Adopted = Box<dyn Fn() -> Option<Node> + Send>;
/// What an event leads to.
type Listener = Box<dyn FnMut(Event) + Send>;

/// An element with its class; no class where that is empty.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    let (attributes, listeners, children) = (Vec::new(), Vec::new(), Vec::new());
    let (namespace, adopted, held) = (None, None, None);
    let element = Element(Box::new(Parts { tag, namespace, attributes, listeners, children, adopted, held }));
    if class.is_empty() { element } else { element.attribute("class", class) }
}

/// An element of a drawing.
pub fn drawn(tag: &'static str) -> Element {
    let mut element = element(tag, "");
    element.0.namespace = Some(SVG);
    element
}

/// Views one after the other, without an element around them.
pub fn together<const N: usize>(views: [Markup; N]) -> Markup {
    Markup::Together(Vec::from(views))
}

/// A view that follows what it reads.
pub fn following<T: Into<Markup>>(view: impl Fn() -> T + Send + 'static) -> Markup {
    Markup::Following(Box::new(move || view().into()))
}

/// A view that follows what it reads in the very moment in which that changes: a browser prints what stands in the page
/// when `beforeprint` is over.
pub fn at_once<T: Into<Markup>>(class: &'static str, view: impl Fn() -> T + Send + Sync + 'static) -> Markup {
    // In an element of its own, with which it goes.
    element("div", class).with(Markup::AtOnce(Box::new(move || view().into()))).view()
}

/// Makes a view that stands nowhere, changes what it follows, and lets go of it: soon, each in a task of its own, between
/// which a tap may come. `begin` gives the view and the change. What it makes is the rehearsal's own: where it began may be gone
/// before it ends.
pub fn rehearse<C: FnOnce() + 'static>(begin: impl FnOnce() -> (Markup, C) + 'static) {
    soon(move || {
        let owner = Owner::new();
        let (standing, change) = owner.with(|| {
            let (view, change) = begin();
            (Standing::build(view), change)
        });
        soon(move || {
            owner.with(change);
            soon(move || drop((standing, owner)));
        });
    });
}

fn soon(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}

impl Element {
    /// With one more child after the others.
    pub fn with(mut self, child: impl Into<Markup>) -> Element {
        self.0.children.push(child.into());
        self
    }

    /// With an attribute.
    pub fn attribute(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        self.put(name, Value::Fixed(value.into()))
    }

    /// With an attribute that follows what it reads; it is not there while it is `None`.
    pub fn attribute_following(
        self,
        name: &'static str,
        value: impl Fn() -> Option<Cow<'static, str>> + Send + 'static,
    ) -> Element {
        self.put(name, Value::Following(Box::new(value)))
    }

    /// With an `id`.
    pub fn id(self, id: &'static str) -> Element {
        self.attribute("id", id)
    }

    /// As it is printed: a number, or a word that she has to find or to say as it is. No page translator changes it.
    pub fn printed_as_is(self) -> Element {
        self.attribute("translate", "no")
    }

    /// As a target of the focus that Tab passes by: a heading that a new screen begins with.
    pub fn focusable(self) -> Element {
        self.attribute("tabindex", "-1")
    }

    /// With what a tap or a key leads to.
    pub fn on_click(self, mut act: impl FnMut() + Send + 'static) -> Element {
        self.listen("click", Box::new(move |_| act()))
    }

    /// With what sending the form leads to; the browser itself sends nothing.
    pub fn on_submit(self, act: impl FnMut() + Send + 'static) -> Element {
        // What is the same for every form stands in the program once.
        fn submit(element: Element, mut act: Box<dyn FnMut() + Send>) -> Element {
            element.listen(
                "submit",
                Box::new(move |event: Event| {
                    event.unchecked_ref::<web_sys::Event>().prevent_default();
                    act();
                }),
            )
        }
        submit(self, Box::new(act))
    }

    /// With what is done with the field's text whenever it changes.
    pub fn on_input(self, take: impl FnMut(String) + Send + 'static) -> Element {
        fn input(element: Element, mut take: Box<dyn FnMut(String) + Send>) -> Element {
            element.listen("input", Box::new(move |event| take(event_target_value(&event))))
        }
        input(self, Box::new(take))
    }

    /// With what is done whenever she ticks the box, or takes the tick away.
    pub fn on_tick(self, mut take: impl FnMut(bool) + Send + 'static) -> Element {
        self.listen("input", Box::new(move |event| take(event_target_checked(event.unchecked_ref()))))
    }

    /// As a field that holds a text, a day or the value of what is chosen. What she types stays until this says something else.
    pub fn holding(mut self, text: impl Into<String>) -> Element {
        self.0.held = Some(Held::Text(text.into()));
        self
    }

    /// As a box with a tick or without.
    pub fn ticked(mut self, ticked: bool) -> Element {
        self.0.held = Some(Held::Tick(ticked));
        self
    }

    /// With what opening or closing it leads to, which is told whether it is open now.
    pub fn on_toggle(self, mut act: impl FnMut(bool) + Send + 'static) -> Element {
        self.listen(
            "toggle",
            Box::new(move |event: Event| {
                let fold = event.unchecked_ref::<web_sys::Event>().current_target();
                let fold = fold.as_ref().and_then(|fold| fold.dyn_ref::<web_sys::Element>());
                act(fold.is_some_and(|fold| fold.has_attribute("open")));
            }),
        )
    }

    /// With a node that the static page had, before the children. On the host there is none.
    pub fn adopting(mut self, node: impl Fn() -> Option<Node> + Send + 'static) -> Element {
        self.0.adopted = Some(Box::new(node));
        self
    }

    /// The finished view.
    pub fn view(self) -> Markup {
        Markup::Element(self)
    }

    fn put(mut self, name: &'static str, value: Value) -> Element {
        self.0.attributes.push((name, value));
        self
    }

    fn listen(mut self, event: &'static str, listener: Listener) -> Element {
        self.0.listeners.push((event, listener));
        self
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Markup {
        Markup::Element(element)
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Markup {
        Markup::Text(text)
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Markup {
        Markup::Text(text.to_owned())
    }
}

impl From<Vec<Markup>> for Markup {
    fn from(views: Vec<Markup>) -> Markup {
        Markup::Together(views)
    }
}

impl<T: Into<Markup>> From<Option<T>> for Markup {
    fn from(view: Option<T>) -> Markup {
        view.map_or(Markup::Nothing, Into::into)
    }
}

impl Render for Markup {
    type State = Standing;

    fn build(self) -> Standing {
        Standing::build(self)
    }

    fn rebuild(self, state: &mut Standing) {
        state.become_this(self);
    }
}

impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Markup;

    /// Attributes are given to an element itself, none from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Markup {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Markup;
    type Owned = Markup;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Markup {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.write(buf);
        *position = Position::NextChild;
    }

    /// The program takes over nothing of the static markup: it stands in its place.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Markup {
        self
    }
}

impl Markup {
    /// Adds its HTML.
    fn write(self, html: &mut String) {
        match self {
            Markup::Nothing => {}
            Markup::Text(text) => escape(&text, html),
            Markup::Together(views) => views.into_iter().for_each(|view| view.write(html)),
            Markup::Following(view) => view().write(html),
            Markup::AtOnce(view) => view().write(html),
            Markup::Element(Element(parts)) => {
                html.push('<');
                html.push_str(parts.tag);
                for (name, value) in parts.attributes {
                    let value = match value {
                        Value::Fixed(value) => Some(value),
                        Value::Following(value) => value(),
                    };
                    if let Some(value) = value {
                        html.push(' ');
                        html.push_str(name);
                        html.push_str("=\"");
                        escape(&value, html);
                        html.push('"');
                    }
                }
                html.push('>');
                if !VOID.contains(&parts.tag) {
                    parts.children.into_iter().for_each(|child| child.write(html));
                    html.push_str("</");
                    html.push_str(parts.tag);
                    html.push('>');
                }
            }
        }
    }
}

/// Adds `text` as it may stand between tags and in a quoted attribute.
fn escape(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(view: impl FnOnce() -> Markup) -> String {
        Owner::new().with(|| view().to_html())
    }

    #[test]
    fn markup_is_its_html() {
        let cases = [
            (element("p", "lead").with("a < b"), "<p class=\"lead\">a &lt; b</p>"),
            (element("p", "").with(None::<Markup>).with("a").with(String::from("b")), "<p>ab</p>"),
            (element("a", "").attribute("href", "?a=\"<&>\""), "<a href=\"?a=&quot;&lt;&amp;&gt;&quot;\"></a>"),
            (element("input", "").id("x"), "<input id=\"x\">"),
            (element("input", "").holding("2026"), "<input>"),
            (element("input", "").ticked(true), "<input>"),
            (drawn("svg").with(drawn("path").attribute("d", "M0 0")), "<svg><path d=\"M0 0\"></path></svg>"),
            (element("h1", "").focusable().with(vec![element("b", "").view()]), "<h1 tabindex=\"-1\"><b></b></h1>"),
        ];
        for (element, markup) in cases {
            assert_eq!(html(|| element.view()), markup);
        }
    }

    #[test]
    fn what_follows_a_signal_says_what_it_is_now() {
        let shown = |on: bool| {
            html(|| {
                let signal = RwSignal::new(on);
                let hidden = move || (!signal.get()).then_some(Cow::Borrowed(""));
                let text = following(move || signal.get().then_some("on"));
                element("p", "").attribute_following("hidden", hidden).with(text).view()
            })
        };
        assert_eq!(shown(true), "<p>on</p>");
        assert_eq!(shown(false), "<p hidden=\"\"></p>");
    }
}
