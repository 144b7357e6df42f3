import Testing

@testable import JSON

@Suite struct JSONNumberTests {
    @Test(arguments: CaseFile.rows("doubles.jsonl"))
    func printsAsTheReference(row: JSONValue) throws {
        let bits = try #require(row["bits"]?.string.flatMap { UInt64($0) })
        let number = Double(bitPattern: bits)
        #expect(JSONNumber.wireText(number) == row["wire"]?.string)
        #expect(JSONNumber.pythonText(number) == row["python"]?.string)
    }

    @Test(arguments: [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")])
    func printsWhatIsNoNumber(number: Double, python: String) {
        #expect(JSONNumber.wireText(number) == "null")
        #expect(JSONNumber.pythonText(number) == python)
    }

    @Test(arguments: [
        ("0", true), ("-1", true), ("9223372036854775807", true), ("9223372036854775808", true),
        ("18446744073709551615", true), ("18446744073709551616", false), ("20000000000000000000", false),
        ("-9223372036854775808", true), ("-9223372036854775809", false), ("-18446744073709551615", false),
        ("100000000000000000000", false), ("9999999999999999999", true), ("-9999999999999999999", false),
    ])
    func knows64BitIntegers(text: String, isWithin: Bool) {
        let bytes = Bytes(text)
        #expect(JSONNumber.isWithin64Bits(bytes.base, bytes.base + bytes.count) == isWithin)
    }

    @Test(arguments: [
        ("12", JSONKind.integer, JSONValue.integer(12)),
        ("-0", .integer, .integer(0)),
        ("9223372036854775808", .integer, .bigInteger("9223372036854775808")),
        ("1e3", .double, .double(1000)),
        ("1e999", .double, .double(.infinity)),
        ("-1e999", .double, .double(-.infinity)),
        ("Infinity", .double, .double(.infinity)),
        ("-Infinity", .double, .double(-.infinity)),
    ])
    func readsValues(text: String, kind: JSONKind, expected: JSONValue) {
        #expect(JSONNumber.value(text, kind: kind) == expected)
    }
}
