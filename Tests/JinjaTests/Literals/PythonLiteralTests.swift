import Jinja
import TestSupport
import Testing

/// Literal evaluation, with the results of the reference.
@Suite("Python literals")
struct PythonLiteralTests {
    @Test("reads literals and refuses what is not one", arguments: try RecordedTable.rows("literals"))
    func literals(_ row: RecordedRow) {
        #expect(PythonLiteral.evaluate(row.input)?.represented ?? "TEXT" == row.expected)
    }
}
