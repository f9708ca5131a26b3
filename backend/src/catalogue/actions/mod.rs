//! What is done with the catalogue. Pages, the console and the API all call these.
mod co_delivery;
mod controlled_lists;
mod courses;
mod digests;
mod freshness;
pub mod imports;
mod materials;
mod modules;
mod overlap;
mod parts;
mod proposals;
mod search;
mod subscriptions;
mod taking;
mod texts;
mod versions;

pub use self::co_delivery::{Desk, Line, Side, answer, desk, invite, shared};
pub use self::controlled_lists::{add_activities, add_course_types};
pub use self::courses::{
    Edition, Farewell, begin, create, publish, resume, retire, save_draft, suspend,
};
pub use self::digests::send_due;
pub use self::freshness::{Care, care, remind, stale, stale_in_region, unverify, verify};
pub use self::materials::{
    Had, KEPT_FOR_DAYS, NewMaterial, Replacement, Shelf, add_material, change_material, download,
    having, history_of, is_open, old_download, pack, purge_materials, reader_of, remove_material,
    replace_material, restore_material, room_for, room_in, seen, shelf, shown_to,
};
pub use self::modules::{
    Changed, Choice, CourseOfModule, ModuleClash, OpenedModule, SentModule, change_module, chosen,
    codes_taken, count_modules, courses_of_module, create_module, id_of_module, keep_modules,
    list_modules, module_in_draft, module_versions, on_shelf, open_module, retire_module,
    standings, take_module, to_take,
};
pub use self::overlap::{Dismissed, Similar, dismiss, similar, take_back};
pub use self::parts::{Clash, Saved, SentPart, save_part};
pub use self::proposals::{Waiting, propose, send_back, waiting, waiting_after, withdraw};
pub use self::search::keep_found;
pub use self::subscriptions::{
    ask, confirm, confirm_link, end, end_link, locale_of, manage_link, managed, step_of_link,
    step_of_person, subscribe, sweep, to_confirm, to_end, zone_of,
};
pub use self::taking::{AsJson, Taking, first_found, found, own, to_print};
pub use self::texts::{
    SavedTexts, SentTexts, TextsClash, TextsRow, put_texts, remove_texts, review_texts, save_texts,
    texts_after, texts_of_centre, unreview_texts,
};
pub use self::versions::{Compared, Side as VersionSide, compare, copy, readable, restore};
