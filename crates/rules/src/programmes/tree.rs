//! A rule file as a tree of values that remember their lines, from which a misfit can be taken out without losing the
//! place of the rest.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use toml::Spanned;
use toml::Value;
use toml::de::{DeTable, DeValue};

/// One step of a key path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A key of a table.
    Key(String),
    /// A place in a list, counted from 0.
    Index(usize),
}

/// A parsed rule file.
pub(super) struct Tree {
    root: Node,
    removed: BTreeSet<String>,
}

/// A value, and the line on which it begins.
struct Node {
    line: usize,
    kind: Kind,
}

/// What a value is.
enum Kind {
    /// A text, a number, a truth value; a date is kept as its text.
    Leaf(Value),
    /// A list whose elements keep the place that they have in the file.
    List(Vec<(usize, Node)>),
    /// A table.
    Table(BTreeMap<String, Node>),
}

/// Something that is no TOML. What the parser says of it is left out: it guesses, and in English.
pub(super) struct SyntaxError {
    /// Counted from 1.
    pub line: usize,
    /// Whether a key or heading stands there already.
    pub is_repeated_key: bool,
    /// What stands at the place.
    pub key: String,
}

/// Where something stands in the file as it was written.
pub(super) struct Origin {
    /// The key path.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
}

impl Tree {
    /// Reads a rule file.
    ///
    /// # Errors
    /// The first thing in it that is no TOML.
    pub fn parse(text: &str) -> Result<Tree, SyntaxError> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let lines = Lines::of(text);
        let syntax_error = |error: &toml::de::Error| SyntaxError {
            line: error.span().map_or(1, |span| lines.number(span.start)),
            is_repeated_key: error.message().starts_with("duplicate key"),
            key: error.span().and_then(|span| text.get(span)).unwrap_or_default().to_owned(),
        };
        match errors.iter().map(syntax_error).min_by_key(|error| error.line) {
            Some(first) => Err(first),
            None => Ok(Tree { root: Node::table(table.get_ref(), 1, &lines, text), removed: BTreeSet::new() }),
        }
    }

    /// The values that are left.
    pub fn value(&self) -> Value {
        self.root.value()
    }

    /// The value at `path`, as a sentence may show it.
    pub fn shown(&self, path: &[Step]) -> Option<String> {
        Some(match &self.root.at(path.get(..self.root.depth(path)).unwrap_or(path))?.kind {
            Kind::Leaf(value) => value.to_string(),
            Kind::List(_) => "並び [ … ]".to_owned(),
            Kind::Table(_) => "表".to_owned(),
        })
    }

    /// Where the node at `path` stands in the file, or, where it is missing, where its table does.
    pub fn origin(&self, path: &[Step]) -> Origin {
        let mut node = Some(&self.root);
        let mut origin = Origin { path: String::new(), line: 1 };
        for step in path {
            let (written, next) = match (step, node.map(|node| &node.kind)) {
                (Step::Index(index), Some(Kind::List(list))) => match list.get(*index) {
                    Some((place, node)) => (Step::Index(*place), Some(node)),
                    None => (step.clone(), None),
                },
                (Step::Key(key), Some(Kind::Table(table))) => (step.clone(), table.get(key)),
                _ => (step.clone(), None),
            };
            match &written {
                Step::Key(key) if origin.path.is_empty() => origin.path.push_str(key),
                Step::Key(key) => origin.path.extend([".", key.as_str()]),
                Step::Index(index) => {
                    let _ = write!(origin.path, "[{index}]");
                }
            }
            origin.line = next.map_or(origin.line, |node| node.line);
            node = next;
        }
        origin
    }

    /// Whether something at this path is missing only because it was taken out: the node itself, or all that was in it.
    pub fn was_removed(&self, path: &[Step]) -> bool {
        let written = self.origin(path).path;
        let within = |removed: &String| removed.strip_prefix(&written).is_some_and(|rest| rest.starts_with(['.', '[']));
        let emptied = || self.root.at(path).is_some_and(Node::is_empty) && self.removed.iter().any(within);
        self.removed.contains(&written) || emptied()
    }

    /// Every text under this key, wherever it stands.
    pub fn texts_under(&self, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        self.root.texts_under(key, &mut texts);
        texts
    }

    /// Takes out every text that reads so.
    pub fn remove_text(&mut self, text: &str) {
        let mut found = Vec::new();
        self.root.find(text, &mut Vec::new(), &mut found);
        // From the end: what stands before in a list keeps its place.
        for path in found.iter().rev() {
            self.remove(path);
        }
    }

    /// Takes out the deepest node on `path`, and says whether there was one.
    pub fn remove(&mut self, path: &[Step]) -> bool {
        let depth = self.root.depth(path);
        let Some((last, parents)) = path.get(..depth).and_then(<[Step]>::split_last) else { return false };
        let origin = self.origin(path.get(..depth).unwrap_or(path));
        let mut node = &mut self.root;
        for step in parents {
            let next = match (step, &mut node.kind) {
                (Step::Index(index), Kind::List(list)) => list.get_mut(*index).map(|(_, node)| node),
                (Step::Key(key), Kind::Table(table)) => table.get_mut(key),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => return false,
            }
        }
        match (last, &mut node.kind) {
            (Step::Index(index), Kind::List(list)) if *index < list.len() => drop(list.remove(*index)),
            (Step::Key(key), Kind::Table(table)) => drop(table.remove(key)),
            _ => return false,
        }
        self.removed.insert(origin.path)
    }
}

impl Node {
    fn table(table: &DeTable<'_>, line: usize, lines: &Lines, text: &str) -> Node {
        let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let key: &std::borrow::Cow<'_, str> = key.get_ref();
            (key.clone().into_owned(), Node::of(value, lines, text))
        };
        Node { line, kind: Kind::Table(table.iter().map(entry).collect()) }
    }

    fn of(value: &Spanned<DeValue<'_>>, lines: &Lines, text: &str) -> Node {
        let line = lines.number(value.span().start);
        let leaf = |value| Node { line, kind: Kind::Leaf(value) };
        match value.get_ref() {
            DeValue::Table(table) => Node::table(table, line, lines, text),
            DeValue::Array(list) => {
                let elements = list.iter().map(|element| Node::of(element, lines, text)).enumerate().collect();
                Node { line, kind: Kind::List(elements) }
            }
            DeValue::String(words) => leaf(Value::String(words.clone().into_owned())),
            DeValue::Integer(number) => leaf(
                i64::from_str_radix(number.as_str(), number.radix())
                    .map_or(Value::String(number.to_string()), Value::Integer),
            ),
            DeValue::Float(number) => {
                leaf(number.as_str().parse().map_or(Value::String(number.to_string()), Value::Float))
            }
            DeValue::Boolean(truth) => leaf(Value::Boolean(*truth)),
            // A day or a time without quotes is kept as it is written: 09:00 has no seconds.
            DeValue::Datetime(date) => {
                leaf(Value::String(text.get(value.span()).map_or_else(|| date.to_string(), str::to_owned)))
            }
        }
    }

    fn value(&self) -> Value {
        match &self.kind {
            Kind::Leaf(value) => value.clone(),
            Kind::List(list) => Value::Array(list.iter().map(|(_, node)| node.value()).collect()),
            Kind::Table(table) => Value::Table(table.iter().map(|(key, node)| (key.clone(), node.value())).collect()),
        }
    }

    fn at(&self, path: &[Step]) -> Option<&Node> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        self.child(step)?.at(rest)
    }

    fn child(&self, step: &Step) -> Option<&Node> {
        match (step, &self.kind) {
            (Step::Index(index), Kind::List(list)) => list.get(*index).map(|(_, node)| node),
            (Step::Key(key), Kind::Table(table)) => table.get(key),
            _ => None,
        }
    }

    fn texts_under(&self, key: &str, texts: &mut Vec<String>) {
        match &self.kind {
            Kind::Leaf(_) => {}
            Kind::List(list) => list.iter().for_each(|(_, node)| node.texts_under(key, texts)),
            Kind::Table(table) => {
                if let Some(Kind::Leaf(Value::String(text))) = table.get(key).map(|node| &node.kind) {
                    texts.push(text.clone());
                }
                table.values().for_each(|node| node.texts_under(key, texts));
            }
        }
    }

    /// Adds the path of every text that reads so.
    fn find(&self, text: &str, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
        let mut child = |step: Step, node: &Node| {
            path.push(step);
            node.find(text, path, found);
            path.pop();
        };
        match &self.kind {
            Kind::Leaf(Value::String(own)) if own == text => found.push(path.clone()),
            Kind::Leaf(_) => {}
            Kind::List(list) => list.iter().enumerate().for_each(|(at, (_, node))| child(Step::Index(at), node)),
            Kind::Table(table) => table.iter().for_each(|(key, node)| child(Step::Key(key.clone()), node)),
        }
    }

    fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Leaf(_) => false,
            Kind::List(list) => list.is_empty(),
            Kind::Table(table) => table.is_empty(),
        }
    }

    /// How many steps of `path` lead to a node.
    fn depth(&self, path: &[Step]) -> usize {
        let next = path.first().and_then(|step| self.child(step));
        next.map_or(0, |node| node.depth(path.get(1..).unwrap_or_default()).saturating_add(1))
    }
}

/// Where each line begins, in bytes.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at.saturating_add(1));
        Lines(std::iter::once(0).chain(after_breaks).collect())
    }

    /// The line of a byte, counted from 1.
    fn number(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte)
    }
}
