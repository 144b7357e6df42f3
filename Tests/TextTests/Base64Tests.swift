import TestSupport
import Testing
import Text

@Suite("base64")
struct Base64Tests {
    @Test("decodes as leniently as the reference", arguments: try RecordedTable.rows("decoded"))
    func decoded(_ row: RecordedRow) throws { #expect(try "\(Base64.decode(row.input))" == row.expected) }

    @Test("refuses incomplete data", arguments: try RecordedTable.rows("refused"))
    func refused(_ row: RecordedRow) {
        #expect(row.expected == "!Error")
        #expect(throws: Base64.Fault.self) { try Base64.decode(row.input) }
    }
}
