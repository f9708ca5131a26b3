//! Closed lists of the data files: each value is spelt once.

/// Declares an enum whose values carry the spelling of the data files: serde reads it, `as_str`
/// gives it back.
macro_rules! closed_list {
    (
        $(#[$about:meta])*
        pub enum $list:ident {
            $($(#[$meaning:meta])* $value:ident = $spelling:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
        pub enum $list {
            $($(#[$meaning])* #[serde(rename = $spelling)] $value,)+
        }

        impl $list {
            /// Every value, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The value as the data files spell it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $spelling,)+
                }
            }
        }
    };
}

pub(crate) use closed_list;
