import JSON
import Testing

@Suite("JSONValue as Python prints it")
struct JSONValuePythonTests {
    @Test(
        "prints values as `str` does",
        arguments: [
            ("null", "None"), ("true", "True"), ("1.0", "1.0"), ("1e16", "1e+16"), (#""x""#, "x"),
            ("[1,null]", "[1, None]"),
            (#"{"a":"it's"}"#, #"{'a': "it's"}"#), ("[]", "[]"), ("18446744073709551615", "18446744073709551615"),
        ]
    )
    func pythonText(_ json: String, _ expected: String) throws {
        let value = try JSONValue(parsing: json)
        #expect(value.pythonText == expected)
        #expect(value.resolved.pythonText == expected)
    }
}
