//! The course editor: its parts, two people at work, versions, proposals and modules.
mod letters;
mod order;
mod parts;
mod proposals;
mod versions;
