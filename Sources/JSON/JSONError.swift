/// Says why a text is not JSON, and where.
package struct JSONError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    package let message: String
    /// Distance from the start of the text, in bytes.
    package let offset: Int

    package init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    package var description: String { "\(message) at byte \(offset)" }
}
