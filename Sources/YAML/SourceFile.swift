/// A text with its name, able to show its lines and to turn places into byte offsets.
///
/// Lines end where libyaml ends them: at LF, CR LF, CR, and at the Unicode breaks NEL, LS and PS.
package final class SourceFile: Sendable {
    /// The name of the file as its user gave it, such as `gong.yaml`.
    package let name: String

    /// The bytes of the file, a byte order mark included.
    package let bytes: [UInt8]

    /// The offset of the first byte of each line; the first is 3 when a byte order mark stands before it.
    private let lineStarts: [Int]

    /// Makes a file from its bytes, which need not be valid UTF-8.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lineStarts = Self.findLines(in: bytes)
    }

    /// Makes a file from its text.
    package convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The offset of the first byte after a byte order mark.
    var contentStart: Int { lineStarts[0] }

    /// The text of a line without its line break.
    ///
    /// A number outside the file gives an empty text.
    ///
    /// - Parameter number: The line, from 1.
    /// - Returns: The characters up to the line break, without a byte order mark.
    package func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        return String(decoding: bytes[lineStarts[number - 1]..<endOfLine(number)], as: UTF8.self)
    }

    /// The text between two places.
    package func text(in range: SourceRange) -> String {
        let start = offset(of: range.start)
        return String(decoding: bytes[start..<max(start, offset(of: range.end))], as: UTF8.self)
    }

    /// The byte offset of a place; a place outside the file gives its nearest end.
    package func offset(of position: Position) -> Int {
        guard position.line <= lineStarts.count else { return bytes.count }
        var offset = lineStarts[position.line - 1]
        var left = position.column - 1
        while left > 0, offset < bytes.count {
            offset = bytes.afterScalar(at: offset)
            left -= 1
        }
        return offset
    }

    /// The place of a byte offset; an offset outside the file gives its nearest end.
    package func position(ofOffset offset: Int) -> Position {
        let offset = min(max(offset, contentStart), bytes.count)
        let line = lineIndex(ofOffset: offset)
        let scalars = bytes[lineStarts[line]..<offset].count { !$0.isContinuation }
        return Position(line: line + 1, column: scalars + 1)
    }

    /// The index of the last line that starts at an offset or before it.
    private func lineIndex(ofOffset offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The offset just after the last byte of a line, its break left out.
    private func endOfLine(_ number: Int) -> Int {
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        guard number < lineStarts.count else { return end }
        if end - start >= 2, bytes[end - 1] == .lineFeed, bytes[end - 2] == .carriageReturn { return end - 2 }
        while end > start, bytes[end - 1].isContinuation { end -= 1 }
        return max(start, end - 1)
    }

    private static func findLines(in bytes: [UInt8]) -> [Int] {
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var index = starts[0]
        while index < bytes.count {
            let length = bytes.breakLength(at: index)
            index += max(1, length)
            if length > 0 { starts.append(index) }
        }
        return starts
    }
}
