//! The characters that a file may contain.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Script {
    Unicode,
    Ascii,
}
