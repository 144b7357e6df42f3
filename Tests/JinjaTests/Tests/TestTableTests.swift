import TestSupport
import Testing

@testable import Jinja

/// Tests, with the results of the reference.
@Suite("Tests")
struct TestTableTests {
    @Test("tests", arguments: try RecordedTable.rows("tests"))
    func tests(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("knows every test of Jinja2")
    func complete() { #expect(TestTable.tests.count == 39) }
}
