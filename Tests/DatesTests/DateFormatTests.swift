import Dates
import TestSupport
import Testing

/// Parsing by format.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct DateFormatTests {
    @Test(arguments: try RecordedTable.rows("parsed"))
    func parsesConnectorFormats(_ row: RecordedRow) {
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(row.argument).isoformat() } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("parsed"))
    func parsesBytesAsItParsesText(_ row: RecordedRow) {
        let format = DateFormat(row.input)
        let value = Array(row.argument.utf8).withUnsafeBufferPointer { format.parse(utf8: $0) }
        #expect(value?.isoformat() == (row.expected.hasPrefix("!") ? nil : row.expected))
    }

    @Test(arguments: try RecordedTable.rows("plain"))
    func parsesPlainFormats(_ row: RecordedRow) {
        let format = DateFormat(row.input, dialect: .plain)
        #expect(outcome { () throws(DateError) in try format.parse(row.argument).isoformat() } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("faults"))
    func wordsFaults(_ row: RecordedRow) {
        #expect(fault { () throws(DateError) in try DateFormat(row.input).parse(row.argument) } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("wholeNumbers"))
    func parsesWholeNumbers(_ row: RecordedRow) throws {
        let number = try #require(Int(row.argument))
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(number).isoformat() } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("fractions"))
    func parsesFractions(_ row: RecordedRow) throws {
        let number = try #require(Double(row.argument))
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(number).isoformat() } == row.expected)
    }

    @Test func repeatedDirectiveIsAPatternFault() {
        #expect(
            fault { () throws(DateError) in try DateFormat("%Y %Y").parse("2024 2024") }
                .hasPrefix("error: redefinition of group name 'Y'")
        )
    }
}
