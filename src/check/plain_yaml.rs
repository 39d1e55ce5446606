//! No anchors, aliases, tags, merge keys or brackets nested more than eight deep.
//!
//! A reader should see each value where it is used, and a file must not unfold into a much larger one.
//!
//! Wrong:
//!
//! ```yaml
//! un-charter-51:
//!   force: &law binding
//! un-charter-2-4:
//!   force: *law
//! ```
//!
//! Right:
//!
//! ```yaml
//! un-charter-51:
//!   force: binding
//! un-charter-2-4:
//!   force: binding
//! ```
//!
//! Found while the file is read; see the room `parse`.
