import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("RequestMerge")
struct RequestMergeTests {
    private func parts(_ parameters: String, _ json: String = "{}") throws -> RequestParts {
        var parts = RequestParts()
        parts.parameters = try #require(JSONValue(parsing: parameters).object)
        parts.bodyJSON = try #require(JSONValue(parsing: json).object)
        return parts
    }

    /// The parts, merged one after the other.
    private func merged(_ parts: [RequestParts]) throws -> RequestParts {
        var merged = RequestParts()
        for part in parts { try RequestMerge.merge(part, into: &merged) }
        return merged
    }

    @Test("keeps the order of the parts")
    func order() throws {
        let all = try merged([parts(#"{"z":1}"#), parts(#"{"a":2}"#), parts(#"{"m":3}"#)])
        #expect(JSONValue.object(all.parameters).text == #"{"z":1,"a":2,"m":3}"#)
    }

    @Test("a parameter that two parts set fails, even with the same value", arguments: [#"{"a":1}"#, #"{"a":2}"#])
    func collision(_ other: String) throws {
        let all = [try parts(#"{"a":1}"#), try parts(other)]
        #expect(throws: EngineFailure.self) { try merged(all) }
    }

    @Test("names of headers are compared letter by letter")
    func headers() throws {
        var one = RequestParts()
        one.headers = ["authorization": "a"]
        var other = RequestParts()
        other.headers = ["Authorization": "b"]
        #expect(try merged([one, other]).headers.count == 2)
        #expect(throws: EngineFailure.self) { try merged([one, one]) }
    }

    @Test(
        "JSON bodies merge objects and let equal values meet",
        arguments: [
            (#"{"a":{"b":1}}"#, #"{"a":{"c":2}}"#, #"{"a":{"b":1,"c":2}}"#),
            (#"{"a":1}"#, #"{"a":1}"#, #"{"a":1}"#),
            (#"{"a":[1]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        ]
    )
    func json(_ one: String, _ other: String, _ expected: String) throws {
        let all = try merged([parts("{}", one), parts("{}", other)])
        #expect(JSONValue.object(all.bodyJSON).text == expected)
    }

    @Test(
        "JSON bodies with different values at one place fail and name it",
        arguments: [
            (#"{"a":{"b":1}}"#, #"{"a":{"b":"1"}}"#, "'a.b'"), (#"{"a":1}"#, #"{"a":{"b":1}}"#, "'a'"),
        ]
    )
    func jsonCollision(_ one: String, _ other: String, _ place: String) throws {
        let all = [try parts("{}", one), try parts("{}", other)]
        let failure = #expect(throws: EngineFailure.self) { try merged(all) }
        #expect(failure?.message.contains(place) == true)
    }
}
