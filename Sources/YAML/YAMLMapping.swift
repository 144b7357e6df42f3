/// The entries of a mapping in the order of the reference.
///
/// Merged entries (`<<`) come first. A key that is written twice keeps the place of the first and takes the value of
/// the last.
package struct YAMLMapping: Sendable {
    /// A key with its value.
    package struct Entry: Sendable {
        /// The key; any scalar, not only text.
        package let key: YAMLNode

        /// The value.
        package let value: YAMLNode
    }

    /// A key that is written more than once in the same mapping.
    package struct Duplicate: Sendable {
        /// The key as written the second time (or third, and so on).
        package let key: YAMLNode

        /// The place of the key that was written first.
        package let first: SourceRange

        /// The place of the repeated key.
        package let repeated: SourceRange
    }

    /// The entries in order, each key once.
    package let entries: [Entry]

    /// The keys that are written more than once, in file order.
    ///
    /// A key that overrides a merged one is not among them.
    package let duplicates: [Duplicate]

    init(entries: [Entry], duplicates: [Duplicate]) {
        self.entries = entries
        self.duplicates = duplicates
    }

    /// The number of entries.
    package var count: Int { entries.count }
}
