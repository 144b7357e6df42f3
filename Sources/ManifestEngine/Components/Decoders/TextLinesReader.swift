import Diagnostics
import JSON

/// Makes an object with the member `record` of each line.
final class TextLinesReader: BodyReader {
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let batch: JSONBatch
    private var piece = Bytes()
    /// Where the rest of the piece begins.
    private var place = 0
    /// The beginning of a line that continues in the next piece.
    private let start = Bytes()
    /// The line before ended with CR: an LF after it is the same end.
    private var skipsLineFeed = false
    private var hasEnded = false
    private var count = 0
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(recordDepth: Int) { batch = JSONBatch(recordDepth: recordDepth) }

    func feed(_ piece: Bytes) {
        self.piece = piece
        place = 0
    }

    func end() { hasEnded = true }

    func next() throws -> [JSONValue] {
        if let failure { throw failure }
        while !batch.isFull, takeLine() {}
        if start.count > LineReader.longestLine {
            failure = EngineFailure(.system, "A line of the response is longer than 256 MiB, so it is not read.")
        }
        let (values, fault) = batch.take()
        count += values.count
        if fault != nil {
            failure = EngineFailure(
                .system,
                "Line \(count + 1) of the response is not UTF-8. No records from there on can be read."
            )
        }
        if values.isEmpty, let failure { throw failure }
        return values
    }

    /// Writes the next line as a value; false when there is none yet.
    private func takeLine() -> Bool {
        let bytes = piece.buffer
        if skipsLineFeed, place < bytes.count {
            skipsLineFeed = false
            if bytes[place] == Self.lineFeed { place += 1 }
        }
        var end = place
        while end < bytes.count, bytes[end] != Self.lineFeed, bytes[end] != Self.carriageReturn { end += 1 }
        let part = UnsafeBufferPointer(rebasing: bytes[place..<end])
        place = end
        guard end < bytes.count else {
            start.append(UnsafeRawBufferPointer(part))
            guard hasEnded, start.count > 0 else { return false }
            write(start.buffer)
            start.removeAll()
            return true
        }
        place += 1
        skipsLineFeed = bytes[end] == Self.carriageReturn
        guard start.count > 0 else {
            write(part)
            return true
        }
        start.append(UnsafeRawBufferPointer(part))
        write(start.buffer)
        start.removeAll()
        return true
    }

    private func write(_ line: UnsafeBufferPointer<UInt8>) {
        batch.text.append("{\"record\":")
        batch.text.appendQuoted(line)
        batch.text.append(UInt8(ascii: "}"))
        batch.endValue()
    }
}
