//! Lists that the program closes: each value has one name in tables, forms and addresses, and the
//! key of its words, all in one place.

/// Declares a closed list: the name of each value, and the key of its words.
macro_rules! closed_list {
    (
        $(#[$about:meta])*
        $list:ident { $($(#[$meaning:meta])* $value:ident = $name:literal, $words:literal;)+ }
    ) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $list { $($(#[$meaning])* #[serde(rename = $name)] $value,)+ }

        impl $list {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The name in tables, forms and addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }

            /// The value of this name.
            pub fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }

            /// The words for the value.
            pub fn label(self) -> $crate::base::i18n::Message {
                $crate::base::i18n::Message::new(match self { $(Self::$value => $words,)+ })
            }
        }
    };
}

/// Declares a closed list that is a column of its own: names are those of the values, in snake
/// case.
macro_rules! stored_list {
    ($(#[$about:meta])* $list:ident $values:tt) => {
        $crate::base::closed_list::closed_list! {
            $(#[$about])*
            #[derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
            #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
            $list $values
        }
    };
}

pub(crate) use {closed_list, stored_list};

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum;

    stored_list! {
        /// How far something is.
        Stage {
            /// Not begun.
            NotBegun = "not_begun", "sheet-not-saved";
            /// Done.
            Done = "done", "sheet-saved";
        }
    }

    #[test]
    fn a_value_has_one_name_wherever_it_is_kept() {
        for stage in Stage::ALL {
            assert_eq!(stage.to_value(), stage.as_str());
            assert_eq!(Stage::of(stage.as_str()), Some(*stage));
            let json = serde_json::to_string(stage).expect("JSON");
            assert_eq!(json, format!("{:?}", stage.as_str()));
        }
        assert_eq!(Stage::of("begun"), None);
    }
}
