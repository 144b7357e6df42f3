import HTTP
import JSON
import TestSupport
import Testing

/// Which cookies of a response go with a later request.
struct CookieTests {
    @Test("what is sent back", arguments: try RecordedTable.rows("recorded"))
    func recorded(_ row: RecordedRow) throws { try check(row) }

    @Test("is stricter than the reference", arguments: try RecordedTable.rows("stricter"))
    func stricter(_ row: RecordedRow) throws { try check(row) }

    private func check(_ row: RecordedRow) throws {
        let values = try JSONValue(parsing: row.input)
        let headers = try #require(values["set"]?.array).compactMap(\.string)
        let jar = CookieJar(now: { 1_750_000_000 })
        jar.take(HTTPHeaderList(headers.map { ("Set-Cookie", $0) }), from: try #require(values["from"]?.string))
        #expect(jar.header(for: try #require(values["to"]?.string)) ?? "none" == row.expected)
    }
}
