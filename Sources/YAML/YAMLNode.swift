/// A value of a YAML document with its place in the file.
///
/// An alias is a node of its own: it stands where `*name` stands, shares the content of the anchored node, and tells in
/// ``definedAt`` where that content is written.
package final class YAMLNode: Sendable {
    /// The value, resolved as YAML 1.1 does.
    package let value: YAMLValue

    /// The place of this node, its tag and anchor included; the place of the alias if it is one.
    package let range: SourceRange

    /// The place of the anchored node when this node is an alias.
    package let definedAt: SourceRange?

    /// How a scalar is written; nil for mappings and sequences.
    package let style: ScalarStyle?

    /// The file that the places belong to.
    package let file: SourceFile

    init(
        value: YAMLValue,
        range: SourceRange,
        style: ScalarStyle?,
        file: SourceFile,
        definedAt: SourceRange? = nil
    ) {
        self.value = value
        self.range = range
        self.style = style
        self.file = file
        self.definedAt = definedAt
    }

    /// The same content, used at another place.
    func alias(at place: SourceRange) -> YAMLNode {
        YAMLNode(value: value, range: place, style: style, file: file, definedAt: definedAt ?? range)
    }

    /// The place where the content is written: that of the anchored node for an alias, else ``range``.
    package var contentRange: SourceRange { definedAt ?? range }

    /// The place of a byte of a string's value, such as an expression inside a template.
    ///
    /// Exact for every style as long as lines end in LF or CR LF. For an alias the place is in the anchored text.
    ///
    /// - Parameter offset: An offset into the UTF-8 form of the value; its end is allowed.
    /// - Returns: The place of the character there, or the start of the scalar if this is not a string or too short.
    package func position(atUTF8Offset offset: Int) -> Position {
        guard case .string(let text) = value, let style else { return contentRange.start }
        let places = ScalarPlaces(text: text, style: style, range: contentRange, file: file)
        return places.position(atUTF8Offset: offset) ?? contentRange.start
    }

    /// The text of this node as it stands in the file.
    package var sourceText: String { file.text(in: contentRange) }
}

extension YAMLNode {
    /// The value if it is text.
    package var string: String? {
        if case .string(let value) = value { value } else { nil }
    }
}
