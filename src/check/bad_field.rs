//! Each record has the fields of its type, each once, and the needed ones are there.
//!
//! A mistyped optional field would be lost in silence.
//!
//! Wrong:
//!
//! ```yaml
//! gcsc-public-core:
//!   titel: Do not damage the public core
//! ```
//!
//! Right:
//!
//! ```yaml
//! gcsc-public-core:
//!   title: Do not damage the public core
//! ```
//!
//! Found while the file is read; see the room `parse`.
