import TestSupport
import Testing

@testable import JSON

@Suite struct JSONNumberTests {
    @Test(arguments: try RecordedTable.rows("doubles"))
    func printsAsTheReference(row: RecordedRow) throws {
        let number = Double(bitPattern: try #require(UInt64(row.input)))
        #expect("\(JSONNumber.wireText(number)) \(JSONNumber.pythonText(number))" == row.expected)
    }

    @Test(arguments: [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")])
    func printsWhatIsNoNumber(number: Double, python: String) {
        #expect(JSONNumber.wireText(number) == "null")
        #expect(JSONNumber.pythonText(number) == python)
    }

    @Test(arguments: [
        "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775809",
        "1180591620717411303425", "-12345678901234567890123", "10000000000000000000000000000000000000007",
    ])
    func keepsDigitsOfWideIntegers(text: String) throws {
        for depth in indexDepths {
            let list = try JSONDocument(text: "[\(text),{\"deep\":[{\"n\":\(text)}]}]", indexDepth: depth).root
            #expect(list.elements[0].openedValue == .bigInteger(text))
            #expect(JSONValue.view(list).text == "[\(text),{\"deep\":[{\"n\":\(text)}]}]")
            #expect(list.value.text == JSONValue.view(list).text)
        }
    }

    @Test(arguments: [(4300, true), (4301, false)])
    func takesAsManyDigitsAsPython(digits: Int, isRead: Bool) {
        let text = "[" + String(repeating: "7", count: digits) + "]"
        #expect(((try? JSONDocument(text: text)) != nil) == isRead)
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
