import Testing

@testable import Dates

/// Numbers in text.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct NumberTextTests {
    @Test(arguments: whole)
    func readsWholeNumbers(_ row: DateCase) {
        #expect((NumberText.whole(row.input.utf8).map(String.init) ?? "none") == row.expected)
    }

    @Test(arguments: floats)
    func readsFractions(_ row: DateCase) {
        #expect((NumberText.float(row.input.utf8).map(\.description) ?? "none") == row.expected)
    }

    @Test func numbersBeyond64BitsGiveTheNearest() {
        #expect(NumberText.whole("99999999999999999999".utf8) == Int.max)
        #expect(NumberText.whole("-99999999999999999999".utf8) == Int.min)
        #expect(NumberText.whole("99999999999999999999x".utf8) == nil)
    }

    static let whole = [
        DateCase("0", "0"),
        DateCase("12", "12"),
        DateCase("-5", "-5"),
        DateCase("+5", "5"),
        DateCase(" 7 ", "7"),
        DateCase("1_0", "10"),
        DateCase("1__0", "none"),
        DateCase("_1", "none"),
        DateCase("1_", "none"),
        DateCase("", "none"),
        DateCase("-", "none"),
        DateCase("0x1", "none"),
        DateCase("1.5", "none"),
        DateCase("9223372036854775807", "9223372036854775807"),
        DateCase("007", "7"),
        DateCase("\t3\n", "3"),
        DateCase("--1", "none"),
        DateCase("1 2", "none"),
    ]

    static let floats = [
        DateCase("0", "0.0"),
        DateCase("1.5", "1.5"),
        DateCase("-1.5", "-1.5"),
        DateCase(".5", "0.5"),
        DateCase("5.", "5.0"),
        DateCase("1e3", "1000.0"),
        DateCase("1E-3", "0.001"),
        DateCase("1e", "none"),
        DateCase("e1", "none"),
        DateCase(".", "none"),
        DateCase("1_0.2_5", "10.25"),
        DateCase("1_.5", "none"),
        DateCase("_1", "none"),
        DateCase(" 2 ", "2.0"),
        DateCase("inf", "inf"),
        DateCase("-Infinity", "-inf"),
        DateCase("+inf", "inf"),
        DateCase("0x10", "none"),
        DateCase("1.5x", "none"),
        DateCase("", "none"),
        DateCase("1e400", "inf"),
        DateCase("1,5", "none"),
        DateCase("infinit", "none"),
    ]
}
