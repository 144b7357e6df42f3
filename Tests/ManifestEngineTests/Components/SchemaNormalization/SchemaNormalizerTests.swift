import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SchemaNormalizer")
struct SchemaNormalizerTests {
    static let nested = #"""
        {"type":"object","properties":{"o":{"type":["null","object"],"properties":{"x":{"type":"integer"},
        "l":{"type":"array","items":{"type":"object","properties":{"n":{"type":"number"}}}}}}}}
        """#
    static let typeFirst = #"{"properties":{"a":{"type":["string","integer"],"properties":{"b":{"type":"integer"}}}}}"#
    static let typeLast = #"{"properties":{"a":{"properties":{"b":{"type":"integer"}},"type":["string","integer"]}}}"#

    private func normalizer(_ schema: String) throws -> SchemaNormalizer {
        try #require(SchemaNormalizer(JSONValue(parsing: schema).object ?? [:]))
    }

    @Test(
        "converts what the schema names, at every depth, and leaves the rest",
        arguments: [
            (
                #"{"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}"#, #"{"b":"1","c":1,"a":2}"#,
                #"{"b":1,"c":1,"a":"2"}"#
            ),
            (nested, #"{"o":{"x":"5","l":[{"n":"1"},{"n":2.0}]}}"#, #"{"o":{"x":5,"l":[{"n":1.0},{"n":2.0}]}}"#),
            (nested, #"{"o":null}"#, #"{"o":null}"#),
            (#"{"properties":{"a":{"items":{"type":"string"}}}}"#, #"{"a":[3]}"#, #"{"a":["3"]}"#),
            (#"{"properties":{"a":{"anyOf":[{"type":"string"}]}}}"#, #"{"a":1}"#, #"{"a":1}"#),
            (#"{"properties":{"a":true}}"#, #"{"b":1}"#, #"{"b":1}"#),
            (
                #"{"properties":{"a":{"type":"array","items":{"type":["string","null"]}}}}"#, #"{"a":1}"#,
                #"{"a":["1"]}"#
            ),
        ]
    )
    func convert(_ schema: String, _ record: String, _ expected: String) throws {
        var record = try Record(json: record)
        #expect(try normalizer(schema).normalize(&record).isEmpty)
        #expect(record.value.text == expected)
    }

    @Test(
        "reports what could not be converted, in the order of the schema",
        arguments: [
            (
                nested, #"{"o":{"l":[{"n":"1"},{"n":"q"},3]}}"#,
                [
                    "The value of 'o.l.1.n' is string and could not be converted to number",
                    "The value of 'o.l.2' is integer and could not be converted to object",
                ]
            ),
            (nested, #"{"o":"s"}"#, ["The value of 'o' is string and could not be converted to ['null', 'object']"]),
            (#"{"type":"array"}"#, #"{"a":1}"#, ["The record is {'a': 'integer'} and could not be converted to array"]),
            (
                typeFirst, #"{"a":{"b":"x"}}"#,
                [
                    "The value of 'a' is {'b': 'string'} and could not be converted to ['string', 'integer']",
                    "The value of 'a.b' is string and could not be converted to integer",
                ]
            ),
            (
                typeLast, #"{"a":{"b":"x"}}"#,
                [
                    "The value of 'a.b' is string and could not be converted to integer",
                    "The value of 'a' is {'b': 'string'} and could not be converted to ['string', 'integer']",
                ]
            ),
            (
                #"{"properties":{"a":{"type":["string","integer"]}}}"#,
                #"{"a":{"a":{"b":{"c":{"d":1}}},"e":[1],"f":null}}"#,
                [
                    "The value of 'a' is {'a': {'b': {'c': 'object'}}, 'e': 'array', 'f': 'null'} and could not be converted to ['string', 'integer']"
                ]
            ),
        ]
    )
    func mismatches(_ schema: String, _ record: String, _ expected: [String]) throws {
        var record = try Record(json: record)
        let texts = try normalizer(schema).normalize(&record)
        #expect(texts == expected)
    }

    @Test("a record without anything to convert stays in the bytes of its page")
    func untouched() throws {
        var record = try Record(json: #"{"o" : {"x": 5, "l": [{"n": 1.5}]}, "z": "1"}"#)
        #expect(try normalizer(Self.nested).normalize(&record).isEmpty)
        #expect(record.untouchedView != nil)
    }

    @Test("an empty schema converts nothing")
    func empty() { #expect(SchemaNormalizer([:]).map { _ in true } == nil) }
}
