import JSONSchema
import Testing

@testable import Config

@Suite("JSONPlaces")
struct JSONPlacesTests {
    private static let text = #"{ "a" : [1, {"b\n": "x"}] , "é": null,"a":true}"#

    private func part(_ range: Range<Int>?) -> String? {
        range.map { String(decoding: Array(Self.text.utf8)[$0], as: UTF8.self) }
    }

    @Test("knows the name and the value of every member")
    func entries() {
        let places = JSONPlaces(Array(Self.text.utf8))
        let found = places.entries.dropFirst().map {
            "\(SchemaViolation.text(of: $0.path)) \(part($0.name) ?? "-") \(part($0.value) ?? "-")"
        }
        #expect(
            found == [
                #"a "a" [1, {"b\n": "x"}]"#, "a[0] - 1", #"a[1] - {"b\n": "x"}"#, "a[1].b\n \"b\\n\" \"x\"",
                #"é "é" null"#, #"a "a" true"#,
            ]
        )
        #expect(part(places.entries.first?.value) == Self.text)
    }

    @Test("finds names that an object has twice")
    func repeated() {
        let places = JSONPlaces(Array(Self.text.utf8))
        #expect(places.repeated.map { part($0.value) } == ["true"])
    }
}
