/// What an author can do about a fault of form; libyaml's own words say only what it did not find.
enum SyntaxHint {
    /// The advice for the most common fault in a manifest.
    static let quoteTemplates = "quote templates: \"{{ x }}\""

    /// The advice for a fault, or nil if no cause is likely.
    static func hint(
        for message: String,
        at position: Position,
        context: YAMLError.Context?,
        in file: SourceFile
    ) -> String? {
        if hasUnquotedTemplate(file.line(position.line)) { return quoteTemplates }
        if let context, hasUnquotedTemplate(file.line(context.position.line)) { return quoteTemplates }
        switch message {
        case "found character that cannot start any token": return startHint(at: position, in: file)
        case "mapping values are not allowed in this context":
            return "check the indentation, and for ':' and a space in the line before; quote strings that contain ': '"
        case "found unexpected end of stream": return "the quote that opens this string is never closed"
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            return "indent with spaces; YAML does not allow tabs there"
        case "block sequence entries are not allowed in this context":
            return "start the list on a new line"
        case "did not find expected comment or line break":
            return "a string that starts with '|' or '>' needs quotes"
        case "did not find expected tag URI", "found undefined tag handle":
            return "a string that starts with '!' needs quotes"
        case "did not find expected node content":
            return "a string that starts with a bracket, a brace or a comma needs quotes"
        case "found unknown escape character", "did not find expected hexdecimal number":
            return "write \\\\ for a backslash, or use single quotes"
        case "found invalid Unicode character escape code":
            return "a surrogate stands for a character only together with its other half"
        case "did not find expected alphabetic or numeric character":
            return "a string that starts with '*' or '&' needs quotes"
        case "could not find expected ':'":
            return "write ':' and a space after the key in the line before, or check the indentation of this line"
        case "did not find expected key", "did not find expected '-' indicator":
            return "check the indentation of this line, and quotes that end too early or never"
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return "close the bracket, or quote strings that contain brackets, braces or commas"
        default: return nil
        }
    }

    /// Whether a template begins at a byte offset.
    static func isTemplate(at offset: Int, in file: SourceFile) -> Bool {
        let bytes = file.bytes
        guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return false }
        return bytes[offset + 1] == UInt8(ascii: "{") || bytes[offset + 1] == UInt8(ascii: "%")
    }

    /// Whether a value on a line starts with `{{` or `{%` and without a quote.
    static func hasUnquotedTemplate(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        var lastVisible: UInt8?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "{"), index + 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "%"),
                startsValue(after: lastVisible)
            {
                return true
            }
            if !byte.isBlank { lastVisible = byte }
        }
        return false
    }

    private static func startsValue(after byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return ":-,[".utf8.contains(byte)
    }

    private static func startHint(at position: Position, in file: SourceFile) -> String? {
        let offset = file.offset(of: position)
        guard offset < file.bytes.count else { return nil }
        switch file.bytes[offset] {
        case .tab: return "indent with spaces; YAML does not allow tabs there"
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
            let character = Unicode.Scalar(file.bytes[offset])
            return "a string that starts with '\(character)' needs quotes"
        default: return nil
        }
    }
}
