//! The file can be read: UTF-8 text of at most 8 MB that is YAML.
//!
//! A file that cannot be read keeps all its records out.
//!
//! Wrong:
//!
//! ```yaml
//! gcsc-public-core:
//!   themes: [public-core
//! ```
//!
//! Right:
//!
//! ```yaml
//! gcsc-public-core:
//!   themes: [public-core]
//! ```
//!
//! Found while the file is read; see the room `parse`.
