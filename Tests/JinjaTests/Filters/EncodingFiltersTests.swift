import TestSupport
import Testing

/// Filters between notations, with the results of the reference.
@Suite("Encoding filters")
struct EncodingFiltersTests {
    @Test("string", arguments: try RecordedTable.rows("string"))
    func string(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("tojson", arguments: try RecordedTable.rows("tojson"))
    func tojson(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("urlencode", arguments: try RecordedTable.rows("urlencode"))
    func urlencode(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("base64encode", arguments: try RecordedTable.rows("base64encode"))
    func base64encode(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("base64decode", arguments: try RecordedTable.rows("base64decode"))
    func base64decode(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("base64binascii_decode", arguments: try RecordedTable.rows("base64binascii_decode"))
    func base64binascii_decode(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
