/// How a scalar is written in the file.
package enum ScalarStyle: UInt8, Sendable, Hashable {
    /// Without quotes.
    case plain
    /// In single quotes.
    case singleQuoted
    /// In double quotes, where escapes count.
    case doubleQuoted
    /// A block after `|`, with its line breaks kept.
    case literal
    /// A block after `>`, with its lines joined.
    case folded
}
