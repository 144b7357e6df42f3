/// A part of a text, from its first character to just after its last one.
package struct SourceRange: Sendable, Hashable, CustomStringConvertible {
    /// The place of the first character.
    package let start: Position

    /// The place just after the last character.
    package let end: Position

    /// Makes a range from its two ends.
    package init(start: Position, end: Position) {
        self.start = start
        self.end = end
    }

    /// The range as `line:column-line:column`.
    package var description: String { "\(start)-\(end)" }
}
