import TestSupport
import Testing

@testable import Dates

/// Numbers in text.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct NumberTextTests {
    @Test(arguments: try RecordedTable.rows("whole"))
    func readsWholeNumbers(_ row: RecordedRow) {
        #expect((NumberText.whole(row.input.utf8).map(String.init) ?? "none") == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("floats"))
    func readsFractions(_ row: RecordedRow) {
        #expect((NumberText.float(row.input.utf8).map(\.description) ?? "none") == row.expected)
    }

    @Test func numbersBeyond64BitsGiveTheNearest() {
        #expect(NumberText.whole("99999999999999999999".utf8) == Int.max)
        #expect(NumberText.whole("-99999999999999999999".utf8) == Int.min)
        #expect(NumberText.whole("99999999999999999999x".utf8) == nil)
    }
}
