import Diagnostics
import JSON

/// Reads the rows of a CSV body as objects, named by the first row.
///
/// See `CsvDecoder`.
///
/// Many rows make one document, so that a record is a place in it and not a tree of values.
final class CSVReader: BodyReader {
    /// Bytes of a document at which no further row is added to it.
    private static let documentSize = 128 * 1024

    private var cells: CSVCells
    private let charset: CharsetReader
    private let nullTexts: CellTexts?
    private let indexDepth: Int
    private var header: CSVHeader?
    private var rowCount = 0
    /// Whether the name of the first column begins with a byte order mark.
    private var hasMark = false
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(_ cells: CSVCells, _ charset: CharsetReader, nullTexts: CellTexts?, recordDepth: Int) {
        self.cells = cells
        self.charset = charset
        self.nullTexts = nullTexts
        indexDepth = recordDepth + 2
    }

    var fault: String? {
        if cells.endsInQuotes {
            return
                "The CSV of the response ends inside quotes: the last cell of row \(rowCount) takes the rest of the body."
        }
        guard hasMark else { return nil }
        return "The name of the first column begins with a byte order mark. Set 'encoding: utf-8-sig' to leave it out."
    }

    func feed(_ piece: Bytes) {
        guard failure == nil else { return }
        cells.feed(charset.utf8(of: piece))
        guard charset.hasFault else { return }
        failure = Self.failure("has bytes that are not valid in its encoding", row: rowCount + 1)
    }

    func end() {
        if charset.isCut, failure == nil {
            failure = Self.failure("ends in the middle of a character", row: rowCount + 1)
        }
        cells.end()
    }

    func next() throws -> [JSONValue] {
        let json = Bytes(capacity: Self.documentSize + 4096)
        json.append(UInt8(ascii: "["))
        let first = rowCount + 1
        while json.count < Self.documentSize, cells.completeRow() {
            take(into: json)
            cells.beginRow()
        }
        if cells.text.count > LineReader.longestLine {
            failure = Self.failure(
                "has a row of more than 256 MiB; a closing quote may be missing",
                row: rowCount + 1
            )
        }
        guard json.count > 1 else {
            if let failure { throw failure }
            return []
        }
        json.removeLast(1)
        json.append(UInt8(ascii: "]"))
        json.pad()
        do throws(JSONError) {
            return try JSONDocument(json, indexDepth: indexDepth).root.elements.map(JSONValue.view)
        } catch {
            throw Self.failure("is not UTF-8", row: first, last: rowCount)
        }
    }

    /// Makes an object of the row at hand, and a comma after it.
    private func take(into json: Bytes) {
        guard let header else {
            hasMark = cells.text.buffer.starts(with: [0xEF, 0xBB, 0xBF])
            return self.header = CSVHeader(cells)
        }
        guard !cells.ends.isEmpty else { return }
        rowCount += 1
        header.write(cells, nullTexts: nullTexts, to: json)
        json.append(UInt8(ascii: ","))
    }

    private static func failure(_ what: String, row: Int, last: Int? = nil) -> EngineFailure {
        let rows = last.map { $0 > row ? "one of the rows \(row) to \($0)" : "row \(row)" } ?? "row \(row)"
        return EngineFailure(
            .system,
            "The CSV of the response \(what): \(rows). No records from there on can be read.",
            detail: "See 'encoding' and 'delimiter' of the decoder."
        )
    }
}

/// The names of the columns, and how rows are written by them.
struct CSVHeader {
    /// A name with what stands before its value, and the column whose value it has.
    private let columns: [(key: [UInt8], column: Int)]
    /// Columns in all.
    private let count: Int

    init(_ cells: CSVCells) {
        count = cells.ends.count
        var places: [String: Int] = [:]
        var columns: [(key: [UInt8], column: Int)] = []
        for column in 0..<count {
            let name = String(decoding: cells.cell(column), as: UTF8.self)
            if let place = places[name] {
                columns[place].column = column
            } else {
                places[name] = columns.count
                columns.append((Array("\(JSONValue.string(name).text):".utf8), column))
            }
        }
        self.columns = columns
    }

    /// Writes a row as an object.
    func write(_ cells: CSVCells, nullTexts: CellTexts?, to json: Bytes) {
        json.append(UInt8(ascii: "{"))
        for (key, column) in columns {
            json.append(contentsOf: key)
            if column < cells.ends.count {
                Self.write(cells.cell(column), nullTexts, to: json)
            } else {
                json.append("null")
            }
            json.append(UInt8(ascii: ","))
        }
        if cells.ends.count > count {
            json.append("\"null\":[")
            for column in count..<cells.ends.count {
                Self.write(cells.cell(column), nil, to: json)
                json.append(UInt8(ascii: ","))
            }
            json.removeLast(1)
            json.append("],")
        }
        json.removeLast(1)
        json.append(UInt8(ascii: "}"))
    }

    private static func write(_ cell: UnsafeBufferPointer<UInt8>, _ nullTexts: CellTexts?, to json: Bytes) {
        if let nullTexts, nullTexts.contains(cell) { return json.append("null") }
        json.appendQuoted(cell)
    }
}

extension CSVCells {
    /// The bytes of a cell of the row at hand.
    func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = column == 0 ? 0 : ends[column - 1]
        return UnsafeBufferPointer(rebasing: text.buffer[start..<ends[column]])
    }
}
