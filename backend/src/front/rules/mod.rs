//! What the pages that explain are made of: the guides, and what accessibility is tested by.
mod guides;
mod tested;

pub use self::guides::{GUIDES, Guide, Job, Shown, Trouble, guide, guide_of};
pub use self::tested::{AXE_TAGS, AXE_VERSION, Tested, WIDTHS, ZOOMED, languages};
