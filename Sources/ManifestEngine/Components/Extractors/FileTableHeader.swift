import JSON

/// The columns of a table as pandas names them, and how rows are written by them.
struct FileTableHeader {
    /// The name of each column as the beginning of a member.
    private let keys: [[UInt8]]
    /// Cells of the first row; nil before it.
    private var firstCount: Int?

    init(_ cells: CSVCells) {
        let names = (0..<cells.ends.count).map { String(decoding: cells.cell($0), as: UTF8.self) }
        keys = Self.distinct(names).map { Array("\(JSONValue.string($0).text):".utf8) }
    }

    /// Names of which no two are the same: one that occurs again gets a number.
    private static func distinct(_ given: [String]) -> [String] {
        var names = given.enumerated().map { $0.element.isEmpty ? "Unnamed: \($0.offset)" : $0.element }
        var counts: [String: Int] = [:]
        let named = given.indices.filter { !given[$0].isEmpty }
        for place in named + given.indices.filter({ given[$0].isEmpty }) {
            let old = names[place]
            var (name, count) = (old, counts[old, default: 0])
            while count > 0 {
                counts[old] = count + 1
                name = "\(old).\(count)"
                count = names.contains(name) ? count + 1 : counts[name, default: 0]
            }
            names[place] = name
            counts[name] = count + 1
        }
        return names
    }

    /// Learns from the first row how many cells rows have.
    mutating func note(_ cells: CSVCells) { firstCount = firstCount ?? cells.ends.count }

    /// Cells at the beginning of each row that have no name.
    var surplus: Int { max(0, (firstCount ?? 0) - keys.count) }
    /// Cells of a row.
    var width: Int { keys.count + surplus }

    func fits(_ cells: CSVCells) -> Bool { cells.ends.count <= width }

    func write(_ cells: CSVCells, nullTexts: CellTexts, to json: Bytes) {
        json.append(UInt8(ascii: "{"))
        var column = surplus
        for key in keys {
            if column > surplus { json.append(UInt8(ascii: ",")) }
            json.append(contentsOf: key)
            if column < cells.ends.count, case let cell = cells.cell(column), !nullTexts.contains(cell) {
                json.appendQuoted(cell)
            } else {
                json.append("null")
            }
            column += 1
        }
        json.append(UInt8(ascii: "}"))
    }
}
