import HTTP
import TestSupport
import Testing

@Suite("RequestEncoding: addresses")
struct RequestEncodingAddressTests {
    @Test("joins base and path", arguments: try RecordedTable.rows("join"))
    func join(_ row: RecordedRow) {
        #expect(RequestEncoding.join(row.input, row.argument) == row.expected)
    }

    @Test("encodes what may not stand in an address", arguments: try RecordedTable.rows("address"))
    func address(_ row: RecordedRow) {
        #expect(RequestEncoding.address(row.input) == row.expected)
    }
}
