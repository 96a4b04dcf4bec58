//! How the kinds of one feature are written down: once, with their fields and their buttons.

use super::Value;
use crate::domain::press::Press;

/// One answer that a message offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What the button says.
    pub label: Label,
    /// What pressing it means.
    pub press: Press,
}

/// What a button says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// The attribute of this name, with what its own variables stand for.
    Attribute(&'static str, Vec<(&'static str, Value)>),
    /// The same in every language: a name, a time.
    Words(Value),
}

/// What a kind consists of.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name.
    pub kind: &'static str,
    /// What it says, in a sentence for those who read of it elsewhere.
    pub about: &'static str,
    /// The names and types of its fields.
    pub fields: &'static [(&'static str, &'static str)],
    /// The attributes that label its buttons.
    pub labels: &'static [&'static str],
}

impl Offer {
    /// A button that says a name.
    pub const fn saying(words: String, press: Press) -> Self {
        Self { label: Label::Words(Value::Text(words)), press }
    }
}

/// Declares the messages of one feature.
///
/// After the fields stand the buttons: `[attribute => press, …]`, and after those, where they
/// depend on the data, `+ offers` with an expression that gives more of them. Both see the fields
/// by name.
macro_rules! says {
    (
        $(#[$doc:meta])*
        $name:ident $feature:literal
        $(
            $(#[doc = $about:literal])+
            $kind:ident $({ $($field:ident: $type:ty),+ $(,)? })?
                $([$($label:ident => $press:expr),+ $(,)?])? $(+ $more:expr)?;
        )+
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "the fields are what their names and types say")]
        pub enum $name {
            $($(#[doc = $about])+ $kind $({ $($field: $type),+ })?,)+
        }

        impl $name {
            /// The first part of its keys in the locale files.
            pub const FEATURE: &'static str = $feature;

            /// What its kinds consist of.
            pub const SHAPES: &'static [$crate::domain::message::Shape] = &[
                $($crate::domain::message::Shape {
                    kind: stringify!($kind),
                    about: concat!($($about),+),
                    fields: &[$($((stringify!($field), stringify!($type))),+)?],
                    labels: &[$($(stringify!($label)),+)?],
                },)+
            ];

            pub(super) const fn feature(&self) -> &'static str {
                Self::FEATURE
            }

            pub(super) const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind { .. } => stringify!($kind),)+
                }
            }

            pub(super) fn values(&self) -> Vec<(&'static str, $crate::domain::message::Value)> {
                #[allow(unused_imports, reason = "a feature may have no fields at all")]
                use $crate::domain::message::value::Shown;
                match self {
                    $(Self::$kind $({ $($field),+ })? => {
                        vec![$($((stringify!($field), $field.shown())),+)?]
                    })+
                }
            }

            #[allow(unused_variables, reason = "few buttons need every field")]
            pub(super) fn offers(&self) -> Vec<$crate::domain::message::Offer> {
                match self {
                    $(Self::$kind $({ $($field),+ })? => {
                        #[allow(unused_mut, reason = "most messages have no buttons")]
                        let mut offers: Vec<$crate::domain::message::Offer> = vec![$($(
                            $crate::domain::message::Offer {
                                label: $crate::domain::message::Label::Attribute(
                                    stringify!($label),
                                    vec![],
                                ),
                                press: $press,
                            }
                        ),+)?];
                        $(offers.extend($more);)?
                        offers
                    })+
                }
            }
        }
    };
}
