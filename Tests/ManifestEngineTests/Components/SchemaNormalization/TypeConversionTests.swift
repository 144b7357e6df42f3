import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("TypeConversion")
struct TypeConversionTests {
    @Test(
        "converts as Python does; nothing where the value stays",
        arguments: [
            ("string", "1", #""1""#), ("string", "true", #""True""#), ("string", "1.0", #""1.0""#),
            ("string", "null", #""None""#), ("string", #"{"k":1}"#, #""{'k': 1}""#),
            ("string", #"[1,"a"]"#, #""[1, 'a']""#), ("string", "1e16", #""1e+16""#), ("string", #""x""#, "-"),
            ("number", "5", "5.0"), ("number", "true", "1.0"), ("number", #""1_000""#, "1000.0"),
            ("number", #"" 5 ""#, "5.0"), ("number", #""1e5""#, "100000.0"), ("number", #""x""#, "-"),
            ("number", #""""#, "-"), ("number", "null", "-"), ("number", "[1]", "-"), ("number", "1.5", "-"),
            ("integer", "5.9", "5"), ("integer", "-5.9", "-5"), ("integer", "true", "1"), ("integer", #""5""#, "5"),
            ("integer", #""5.9""#, "-"), ("integer", "1e20", "100000000000000000000"), ("integer", #"" 7 ""#, "7"),
            ("integer", #""1_0""#, "10"), ("integer", "[]", "-"), ("integer", "5", "-"), ("integer", "NaN", "-"),
            ("boolean", #""Y""#, "true"), ("boolean", #""yes ""#, "true"), ("boolean", #"" T""#, "true"),
            ("boolean", #""1""#, "true"), ("boolean", #""N""#, "false"), ("boolean", #""off""#, "false"),
            ("boolean", #""maybe""#, "-"), ("boolean", "1", "true"), ("boolean", "0", "false"),
            ("boolean", "null", "false"), ("boolean", "[]", "false"), ("boolean", "[0]", "true"),
            ("boolean", "true", "-"), ("array", "1", "[1]"), ("array", #""x""#, #"["x"]"#), ("array", "null", "[null]"),
            ("array", #"{"a":1}"#, "-"), ("array", "[1]", "-"), ("object", "1", "-"), ("null", "1", "-"),
        ]
    )
    func convert(_ type: String, _ value: String, _ expected: String) throws {
        let conversion = TypeConversion(["type": .string(type)])
        #expect(try conversion.convert(JSONValue(parsing: value))?.text ?? "-" == expected)
        // The same value while it is still in its document.
        let view = try JSONDocument(text: "[\(value)]", indexDepth: 2).root.elements[0]
        #expect(try conversion.convert(.view(view))?.text ?? "-" == expected)
    }

    @Test(
        "a list of types counts when one is left without null",
        arguments: [
            (#"["null","string"]"#, "null", "-"), (#"["null","string"]"#, "5", #""5""#),
            (#"["string"]"#, "null", #""None""#), (#"["string","integer"]"#, "true", "-"), ("[]", "1", "-"),
            (#"["null"]"#, "1", "-"), (#"["null","array"]"#, "1", "[1]"),
        ]
    )
    func types(_ types: String, _ value: String, _ expected: String) throws {
        let conversion = TypeConversion(["type": try JSONValue(parsing: types)])
        #expect(try conversion.convert(JSONValue(parsing: value))?.text ?? "-" == expected)
    }

    @Test(
        "a scalar becomes a list of one when the items are simple",
        arguments: [
            (#"{"type":["string","null"]}"#, "[1]"), (#"{"type":"string"}"#, "-"), ("{}", "[1]"),
            (#"{"type":["object"]}"#, "-"),
        ]
    )
    func items(_ items: String, _ expected: String) throws {
        let conversion = TypeConversion(["type": "array", "items": try JSONValue(parsing: items)])
        #expect(try conversion.convert(1)?.text ?? "-" == expected)
    }

    @Test(
        "fails for numbers without end and for schemas that cannot be used",
        arguments: [
            (#"{"type":"integer"}"#, "Infinity"), ("true", "1"), (#"{"type":"array","items":[{}]}"#, "[]"),
            (#"{"type":"array","items":true}"#, "1"),
        ]
    )
    func failure(_ schema: String, _ value: String) throws {
        let conversion = TypeConversion(try JSONValue(parsing: schema))
        #expect(throws: EngineFailure.self) { try conversion.convert(JSONValue(parsing: value)) }
    }
}
