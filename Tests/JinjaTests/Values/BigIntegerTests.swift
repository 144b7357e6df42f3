import TestSupport
import Testing
import Text

/// Whole numbers of any size.
@Suite("Big integers")
struct BigIntegerTests {
    @Test("computes as Python does", arguments: try RecordedTable.rows("arithmetic"))
    func arithmetic(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test(
        "reads and writes digits of any base",
        arguments: [
            ("0x0", "0"), ("0xffffffff", "4294967295"), ("0x100000000", "4294967296"),
            ("0o777777777777777777777777", "4722366482869645213695"),
            ("0b1" + String(repeating: "0", count: 64), "18446744073709551616"),
            ("18446744073709551616", "18446744073709551616"),
        ]
    )
    func literals(literal: String, decimal: String) {
        #expect(BigInteger(literal: literal)?.description == decimal)
    }

    @Test("divides and multiplies back", arguments: [3, -3, 4_294_967_296, -4_294_967_297, Int.max, Int.min])
    func division(divisor: Int) throws {
        let divisor = BigInteger(divisor)
        for digits in ["0", "1", "-1", "18446744073709551616", "-340282366920938463463374607431768211457"] {
            let number = try #require(BigInteger(digits: digits))
            let (quotient, remainder) = BigInteger.divide(number, divisor)
            #expect(quotient * divisor + remainder == number)
            #expect(remainder.isZero || remainder.isNegative == divisor.isNegative)
        }
    }

    @Test("reads and prints digits", arguments: ["0", "7", "-7", "1000000000", "-123456789012345678901234567890"])
    func digits(text: String) { #expect(BigInteger(digits: text)?.description == text) }

    @Test("cuts doubles", arguments: [(1e20, "100000000000000000000"), (-2.9, "-2"), (0.5, "0"), (1.5e300, nil)])
    func doubles(double: Double, digits: String?) throws {
        let cut = try #require(BigInteger(truncating: double))
        if let digits { #expect(cut.description == digits) }
        #expect(cut.double == double.rounded(.towardZero))
    }
}
