import Diagnostics
import JSON
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("TypeConversion")
struct TypeConversionTests {
    @Test("converts as Python does; nothing where the value stays", arguments: try RecordedTable.rows("convert"))
    func convert(_ row: RecordedRow) throws {
        let conversion = TypeConversion(try JSONValue(parsing: row.argument))
        #expect(try conversion.convert(JSONValue(parsing: row.input))?.text ?? "-" == row.expected)
        // The same value while it is still in its document.
        let view = try JSONDocument(text: "[\(row.input)]", indexDepth: 2).root.elements[0]
        #expect(try conversion.convert(.view(view))?.text ?? "-" == row.expected)
    }

    @Test("a list of types counts when one is left without null", arguments: try RecordedTable.rows("types"))
    func types(_ row: RecordedRow) throws {
        let conversion = TypeConversion(try JSONValue(parsing: row.argument))
        #expect(try conversion.convert(JSONValue(parsing: row.input))?.text ?? "-" == row.expected)
    }

    @Test("a scalar becomes a list of one when the items are simple", arguments: try RecordedTable.rows("items"))
    func items(_ row: RecordedRow) throws {
        let conversion = TypeConversion(try JSONValue(parsing: row.argument))
        #expect(try conversion.convert(JSONValue(parsing: row.input))?.text ?? "-" == row.expected)
    }

    @Test(
        "fails for numbers without end and for schemas that cannot be used",
        arguments: try RecordedTable.rows("failure")
    )
    func failure(_ row: RecordedRow) throws {
        #expect(row.expected.hasPrefix("!"))
        let conversion = TypeConversion(try JSONValue(parsing: row.argument))
        #expect(throws: EngineFailure.self) { try conversion.convert(JSONValue(parsing: row.input)) }
    }
}
