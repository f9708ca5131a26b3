//! The tables.
use crate::base::files::Arrived;
use crate::base::ids::{CourseId, MaterialId};

pub(super) mod material {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, MaterialId};
    use crate::catalogue::rules::{Access, Licence};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "material")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MaterialId,
        pub course_id: CourseId,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub kind: String,
        pub language: String,
        pub licence: Licence,
        pub access: Access,
        pub version: i32,
        pub revision: i32,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
        pub removed_at: Option<DateTimeUtc>,
        pub removed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod version {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, MaterialId, StoredFileId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "material_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub material_id: MaterialId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub file_id: Option<StoredFileId>,
        #[sea_orm(column_type = "Text", nullable)]
        pub name: Option<String>,
        pub file_type: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub link: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub note: String,
        pub added_at: DateTimeUtc,
        pub added_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

/// Which material of which course.
#[derive(Clone, Copy, Debug)]
pub struct MaterialKey {
    /// The course.
    pub course: CourseId,
    /// The material, whose id is made by the form, so that sending the form twice adds one.
    pub id: MaterialId,
}

/// What a version is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file that has arrived.
    File(Arrived),
    /// An address elsewhere.
    Link(String),
}

/// A version to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// Its number, from 1.
    pub number: i32,
    /// What it is.
    pub source: &'a Source,
    /// What it changes; may be empty.
    pub note: &'a str,
}
