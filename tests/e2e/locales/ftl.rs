//! Reading files of words: what a message says, in every branch.
use std::collections::BTreeSet;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::parser::parse;

/// A message of a file.
#[derive(Clone, Debug)]
pub struct Message {
    pub key: String,
    pub comment: String,
    pub pattern: Pattern<String>,
}

/// The messages of a file in their order.
pub fn messages(file: &str, text: &str) -> Vec<Message> {
    let parsed = parse(text.to_owned()).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let messages = parsed.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(Message {
            key: message.id.name,
            comment: message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default(),
            pattern: message.value.expect("a message has a value"),
        }),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => None,
        other => panic!("{file}: {other:?} is no message"),
    });
    messages.collect()
}

/// Which branches of a choice count.
#[derive(Clone, Copy)]
enum Which {
    /// What any of them fills.
    Any,
    /// What each of them fills.
    Each,
    /// What the last one fills.
    Default,
}

impl Message {
    /// The placeholders and functions in any branch, and what it chooses by.
    pub fn fills(&self) -> BTreeSet<String> {
        filled(&self.pattern, Which::Any)
    }

    /// The placeholders that are filled whatever is chosen.
    pub fn always_fills(&self) -> BTreeSet<String> {
        filled(&self.pattern, Which::Each)
    }

    /// The placeholders that are filled where nothing else fits.
    pub fn fills_by_default(&self) -> BTreeSet<String> {
        filled(&self.pattern, Which::Default)
    }

    /// The texts between the placeholders, of every branch.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        collect(&self.pattern, &mut |element| match element {
            PatternElement::TextElement { value }
            | PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => texts.push(value.clone()),
            PatternElement::Placeable { .. } => {}
        });
        texts
    }

    /// The names of the branches of every choice; numbers are as they are written.
    pub fn choices(&self) -> Vec<Vec<String>> {
        let mut choices = Vec::new();
        collect(&self.pattern, &mut |element| {
            if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } =
                element
            {
                choices.push(variants.iter().map(name_of).collect());
            }
        });
        choices
    }

    /// Whether some branch says nothing.
    pub fn is_empty_somewhere(&self) -> bool {
        is_empty(&self.pattern)
    }
}

fn name_of(variant: &Variant<String>) -> String {
    match &variant.key {
        VariantKey::Identifier { name } => name.clone(),
        VariantKey::NumberLiteral { value } => value.clone(),
    }
}

fn collect(pattern: &Pattern<String>, found: &mut impl FnMut(&PatternElement<String>)) {
    for element in &pattern.elements {
        found(element);
        if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } =
            element
        {
            for variant in variants {
                collect(&variant.value, found);
            }
        }
    }
}

fn is_empty(pattern: &Pattern<String>) -> bool {
    let says = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => !value.trim().is_empty(),
        PatternElement::Placeable { .. } => true,
    };
    let branch_is_empty = |element: &PatternElement<String>| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().any(|variant| is_empty(&variant.value))
        }
        _ => false,
    };
    !pattern.elements.iter().any(says) || pattern.elements.iter().any(branch_is_empty)
}

fn filled(pattern: &Pattern<String>, which: Which) -> BTreeSet<String> {
    let placeables = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::TextElement { .. } => None,
        PatternElement::Placeable { expression } => Some(expression),
    });
    placeables.flat_map(|expression| by_expression(expression, which)).collect()
}

fn by_expression(expression: &Expression<String>, which: Which) -> BTreeSet<String> {
    match expression {
        Expression::Inline(inline) => by_inline(inline),
        Expression::Select { selector, variants } => {
            let branches = variants.iter().map(|variant| filled(&variant.value, which));
            match which {
                Which::Any => branches.flatten().chain(by_inline(selector)).collect(),
                Which::Each => branches.reduce(|a, b| &a & &b).unwrap_or_default(),
                Which::Default => {
                    let default = variants.iter().find(|variant| variant.default);
                    filled(&default.expect("a choice has a default").value, which)
                }
            }
        }
    }
}

fn by_inline(inline: &InlineExpression<String>) -> BTreeSet<String> {
    match inline {
        InlineExpression::VariableReference { id } => [format!("${}", id.name)].into(),
        InlineExpression::FunctionReference { id, arguments } => {
            let function = format!("{}()", id.name);
            by_arguments(arguments).into_iter().chain([function]).collect()
        }
        InlineExpression::MessageReference { id, .. } => [id.name.clone()].into(),
        InlineExpression::TermReference { id, .. } => [format!("-{}", id.name)].into(),
        InlineExpression::Placeable { expression } => by_expression(expression, Which::Any),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {
            BTreeSet::new()
        }
    }
}

fn by_arguments(arguments: &CallArguments<String>) -> BTreeSet<String> {
    let named = arguments.named.iter().map(|argument| &argument.value);
    arguments.positional.iter().chain(named).flat_map(by_inline).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Message {
        messages("a test", text).pop().expect("a message")
    }

    #[test]
    fn a_message_tells_what_it_fills() {
        let message = one(
            "# term not settled: x\nk = { $a } of { $n ->\n    [one] one { $b }\n   *[other] { $n } { $b }\n  }\n",
        );
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(message.comment, "term not settled: x");
        assert_eq!(message.fills(), set(&["$a", "$b", "$n"]));
        assert_eq!(message.always_fills(), set(&["$a", "$b"]));
        assert_eq!(message.fills_by_default(), set(&["$a", "$b", "$n"]));
        assert_eq!(message.choices(), [["one", "other"]]);
        assert!(!message.is_empty_somewhere());
    }

    #[test]
    fn a_function_and_an_empty_branch_are_noticed() {
        assert!(one("k = { NUMBER($n) }\n").fills().contains("NUMBER()"));
        assert!(
            one("k = { $n ->\n    [one] { \"\" }\n   *[other] x\n  }\n").fills().contains("$n")
        );
    }
}
