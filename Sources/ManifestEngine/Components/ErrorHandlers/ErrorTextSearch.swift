import JSON
import Text

/// A text that is looked for in the error texts of answers, prepared once.
///
/// Every answer is asked, pages too, so a body that cannot have the text is told by its bytes, without a parse.
struct ErrorTextSearch: Sendable {
    let text: String
    /// Pieces that all stand in the bytes of a body whose error text has the text; nil when bytes cannot tell.
    ///
    /// The error text is made of strings of the body with `, ` between them. So each part of the text between commas
    /// must stand in the bytes, unless it has characters that are written as escapes: control characters, quotes and
    /// the like, and everything beyond ASCII.
    private let pieces: [[UInt8]]?

    init(_ text: String) {
        self.text = text
        let isPlain = text.utf8.allSatisfy(Self.isNeverEscaped)
        pieces = isPlain ? Self.parts(of: text) : nil
    }

    /// The parts between commas; a space behind a comma stands in no string of the body.
    private static func parts(of text: String) -> [[UInt8]] {
        let parts = text.utf8.split(separator: UInt8(ascii: ","))
        return parts.map { Array($0.first == UInt8(ascii: " ") ? $0.dropFirst() : $0) }.filter { !$0.isEmpty }
    }

    /// Whether the error text of a body can hold the text.
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
