import JSON

/// Finds the sentence in an error answer.
enum ErrorText {
    /// Names under which APIs say what went wrong, the most telling first.
    private static let names = [
        "message", "messages", "error", "errors", "failures", "failure", "detail", "err", "error_message", "msg",
        "reason", "status_message",
    ]

    /// The text of a value: a string itself, the texts of a list with commas between, of an object the text of the
    /// first known member that is not empty.
    ///
    /// Nil for anything else.
    static func find(in value: JSONValue) -> String? {
        switch value.opened {
        case .string(let text): text
        case .array(let elements): elements.compactMap(find).joined(separator: ", ")
        case .object(let members): names.lazy.compactMap { members[$0] }.first(where: isTruthy).flatMap(find)
        default: nil
        }
    }

    private static func isTruthy(_ value: JSONValue) -> Bool {
        switch value.opened {
        case .null, .view: false
        case .bool(let flag): flag
        case .integer(let number): number != 0
        case .bigInteger: true
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        }
    }

    // MARK: Looking before parsing

    /// Whether the error text of a body can hold a text.
    ///
    /// False is certain, true is not.
    ///
    /// The error text is made of strings of the body with `, ` between them. So each part of the text between commas
    /// must stand in the bytes, unless it has characters that are written as escapes: control characters, quotes and
    /// the like, and everything beyond ASCII.
    static func mayContain(_ needle: String, body: Bytes) -> Bool {
        guard needle.utf8.allSatisfy(isNeverEscaped) else { return true }
        return needle.split(separator: ", ").allSatisfy { CLibrary.contains(Array($0.utf8), in: body.buffer) }
    }

    /// Whether JSON writers put a character down as it is.
    private static func isNeverEscaped(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && !#""'/<>&+=\"#.utf8.contains(byte)
    }
}
