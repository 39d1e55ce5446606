//! Each file stands where its folder says what it holds, and ends in `.yaml`.
//!
//! The folder gives the type of the records; a file elsewhere would be ignored in silence.
//!
//! Wrong:
//!
//! ```yaml
//! states.yaml
//! ```
//!
//! Right:
//!
//! ```yaml
//! actors/states.yaml
//! ```
//!
//! Found while the file is read; see the room `parse`.
