//! Markup in the page, and how it becomes other markup: only what differs is touched, so that an open fold stays open
//! and the focus stays where it is.
//!
//! A page translator takes texts out of the page and puts its own in their place, and a phone marks dates and numbers
//! within them. Elements and marks (comments) stay. So a text belongs to an element of ours: where it is to say something
//! else and is no longer as it was put there, all within that element is made anew. A text that follows something by itself
//! gets an element for that.

use std::borrow::Cow;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::tachys::renderer::types::{Element as Tag, Node, Placeholder, Text};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::Mountable;
use wasm_bindgen::JsValue;

use super::{Element, Held, Listener, Markup, Value};

/// Markup in the page.
pub enum Standing {
    /// Nothing, in its place.
    Nothing(Placeholder),
    /// A text.
    Text(Text, String),
    /// An element.
    Element(Box<StandingElement>),
    /// Several, and the mark after the last.
    Together(Vec<Standing>, Placeholder),
    /// What follows a signal.
    Following(Followed),
    /// What follows a signal at once, and what keeps it up to date as long as this lives.
    AtOnce(StoredValue<Standing, LocalStorage>, ImmediateEffect),
}

/// What follows a signal, as long as this lives.
pub struct Followed(RenderEffect<Standing>);

impl Drop for Followed {
    /// An effect's task keeps its value until it is next polled. What follows a signal within it would do so until then, although
    /// what it reads may be gone.
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// An element in the page.
pub struct StandingElement {
    node: Tag,
    tag: &'static str,
    attributes: Vec<Stated>,
    listeners: Vec<RemoveEventHandler<Tag>>,
    children: Vec<Standing>,
    held: Option<Held>,
}

/// An attribute in the page.
struct Stated {
    name: &'static str,
    /// What it says; empty where it follows something.
    value: Cow<'static, str>,
    /// Keeps it up to date as long as this lives.
    _following: Option<RenderEffect<()>>,
}

impl Standing {
    /// Makes the nodes.
    pub fn build(markup: Markup) -> Standing {
        match markup {
            Markup::Nothing => Standing::Nothing(Rndr::create_placeholder()),
            Markup::Text(text) => Standing::Text(Rndr::create_text_node(&text), text),
            Markup::Element(element) => Standing::Element(Box::new(StandingElement::build(element))),
            Markup::Together(views) => {
                Standing::Together(views.into_iter().map(Standing::build).collect(), Rndr::create_placeholder())
            }
            Markup::Following(view) => Standing::Following(follow(view, None)),
            Markup::AtOnce(view) => {
                let standing = StoredValue::new_local(Standing::build(Markup::Nothing));
                let effect = ImmediateEffect::new(move || {
                    let markup = owned(view());
                    // There is none left where the page goes.
                    standing.try_update_value(|standing| standing.become_this(markup));
                });
                Standing::AtOnce(standing, effect)
            }
        }
    }

    /// Becomes other markup.
    pub fn become_this(&mut self, markup: Markup) {
        match (self, markup) {
            (Standing::Nothing(_), Markup::Nothing) => {}
            (Standing::Text(node, standing), Markup::Text(text)) => {
                if *standing != text {
                    Rndr::set_text(node, &text);
                    *standing = text;
                }
            }
            (Standing::Element(standing), Markup::Element(element)) if element.fits(standing) => {
                standing.become_this(element);
            }
            (Standing::Together(standing, _), Markup::Together(views)) if standing.len() == views.len() => {
                become_these(standing, views);
            }
            // What stands under it stays, with its folds and the focus.
            (Standing::Following(following), Markup::Following(view)) => {
                let standing = following.0.take_value();
                *following = follow(view, standing);
            }
            (standing, markup) => {
                let mut new = Standing::build(markup);
                standing.insert_before_this(&mut new);
                standing.unmount();
                *standing = new;
            }
        }
    }
}

/// A text within an element of its own, in which it is found again.
fn owned(markup: Markup) -> Markup {
    match markup {
        Markup::Text(text) => super::element("span", "").with(text).view(),
        Markup::Together(views) => Markup::Together(views.into_iter().map(owned).collect()),
        markup => markup,
    }
}

/// Whether one of the texts that are to change is no longer as it was put into the page.
fn is_lost(standing: &Standing, markup: &Markup) -> bool {
    match (standing, markup) {
        (Standing::Text(_, standing), Markup::Text(text)) if standing == text => false,
        (Standing::Text(node, standing), _) => {
            !node.is_connected() || node.text_content().as_deref() != Some(standing.as_str())
        }
        (Standing::Together(standing, _), Markup::Together(views)) if standing.len() == views.len() => {
            are_lost(standing, views)
        }
        (Standing::Together(standing, _), _) => are_lost(standing, &[]),
        _ => false,
    }
}

/// The same for several; those without markup are to go.
fn are_lost(standing: &[Standing], views: &[Markup]) -> bool {
    let views = views.iter().map(Some).chain(core::iter::repeat(None));
    standing.iter().zip(views).any(|(standing, view)| is_lost(standing, view.unwrap_or(&Markup::Nothing)))
}

/// Follows `view`, with what stands for it already.
fn follow(view: Box<dyn Fn() -> Markup + Send>, standing: Option<Standing>) -> Followed {
    let follow = move |before: Option<Standing>| match before {
        Some(mut standing) => {
            standing.become_this(owned(view()));
            standing
        }
        None => Standing::build(owned(view())),
    };
    Followed(RenderEffect::new_with_value(follow, standing))
}

fn become_these(standing: &mut [Standing], views: Vec<Markup>) {
    for (standing, view) in standing.iter_mut().zip(views) {
        standing.become_this(view);
    }
}

impl Element {
    /// Whether an element that stands already can become this one. One with another `id` is another element.
    fn fits(&self, standing: &StandingElement) -> bool {
        let same_name = |((name, value), stated): (&(&str, Value), &Stated)| {
            *name == stated.name && (*name != "id" || matches!(value, Value::Fixed(value) if *value == stated.value))
        };
        let parts = &self.0;
        parts.tag == standing.tag
            && parts.adopted.is_none()
            && parts.children.len() == standing.children.len()
            && parts.attributes.len() == standing.attributes.len()
            && parts.attributes.iter().zip(&standing.attributes).all(same_name)
    }
}

impl StandingElement {
    fn build(Element(parts): Element) -> StandingElement {
        let node = Rndr::create_element(parts.tag, parts.namespace);
        let attributes = parts.attributes.into_iter().map(|(name, value)| state(&node, name, value)).collect();
        let listeners = listen(&node, parts.listeners);
        if let Some(adopted) = parts.adopted.and_then(|adopted| adopted()) {
            Rndr::insert_node(&node, &adopted, None);
        }
        let mut element =
            StandingElement { node, tag: parts.tag, attributes, listeners, children: Vec::new(), held: parts.held };
        element.fill(parts.children);
        element.hold();
        element
    }

    fn become_this(&mut self, Element(parts): Element) {
        for ((name, value), stated) in parts.attributes.into_iter().zip(&mut self.attributes) {
            if !matches!(&value, Value::Fixed(value) if *value == stated.value) {
                *stated = state(&self.node, name, value);
            }
        }
        // The old ones go before the new ones come.
        self.listeners.clear();
        self.listeners = listen(&self.node, parts.listeners);
        if are_lost(&self.children, &parts.children) {
            self.node.set_text_content(None);
            self.fill(parts.children);
        } else {
            become_these(&mut self.children, parts.children);
        }
        if self.held != parts.held {
            self.held = parts.held;
            self.hold();
        }
    }

    /// Puts into the field what it holds. A field that holds it already is left alone: she may be typing.
    fn hold(&self) {
        let (name, value) = match &self.held {
            Some(Held::Text(text)) => ("value", JsValue::from_str(text)),
            Some(Held::Tick(ticked)) => ("checked", JsValue::from_bool(*ticked)),
            None => return,
        };
        if Reflect::get(&self.node, &JsValue::from_str(name)).ok().as_ref() != Some(&value) {
            Rndr::set_property(&self.node, name, &value);
        }
    }

    /// Makes what is in it.
    fn fill(&mut self, children: Vec<Markup>) {
        self.children = children.into_iter().map(Standing::build).collect();
        self.children.iter_mut().for_each(|child| child.mount(&self.node, None));
    }
}

fn state(node: &Tag, name: &'static str, value: Value) -> Stated {
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

fn listen(node: &Tag, listeners: Vec<(&'static str, Listener)>) -> Vec<RemoveEventHandler<Tag>> {
    let listen = |(event, listener): (&str, Listener)| Rndr::add_event_listener(node, event, listener);
    listeners.into_iter().map(listen).collect()
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        match self {
            Standing::Nothing(mark) => mark.unmount(),
            Standing::Text(node, _) => node.unmount(),
            Standing::Element(element) => element.node.unmount(),
            Standing::Together(standing, mark) => {
                standing.iter_mut().for_each(Mountable::unmount);
                mark.unmount();
            }
            Standing::Following(view) => view.0.unmount(),
            Standing::AtOnce(view, _) => drop(view.try_update_value(Mountable::unmount)),
        }
    }

    fn mount(&mut self, parent: &Tag, marker: Option<&Node>) {
        match self {
            Standing::Nothing(mark) => mark.mount(parent, marker),
            Standing::Text(node, _) => node.mount(parent, marker),
            Standing::Element(element) => element.node.mount(parent, marker),
            Standing::Together(standing, mark) => {
                standing.iter_mut().for_each(|view| view.mount(parent, marker));
                mark.mount(parent, marker);
            }
            Standing::Following(view) => view.0.mount(parent, marker),
            Standing::AtOnce(view, _) => drop(view.try_update_value(|view| view.mount(parent, marker))),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Standing::Nothing(mark) => mark.insert_before_this(child),
            Standing::Text(node, _) => node.insert_before_this(child),
            Standing::Element(element) => element.node.insert_before_this(child),
            Standing::Together(standing, mark) => match standing.first() {
                Some(first) => first.insert_before_this(child),
                None => mark.insert_before_this(child),
            },
            Standing::Following(view) => view.0.insert_before_this(child),
            Standing::AtOnce(view, _) => view.try_with_value(|view| view.insert_before_this(child)).unwrap_or_default(),
        }
    }

    fn elements(&self) -> Vec<Tag> {
        match self {
            Standing::Element(element) => vec![element.node.clone()],
            Standing::Together(standing, _) => standing.iter().flat_map(Mountable::elements).collect(),
            Standing::Following(view) => view.0.elements(),
            Standing::AtOnce(view, _) => view.try_with_value(Mountable::elements).unwrap_or_default(),
            Standing::Nothing(_) | Standing::Text(..) => Vec::new(),
        }
    }
}
