package import YAML

/// A sample text with marks `①`, `②` and so on where something is expected; the marks are not part of the text.
package struct MarkedText: Sendable {
    /// The sample without its marks.
    package let text: String
    /// The place after each mark.
    package let marks: [Character: Position]

    package init(_ sample: String) {
        var text = ""
        var marks: [Character: Position] = [:]
        var line = 1
        var column = 1
        for letter in sample {
            if Self.isMark(letter) {
                marks[letter] = Position(line: line, column: column)
                continue
            }
            text.append(letter)
            (line, column) = letter.isNewline ? (line + 1, 1) : (line, column + letter.unicodeScalars.count)
        }
        self.text = text
        self.marks = marks
    }

    private static func isMark(_ letter: Character) -> Bool { ("①"..."⑳").contains(letter) }

    /// The mark at a place; `-` when there is none.
    package func mark(at position: Position?) -> Character {
        marks.first { $0.value == position }?.key ?? "-"
    }
}
