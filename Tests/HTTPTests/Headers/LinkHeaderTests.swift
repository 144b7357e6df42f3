import HTTP
import JSON
import TestSupport
import Testing

@Suite("LinkHeader")
struct LinkHeaderTests {
    @Test("reads what the reference reads", arguments: try RecordedTable.rows("asReference"))
    func asReference(_ row: RecordedRow) throws {
        #expect(JSONValue.object(LinkHeader.byRelation(row.input)) == (try JSONValue(parsing: row.expected)))
    }

    /// Headers that the reference takes apart at the wrong place, or of which it sees less; by RFC 8288.
    @Test("reads by the grammar where the reference loses something", arguments: try RecordedTable.rows("asGrammar"))
    func asGrammar(_ row: RecordedRow) throws {
        let found = LinkHeader.byRelation(row.input).mapValues { $0["url"] ?? .null }
        #expect(JSONValue.object(found) == (try JSONValue(parsing: row.expected)))
    }

    @Test("keeps parameters, in lower case, without quotes and escapes")
    func parameters() {
        let header = #"<a>; rel=next; TITLE="a \"b\"; c"; title*=UTF-8''d%20e; empty="#
        #expect(
            LinkHeader.links(header) == [
                ["url": "a", "rel": "next", "title": #"a "b"; c"#, "title*": "UTF-8''d%20e", "empty": ""]
            ]
        )
    }
}
