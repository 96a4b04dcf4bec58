//! What a pattern of a locale file refers to, however deep inside.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// What a pattern refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// Variables, without their dollar signs.
    pub variables: BTreeSet<String>,
    /// Messages and terms, terms with their dash; and which attribute of theirs, if one.
    pub references: BTreeSet<(String, Option<String>)>,
    /// Functions, of which we have none.
    pub functions: BTreeSet<String>,
    /// Whether there is anything to show: not only blanks.
    pub says: bool,
}

impl Contents {
    /// What `pattern` refers to.
    pub fn of(pattern: &Pattern<&str>) -> Self {
        let mut contents = Self::default();
        contents.pattern(pattern);
        contents
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.says |= !value.trim().is_empty(),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => {
                self.inline(inline);
                self.says |= match inline {
                    InlineExpression::StringLiteral { value } => !value.trim().is_empty(),
                    InlineExpression::NumberLiteral { .. }
                    | InlineExpression::FunctionReference { .. }
                    | InlineExpression::MessageReference { .. }
                    | InlineExpression::TermReference { .. }
                    | InlineExpression::VariableReference { .. } => true,
                    // What is inside has said so.
                    InlineExpression::Placeable { .. } => false,
                };
            }
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        let mut refer = |key: String, attribute: Option<&str>| {
            self.references.insert((key, attribute.map(str::to_owned)));
        };
        let arguments = match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                None
            }
            InlineExpression::MessageReference { id, attribute } => {
                refer(id.name.to_owned(), attribute.as_ref().map(|attribute| attribute.name));
                None
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                refer(format!("-{}", id.name), attribute);
                arguments.as_ref()
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                Some(arguments)
            }
            InlineExpression::Placeable { expression } => {
                self.expression(expression);
                None
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => None,
        };
        for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
            self.inline(argument);
        }
    }
}
