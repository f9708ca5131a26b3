//! The course editor: its parts, two people at work, versions, proposals and modules.
mod parts;
