import JSON

/// Finds the sentence in an error response.
enum ErrorText {
    /// Names under which APIs say what went wrong, the most telling first.
    private static let names = [
        "message", "messages", "error", "errors", "failures", "failure", "detail", "err", "error_message", "msg",
        "reason", "status_message",
    ]

    /// The text of a value: a string itself, the strings of a list with commas between, of an object the text of the
    /// first known member that is not empty.
    ///
    /// Nil for anything else.
    static func find(in value: JSONValue) -> String? {
        switch value.opened {
        case .string(let text): text
        case .array(let elements): elements.compactMap(find).joined(separator: ", ")
        case .object(let members): names.lazy.compactMap { members[$0] }.first(where: \.isTruthy).flatMap(find)
        default: nil
        }
    }
}
