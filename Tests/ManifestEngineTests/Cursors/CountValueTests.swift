import JSON
import Testing

@testable import ManifestEngine

@Suite("Counts")
struct CountValueTests {
    @Test(
        "are ordered as numbers, whatever their size",
        arguments: [
            ("1", "2"), ("1", "1.5"), ("-0.5", "0"), ("9007199254740992", "9007199254740993"),
            ("9223372036854775807", "9223372036854775808"), ("18446744073709551615", "18446744073709551616"),
            ("-9223372036854775809", "-9223372036854775808"), ("18446744073709551615", "1.8446744073709552e19"),
        ]
    )
    func order(_ lower: String, _ higher: String) throws {
        let one = try #require(CountValue(try JSONValue(parsing: lower)))
        let other = try #require(CountValue(try JSONValue(parsing: higher)))
        #expect(one < other)
        #expect(!(other < one))
        #expect(one != other)
    }

    @Test(
        "one after another leaves no gap",
        arguments: [
            ("3", "4", true), ("3", "5", false), ("5", "3", true), ("3.5", "4", true),
            ("9223372036854775807", "9223372036854775807", true),
            ("9223372036854775807", "9223372036854775808", true),
            ("18446744073709551615", "18446744073709551617", false),
        ]
    )
    func reach(_ end: String, _ start: String, _ expected: Bool) throws {
        let one = try #require(CountValue(try JSONValue(parsing: end)))
        #expect(one.reaches(try #require(CountValue(try JSONValue(parsing: start)))) == expected)
    }

    @Test(
        "are numbers only",
        arguments: [("3", "3"), ("3.5", "3.5"), (#""3""#, nil), ("true", nil), ("null", nil), ("1e400", nil)]
    )
    func reading(_ text: String, _ expected: String?) throws {
        #expect(CountValue(try JSONValue(parsing: text))?.json.text == expected)
    }
}
