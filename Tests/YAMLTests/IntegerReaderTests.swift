import Testing

@testable import YAML

@Suite("long integers")
struct IntegerReaderTests {
    @Test("keep every digit up to the limit of the reference")
    func limit() throws {
        let longest = String(repeating: "9", count: IntegerReader.maximumDigits)
        #expect(try IntegerReader.integer("-" + longest).digits == "-" + longest)
        #expect(throws: ScalarFault.self) { try IntegerReader.integer(longest + "9") }
        #expect(throws: ScalarFault.self) { try IntegerReader.integer("0x" + String(repeating: "f", count: 4000)) }
        #expect(throws: ScalarFault.self) {
            try IntegerReader.integer("1" + String(repeating: ":59", count: 3000))
        }
    }

    @Test(
        "know whether they fit 64 bits",
        arguments: [
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("0x7fffffffffffffff", Int.max),
            ("9223372036854775808", nil), ("0x8000000000000000", nil), ("-0x8000000000000000", Int.min),
        ]
    )
    func fit(text: String, expected: Int?) throws {
        #expect(try IntegerReader.integer(text).int == expected)
    }
}
