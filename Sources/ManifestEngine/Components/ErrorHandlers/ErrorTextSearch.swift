import JSON
import Text

/// A string to look for in the error messages of responses, prepared once.
///
/// Every response is searched, pages too, so a body that cannot contain the string is recognized by its bytes alone.
struct ErrorTextSearch: Sendable {
    let text: String
    /// Pieces that are all in the bytes of a body whose error message contains the string; nil when bytes cannot show it.
    ///
    /// The error message is made of strings of the body joined by `, `. So each part of the string between commas
    /// must be in the bytes, unless it has characters that are written as escapes: control characters, quotes and
    /// the like, and everything beyond ASCII.
    private let pieces: [[UInt8]]?

    init(_ text: String) {
        self.text = text
        let isPlain = text.utf8.allSatisfy(Self.isNeverEscaped)
        pieces = isPlain ? Self.parts(of: text) : nil
    }

    /// The parts between commas; a space after a comma is not part of any string in the body.
    private static func parts(of text: String) -> [[UInt8]] {
        let parts = text.utf8.split(separator: UInt8(ascii: ","))
        return parts.map { Array($0.first == UInt8(ascii: " ") ? $0.dropFirst() : $0) }.filter { !$0.isEmpty }
    }

    /// Whether the error message of a body can contain the string.
    ///
    /// False is certain, true is not.
    func mayBeFound(in body: Bytes) -> Bool {
        guard let pieces else { return true }
        return pieces.allSatisfy { CLibrary.contains($0, in: body.buffer) }
    }

    /// Whether JSON writers put a character down as it is.
    private static func isNeverEscaped(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && !#""'/<>&+=\"#.utf8.contains(byte)
    }
}
