//! Setters for the parts of a document, to be chained.

/// `setters! { text: place, publisher; list: author => authors: Name; value: title: Title }`
macro_rules! setters {
    (
        $(text: $($text:ident),+ $(,)?;)?
        $(value: $($value:ident: $value_type:ty),+ $(,)?;)?
        $(list: $($one:ident => $many:ident: $item:ty),+ $(,)?;)?
    ) => {
        $($(
            #[doc = concat!("Sets [`", stringify!($text), "`](#structfield.", stringify!($text), ").")]
            #[must_use]
            pub fn $text(mut self, $text: impl Into<String>) -> Self {
                self.$text = Some($text.into());
                self
            }
        )+)?
        $($(
            #[doc = concat!("Sets [`", stringify!($value), "`](#structfield.", stringify!($value), ").")]
            #[must_use]
            pub fn $value(mut self, $value: impl Into<$value_type>) -> Self {
                self.$value = Some($value.into());
                self
            }
        )+)?
        $($(
            #[doc = concat!("Adds one to [`", stringify!($many), "`](#structfield.", stringify!($many), ").")]
            #[must_use]
            pub fn $one(mut self, $one: impl Into<$item>) -> Self {
                self.$many.push($one.into());
                self
            }
        )+)?
    };
}
pub(crate) use setters;
