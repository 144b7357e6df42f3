import JSON
import Testing

@Suite struct ExactNumberTests {
    @Test(arguments: [
        ("9223372036854775807", 1, "9223372036854775808"), ("-9223372036854775808", -1, "-9223372036854775809"),
        ("18446744073709551615", 1, "18446744073709551616"), ("9223372036854775808", -1, "9223372036854775807"),
        ("5", 2, "7"), ("1.5", 1, "2.5"),
    ])
    func adds(_ text: String, _ count: Int, _ sum: String) throws {
        #expect(try #require(ExactNumber(try JSONValue(parsing: text))).adding(count).json.text == sum)
    }

    @Test(arguments: ["true", "null", "[]", "\"5\""])
    func isNoNumber(_ text: String) throws { #expect(ExactNumber(try JSONValue(parsing: text)) == nil) }

    @Test func isNeverNaN() { #expect(ExactNumber(.double(.nan)) == nil) }
}
