import Jinja
import TestSupport
import Testing

/// The types an evaluated literal may have, with the results of the reference.
@Suite("Value types")
struct ValueTypesTests {
    @Test("keeps text where the literal has another type", arguments: try RecordedTable.rows("types"))
    func types(_ row: RecordedRow) throws {
        let types = try #require(ValueTypes(valueType: row.argument))
        #expect(Sample.outcome(row.input, types: types) == row.expected)
    }

    @Test("knows the names of a manifest only", arguments: ["array", "object", "", "String"])
    func unknown(name: String) { #expect(ValueTypes(valueType: name) == nil) }
}
