import JSON
import TestSupport
import Testing

@Suite("JSONValue as Python prints it")
struct JSONValuePythonTests {
    @Test("prints values as `str` does", arguments: try RecordedTable.rows("pythonText"))
    func pythonText(_ row: RecordedRow) throws {
        let value = try JSONValue(parsing: row.input)
        #expect(value.pythonText == row.expected)
        #expect(value.resolved.pythonText == row.expected)
    }
}
