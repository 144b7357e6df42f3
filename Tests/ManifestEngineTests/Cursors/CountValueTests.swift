import JSON
import Testing

@testable import ManifestEngine

@Suite("Counts")
struct CountValueTests {
    @Test(
        "are ordered as numbers",
        arguments: [
            (CountValue.integer(1), CountValue.integer(2)), (.integer(1), .double(1.5)), (.double(-0.5), .integer(0)),
            (.integer(9_007_199_254_740_992), .integer(9_007_199_254_740_993)),
        ]
    )
    func order(_ lower: CountValue, _ higher: CountValue) {
        #expect(lower < higher)
        #expect(!(higher < lower))
        #expect(lower != higher)
    }

    @Test(
        "one after another leaves no gap",
        arguments: [
            (CountValue.integer(3), CountValue.integer(4), true), (.integer(3), .integer(5), false),
            (.integer(5), .integer(3), true), (.double(3.5), .integer(4), true), (.integer(.max), .integer(.max), true),
        ]
    )
    func reach(_ end: CountValue, _ start: CountValue, _ expected: Bool) {
        #expect(end.reaches(start) == expected)
    }

    @Test("are numbers only", arguments: [("3", "3"), ("3.5", "3.5"), (#""3""#, nil), ("true", nil), ("null", nil)])
    func reading(_ text: String, _ expected: String?) throws {
        #expect(CountValue(try JSONValue(parsing: text))?.json.text == expected)
    }
}
