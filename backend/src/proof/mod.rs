//! Whether what is stored is what was written: the chain of the audit log, and every figure and
//! state that can be derived again from the rows behind it.
pub mod actions;
pub mod rules;
