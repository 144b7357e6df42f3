import TestSupport
import Testing

/// Filters for digests, with the results of the reference.
@Suite("Digest filters")
struct DigestFiltersTests {
    @Test("hash", arguments: try RecordedTable.rows("hashFilter"))
    func hashFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("hmac", arguments: try RecordedTable.rows("hmacFilter"))
    func hmacFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
