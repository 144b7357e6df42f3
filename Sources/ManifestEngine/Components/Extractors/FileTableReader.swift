import Diagnostics
import JSON

/// Reads the rows of a CSV table as pandas does, as objects of strings and nulls.
///
/// Cells that a row lacks are null. Lines of spaces and tabs alone are skipped, a byte order mark and null bytes left out.
final class FileTableReader: BodyReader {
    private var cells = CSVCells(delimiter: [UInt8(ascii: ",")])
    private let charset = CharsetReader("utf-8-sig")
    private let nullTexts: CellTexts
    private let batch: JSONBatch
    private var header: FileTableHeader?
    private var rowCount = 0
    private var nullByteCount = 0
    private var hasEnded = false
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(nullTexts: CellTexts, recordDepth: Int) {
        self.nullTexts = nullTexts
        batch = JSONBatch(recordDepth: recordDepth)
    }

    var fault: String? {
        if nullByteCount > 0 {
            return "The table of the response has \(nullByteCount) null bytes, which were left out."
        }
        guard let surplus = header?.surplus, surplus > 0 else { return nil }
        return "Rows of the response have more cells than there are names: the first \(surplus) of each were left out."
    }

    func feed(_ piece: Bytes) { cells.feed(withoutNullBytes(charset?.utf8(of: piece) ?? piece)) }

    func end() {
        hasEnded = true
        cells.end()
    }

    private func withoutNullBytes(_ piece: Bytes) -> Bytes {
        guard piece.buffer.contains(0) else { return piece }
        let kept = Bytes(piece.buffer.filter { $0 != 0 })
        nullByteCount += piece.count - kept.count
        return kept
    }

    func next() throws -> [JSONValue] {
        if let failure { throw failure }
        while failure == nil, !batch.isFull, cells.completeRow() {
            take()
            cells.beginRow()
        }
        if cells.text.count > LineReader.longestLine {
            failure = Self.failure("has a row of more than 256 MiB; a closing quote may be missing")
        }
        let before = rowCount - batch.count
        let (values, fault) = batch.take()
        if fault != nil { failure = Self.failure("is not UTF-8 in row \(before + values.count + 1)") }
        if values.isEmpty, let failure { throw failure }
        return values
    }

    private func take() {
        guard !isBlank else { return }
        guard var header else {
            return self.header = FileTableHeader(cells)
        }
        if cells.endsInQuotes { return failure = Self.failure("ends inside quotes, in row \(rowCount + 1)") }
        header.note(cells)
        self.header = header
        guard header.fits(cells) else {
            return failure = Self.failure(
                "has \(cells.ends.count) cells in row \(rowCount + 1), but \(header.width) in those before"
            )
        }
        rowCount += 1
        header.write(cells, nullTexts: nullTexts, to: batch.text)
        batch.endValue()
    }

    /// Whether the row has nothing but spaces and tabs, outside of quotes.
    private var isBlank: Bool {
        cells.ends.count <= 1 && !cells.hasQuotes && cells.text.buffer.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func failure(_ what: String) -> EngineFailure {
        EngineFailure(.system, "The table of the response \(what). No records from there on can be read.")
    }
}
