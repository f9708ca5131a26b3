//! What is done with the catalogue. Pages, the console and the API all call these.
mod controlled_lists;
mod courses;
mod materials;
mod parts;
mod taking;

pub use self::controlled_lists::{add_activities, add_course_types};
pub use self::courses::{
    Edition, Farewell, begin, create, publish, resume, retire, save_draft, suspend, verify,
};
pub use self::materials::{
    Had, KEPT_FOR_DAYS, NewMaterial, Replacement, Shelf, add_material, change_material, download,
    having, history_of, is_open, old_download, pack, purge_materials, reader_of, remove_material,
    replace_material, restore_material, room_for, room_in, seen, shelf, shown_to,
};
pub use self::parts::{Clash, Saved, SentPart, save_part};
pub use self::taking::{AsJson, Taking, first_found, found, own, to_print};
