import HTTP
import JSON
import TestSupport
import Testing
import Text

@Suite("RequestEncoding")
struct RequestEncodingTests {
    @Test("adds parameters to an address", arguments: try RecordedTable.rows("adding"))
    func adding(_ row: RecordedRow) throws {
        let parameters = try #require(JSONValue(parsing: row.argument).object)
        #expect(RequestEncoding.adding(parameters, to: row.input) == row.expected)
    }

    @Test("writes form encoding", arguments: try RecordedTable.rows("form"))
    func form(_ row: RecordedRow) {
        #expect(PercentEncoding.form(row.input) == row.expected)
        #expect(PercentEncoding.decodeForm(row.expected) == row.input)
    }
}
