//! Markup by its parts: every element of every view is of one type.
//!
//! `view!` gives each element a type of its own, and each such type its own functions: half of the program, once. Here
//! an element is a value (its tag, its attributes, its children), so that a view costs its words and little more.
//! Leptos renders it on the host and mounts it in the browser like any other view.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element as Node, Event, Node as AnyNode};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// Where the elements of drawings live.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that hold nothing and are not closed.
const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];

/// Follows what it reads, and says what an attribute is; `None`: the element has none such.
type Following = Box<dyn Fn() -> Option<Cow<'static, str>> + Send>;
/// A node that stands in the page already.
type Adopted = Box<dyn Fn() -> Option<AnyNode> + Send>;
/// What an event leads to.
type Listener = Box<dyn FnMut(Event) + Send>;

/// An element that is yet to be rendered.
pub struct Element {
    tag: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<AnyView>,
    adopted: Option<Adopted>,
}

enum Value {
    Fixed(Cow<'static, str>),
    Following(Following),
}

/// An element with its class; no class where that is empty.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    let element = Element {
        tag,
        namespace: None,
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
        adopted: None,
    };
    if class.is_empty() { element } else { element.attribute("class", class) }
}

/// An element of a drawing.
pub fn drawn(tag: &'static str) -> Element {
    Element { namespace: Some(SVG), ..element(tag, "") }
}

/// Views one after the other, without an element around them.
pub fn together<const N: usize>(views: [AnyView; N]) -> AnyView {
    Vec::from(views).into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A view that follows what it reads.
pub fn following(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    // One type of function for all of them.
    fn any(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || view()).into_any()
    }
    any(Box::new(view))
}

/// What can stand in an element.
pub trait Children {
    /// Adds it to the others.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Children for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Children for Element {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Children for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Children for &str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
    }
}

impl<T: Children> Children for Option<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl Children for Vec<AnyView> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.extend(self);
    }
}

impl Element {
    /// With one more child, or several, after the others.
    pub fn with(mut self, child: impl Children) -> Element {
        child.add_to(&mut self.children);
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

    /// As a target of the focus that Tab passes by: a heading that a new screen begins with.
    pub fn focusable(self) -> Element {
        self.attribute("tabindex", "-1")
    }

    /// With what a tap or a key leads to.
    pub fn on_click(self, mut act: impl FnMut() + Send + 'static) -> Element {
        self.listen("click", Box::new(move |_| act()))
    }

    /// With what sending the form leads to; the browser itself sends nothing.
    pub fn on_submit(self, mut act: impl FnMut() + Send + 'static) -> Element {
        self.listen(
            "submit",
            Box::new(move |event: Event| {
                event.unchecked_ref::<web_sys::Event>().prevent_default();
                act();
            }),
        )
    }

    /// With what is done with the field's text whenever it changes.
    pub fn on_input(self, mut take: impl FnMut(String) + Send + 'static) -> Element {
        self.listen("input", Box::new(move |event| take(event_target_value(&event))))
    }

    /// With a node that the static page had, before the children. On the host there is none.
    pub fn adopting(mut self, node: impl Fn() -> Option<AnyNode> + Send + 'static) -> Element {
        self.adopted = Some(Box::new(node));
        self
    }

    /// The finished view.
    pub fn view(self) -> AnyView {
        self.into_any()
    }

    fn put(mut self, name: &'static str, value: Value) -> Element {
        self.attributes.push((name, value));
        self
    }

    fn listen(mut self, event: &'static str, listener: Listener) -> Element {
        self.listeners.push((event, listener));
        self
    }

    /// Whether an element that stands already can become this one. One with another `id` is another element.
    fn fits(&self, state: &Standing) -> bool {
        let same_name = |((name, value), standing): (&(&str, Value), &Stated)| {
            *name == standing.name
                && (*name != "id" || matches!(value, Value::Fixed(value) if *value == standing.value))
        };
        self.tag == state.tag
            && self.adopted.is_none()
            && self.attributes.len() == state.attributes.len()
            && self.attributes.iter().zip(&state.attributes).all(same_name)
    }
}

/// An element in the page.
pub struct Standing {
    node: Node,
    tag: &'static str,
    attributes: Vec<Stated>,
    listeners: Vec<RemoveEventHandler<Node>>,
    children: Vec<AnyViewState>,
}

/// An attribute in the page.
struct Stated {
    name: &'static str,
    /// What it says; empty where it follows something.
    value: Cow<'static, str>,
    /// Keeps it up to date as long as this lives.
    _following: Option<RenderEffect<()>>,
}

fn set(node: &Node, name: &'static str, value: Value) -> Stated {
    match value {
        Value::Fixed(value) => {
            Rndr::set_attribute(node, name, &value);
            Stated { name, value, _following: None }
        }
        Value::Following(value) => {
            let node = node.clone();
            let effect = RenderEffect::new(move |_| match value() {
                Some(value) => Rndr::set_attribute(&node, name, &value),
                None => Rndr::remove_attribute(&node, name),
            });
            Stated { name, value: Cow::Borrowed(""), _following: Some(effect) }
        }
    }
}

fn listen(node: &Node, listeners: Vec<(&'static str, Listener)>) -> Vec<RemoveEventHandler<Node>> {
    let listen = |(event, listener): (&str, Listener)| Rndr::add_event_listener(node, event, listener);
    listeners.into_iter().map(listen).collect()
}

fn fill(node: &Node, children: Vec<AnyView>) -> Vec<AnyViewState> {
    let mount = |child: AnyView| {
        let mut child = child.build();
        child.mount(node, None);
        child
    };
    children.into_iter().map(mount).collect()
}

impl Render for Element {
    type State = Standing;

    fn build(self) -> Standing {
        let node = Rndr::create_element(self.tag, self.namespace);
        let attributes = self.attributes.into_iter().map(|(name, value)| set(&node, name, value)).collect();
        let listeners = listen(&node, self.listeners);
        if let Some(adopted) = self.adopted.and_then(|adopted| adopted()) {
            Rndr::insert_node(&node, &adopted, None);
        }
        let children = fill(&node, self.children);
        Standing { node, tag: self.tag, attributes, listeners, children }
    }

    /// Changes only what differs: an open fold stays open, the focus stays where it is.
    fn rebuild(self, state: &mut Standing) {
        if !self.fits(state) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        for ((name, value), standing) in self.attributes.into_iter().zip(&mut state.attributes) {
            if !matches!(&value, Value::Fixed(value) if *value == standing.value) {
                *standing = set(&state.node, name, value);
            }
        }
        state.listeners = Vec::new();
        state.listeners = listen(&state.node, self.listeners);
        if self.children.len() == state.children.len() {
            for (child, standing) in self.children.into_iter().zip(&mut state.children) {
                child.rebuild(standing);
            }
        } else {
            for child in &mut state.children {
                child.unmount();
            }
            state.children = fill(&state.node, self.children);
        }
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &Node, marker: Option<&AnyNode>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Node> {
        vec![self.node.clone()]
    }
}

impl AddAnyAttr for Element {
    type Output<SomeNewAttr: Attribute> = Element;

    /// Attributes are given to the element itself, none from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Element {
        self
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        buf.push('<');
        buf.push_str(self.tag);
        for (name, value) in self.attributes {
            let value = match value {
                Value::Fixed(value) => Some(value),
                Value::Following(value) => value(),
            };
            if let Some(value) = value {
                buf.push(' ');
                buf.push_str(name);
                buf.push_str("=\"");
                buf.push_str(&escape(&value));
                buf.push('"');
            }
        }
        buf.push('>');
        if !VOID.contains(&self.tag) {
            *position = Position::FirstChild;
            for child in self.children {
                child.to_html_with_buf(buf, position, true, mark_branches, Vec::new());
            }
            buf.push_str("</");
            buf.push_str(self.tag);
            buf.push('>');
        }
        *position = Position::NextChild;
    }

    /// The program takes over nothing of the static markup: it stands in its place.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}

/// `text` as it may stand in a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(view: impl FnOnce() -> AnyView) -> String {
        Owner::new().with(|| view().to_html()).replace("<!>", "")
    }

    #[test]
    fn an_element_is_its_markup() {
        let cases = [
            (element("p", "lead").with("a < b"), "<p class=\"lead\">a &lt; b</p>"),
            (element("p", "").with(None::<AnyView>).with("a").with(String::from("b")), "<p>ab</p>"),
            (
                element("a", "").attribute("href", "?a=\"<&>\"").with(""),
                "<a href=\"?a=&quot;&lt;&amp;&gt;&quot;\"></a>",
            ),
            (element("input", "").id("x"), "<input id=\"x\">"),
            (drawn("svg").with(drawn("path").attribute("d", "M0 0")), "<svg><path d=\"M0 0\"></path></svg>"),
            (element("h1", "").focusable().with(vec![element("b", "").view()]), "<h1 tabindex=\"-1\"><b></b></h1>"),
        ];
        for (element, markup) in cases {
            assert_eq!(html(|| element.view()).replace(" </a>", "</a>"), markup);
        }
    }

    #[test]
    fn what_follows_a_signal_says_what_it_is_now() {
        let shown = |on: bool| {
            html(|| {
                let signal = RwSignal::new(on);
                let hidden = move || (!signal.get()).then_some(Cow::Borrowed(""));
                let text = following(move || if signal.get() { "on".to_owned().into_any() } else { nothing() });
                element("p", "").attribute_following("hidden", hidden).with(text).view()
            })
        };
        assert_eq!(shown(true), "<p>on</p>");
        assert!(shown(false).starts_with("<p hidden=\"\">"), "{}", shown(false));
    }
}
