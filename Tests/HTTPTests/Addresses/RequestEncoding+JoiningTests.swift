import HTTP
import TestSupport
import Testing

@Suite("RequestEncoding: joining")
struct RequestEncodingJoiningTests {
    @Test("joins base and path as the reference does", arguments: try RecordedTable.rows("asReference"))
    func asReference(_ row: RecordedRow) {
        #expect(RequestEncoding.join(row.input, row.argument) == row.expected)
    }
}
