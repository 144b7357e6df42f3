extension String {
    /// The first characters, with an ellipsis where some are left out.
    ///
    /// The ellipsis also tells `SecretMask` that a secret may be cut there.
    package func shortened(to length: Int) -> String { count <= length ? self : "\(prefix(length))…" }
}
