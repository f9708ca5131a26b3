//! A page as a browser reads it: what elements and attributes there are, whatever was typed.
use html5ever::driver::ParseOpts;
use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element with its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name, in lower case.
    pub name: String,
    /// Its attributes, by name and value.
    pub attributes: Vec<(String, String)>,
    /// The text directly in it.
    pub text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Its name with the names of its attributes: `a[class,href]`.
    pub fn shape(&self) -> String {
        let mut names: Vec<_> = self.attributes.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        format!("{}[{}]", self.name, names.join(","))
    }
}

/// A page as a browser reads it.
#[derive(Clone, Debug)]
pub struct Markup {
    /// Every element in the order in which it begins.
    pub elements: Vec<Element>,
    /// What a parser finds wrong.
    pub errors: Vec<String>,
}

impl Markup {
    /// Reads a page.
    pub fn read(html: &str) -> Self {
        let tree_builder = TreeBuilderOpts { exact_errors: true, ..TreeBuilderOpts::default() };
        let options = ParseOpts { tree_builder, ..ParseOpts::default() };
        let dom = parse_document(RcDom::default(), options).one(html);
        let mut elements = Vec::new();
        walk(&dom.document, &mut elements);
        let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Self { elements, errors }
    }

    /// Every element of this name.
    pub fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }
}

fn walk(node: &Handle, elements: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow();
        let attributes = attributes.iter();
        elements.push(Element {
            name: name.local.to_string(),
            attributes: attributes
                .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
                .collect(),
            text: node.children.borrow().iter().map(text_of).collect(),
        });
    }
    for child in node.children.borrow().iter() {
        walk(child, elements);
    }
}

fn text_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    }
}
