import JSON
import TestSupport
import Testing
import XML

@Suite("XMLReader")
struct XMLReaderTests {
    private static func text(_ xml: String, limit: Int = .max) throws -> String {
        try Array(xml.utf8).withUnsafeBufferPointer { try XMLReader.value(of: $0, limit: limit).text }
    }

    @Test("elements become members as in the reference", arguments: try RecordedTable.rows("elements"))
    func elements(_ row: RecordedRow) throws {
        let found = (try? Self.text(row.input)).map { "[\($0)]" } ?? "[{}]"
        #expect(found == row.expected)
    }

    @Test(
        "says where a text is not XML",
        arguments: [
            ("<a>\n <b></a>", "mismatched tag in line 2, column 7"),
            ("", "no element found in line 1, column 1"),
            ("<a/>x", "junk after document element in line 1, column 5"),
        ]
    )
    func faults(_ xml: String, _ expected: String) {
        let fault = #expect(throws: XMLFault.self) { try Self.text(xml) }
        #expect(fault?.description == expected)
    }

    @Test("reads 1,024 levels and no more")
    func depth() throws {
        let deep = { (levels: Int) in
            String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        }
        #expect(try Self.text(deep(1024)).utf8.count == 1024 * 6 + 4)
        let fault = #expect(throws: XMLFault.self) { try Self.text(deep(100_000)) }
        #expect(fault?.message == "more than 1024 levels")
    }

    /// Entities of entities, each of ten of the one before.
    private static func bomb(_ place: String) -> String {
        let levels = (1...12).map { level in
            "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
        }
        return "<!DOCTYPE a [<!ENTITY e0 \"0123456789\">\(levels.joined())]>\(place)"
    }

    @Test("does not expand entities of entities in texts, and stops at those in attributes")
    func bombs() throws {
        #expect(try Self.text(Self.bomb("<a>x&e12;y</a>")) == #"{"a":"xy"}"#)
        let fault = #expect(throws: XMLFault.self) { try Self.text(Self.bomb("<a b=\"&e12;\"/>")) }
        #expect(fault?.message.contains("amplification") == true)
    }

    @Test("stops at the limit of names and texts")
    func limit() throws {
        #expect(try Self.text("<a>12345</a>", limit: 6) == #"{"a":"12345"}"#)
        let fault = #expect(throws: XMLFault.self) { try Self.text("<a>123456</a>", limit: 6) }
        #expect(fault?.message == "names and texts of more than 6 bytes")
    }

    @Test("a hundred thousand children of one name are read in one pass")
    func many() throws {
        let xml = "<a>" + String(repeating: "<b/>", count: 100_000) + "</a>"
        #expect(try Self.text(xml).utf8.count == 100_000 * 5 + 13)
    }
}
