//! What is done with files and links of courses: centres keep them, readers take them.
mod having;
mod keeping;

pub use self::having::{
    Had, download, having, history_of, is_open, old_download, pack, reader_of, seen, shown_to,
};
pub use self::keeping::{
    KEPT_FOR_DAYS, NewMaterial, Replacement, Shelf, add_material, change_material, purge_materials,
    remove_material, replace_material, restore_material, room_for, room_in, shelf,
};
