import HTTP
import Jinja
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("HeadersObject")
struct HeadersObjectTests {
    @Test("is for templates what it is in the reference", arguments: try RecordedTable.rows("represented"))
    func represented(_ row: RecordedRow) throws {
        let scope = try Scope.testing()
        scope[.headers] = .object(HeadersObject(HTTPHeaderList([("Link", "<x>"), ("X-Rate", "5")])))
        #expect(try scope.represented("{{ \(row.input) }}") == row.expected)
    }
}
