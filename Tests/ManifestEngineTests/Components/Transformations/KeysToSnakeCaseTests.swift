import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("KeysToSnakeCase")
struct KeysToSnakeCaseTests {
    @Test("writes a key as the reference does", arguments: try RecordedTable.rows("key"))
    func key(_ row: RecordedRow) {
        #expect(KeysToSnakeCase.snakeCase(row.input) == row.expected)
    }

    @Test(
        "keeps letters of other scripts, which the reference spells out",
        arguments: try RecordedTable.rows("otherScripts")
    )
    func otherScripts(_ row: RecordedRow) {
        #expect(KeysToSnakeCase.snakeCase(row.input) == row.expected)
    }

    @Test("changes objects at every depth but not inside lists; a later key wins")
    func record() throws {
        let record = #"{"FirstName":1,"Nested":{"InnerKey":{"DeepKey":2},"List":[{"KeyX":1}]},"first_name":3}"#
        let expected = #"{"first_name":3,"nested":{"inner_key":{"deep_key":2},"list":[{"KeyX":1}]}}"#
        #expect(try KeysToSnakeCase(fields: "{}").result(for: record) == expected)
    }
}
