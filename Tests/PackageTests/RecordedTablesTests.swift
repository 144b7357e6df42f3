import Foundation
import Testing

/// The tables that are recorded from the reference, and the tests that read them.
@Suite("Recorded tables")
struct RecordedTablesTests {
    private static let folder = "conformance/tables"

    /// The files of tables, without the ending: `DatesTests/StrftimeTests`.
    private static func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: SourceTree.root.appending(path: folder).path())
            .filter { $0.hasSuffix("Tests.json") }.map { String($0.dropLast(".json".count)) }.sorted()
    }

    @Test("each table is read by the test file of its path", arguments: try files())
    func areRead(_ file: String) throws {
        let text = try SourceTree.text("\(Self.folder)/\(file).json")
        let tables = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let tests = try SourceTree.text("Tests/\(file).swift")
        #expect(tables.keys.filter { !tests.contains("RecordedTable.rows(\"\($0)\")") }.sorted() == [])
    }
}
