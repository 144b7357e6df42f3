/// A place in a text: line and column, both counted from 1.
///
/// Columns count Unicode scalars, and a byte order mark at the start of the file is not one of them.
package struct Position: Sendable, Hashable, Comparable, CustomStringConvertible {
    // Two 32-bit numbers keep nodes small; every node of a file holds two places.
    private let storedLine: UInt32
    private let storedColumn: UInt32

    /// The first character of a file.
    package static let start = Position(line: 1, column: 1)

    /// Makes a place; numbers below 1 become 1.
    package init(line: Int, column: Int) {
        storedLine = UInt32(clamping: max(1, line))
        storedColumn = UInt32(clamping: max(1, column))
    }

    /// The line, from 1.
    package var line: Int { Int(storedLine) }

    /// The column in Unicode scalars, from 1.
    package var column: Int { Int(storedColumn) }

    /// The place as `line:column`.
    package var description: String { "\(line):\(column)" }

    package static func < (left: Position, right: Position) -> Bool {
        (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
    }
}
