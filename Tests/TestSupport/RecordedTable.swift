package import Foundation

/// The tables of a test file whose results `conformance/record-tables` records from the reference.
///
/// Those of `Tests/DatesTests/DateTimeTests.swift` are in `conformance/tables/DatesTests/DateTimeTests.json`.
package struct RecordedTable: Decodable {
    /// What keeps a table from being used.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private let rows: [RecordedRow]

    /// The rows of a table of the test file that calls this.
    package static func rows(_ name: String, testFile: String = #filePath) throws -> [RecordedRow] {
        let file = try file(of: testFile, ending: "json")
        let tables = try JSONDecoder().decode([String: RecordedTable].self, from: Data(contentsOf: file))
        guard let table = tables[name], !table.rows.isEmpty else {
            throw Fault(description: "there is no table \(name) with rows in \(file.path)")
        }
        return table.rows
    }

    /// The file below `conformance/tables` that belongs to a file below `Tests`.
    package static func file(of testFile: String, ending: String) throws -> URL {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = URL(filePath: testFile).deletingPathExtension().path
        guard file.hasPrefix(folder.path + "/") else {
            throw Fault(description: "\(testFile) is not in \(folder.path)")
        }
        return folder.deletingLastPathComponent()
            .appending(path: "conformance/tables/\(file.dropFirst(folder.path.count + 1)).\(ending)")
    }
}
