//! What characters a file may hold.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Script {
    Unicode,
    Ascii,
}
