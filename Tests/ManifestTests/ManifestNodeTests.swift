import JSON
import Manifest
import ManifestEngineTesting
import Testing

@Suite("ManifestNode")
struct ManifestNodeTests {
    @Test(
        "is true where Python calls the value true",
        arguments: [
            ("null", false, "null"), ("false", false, "a boolean"), ("true", true, "a boolean"),
            ("0", false, "an integer"),
            ("5", true, "an integer"), ("0.0", false, "a number"), (#""""#, false, "a string"),
            (#""0""#, true, "a string"),
            ("[]", false, "a list"), ("[0]", true, "a list"), ("{}", false, "a mapping"),
            (#"{"a":0}"#, true, "a mapping"),
        ]
    )
    func truth(_ json: String, _ expected: Bool, _ kind: String) throws {
        let node = try ManifestNode(yaml: json)
        #expect(node.isTruthy == expected)
        #expect(node.kindName == kind)
        #expect(node.json.text == json)
    }

    @Test(
        "knows the type it names",
        arguments: [(#"{"type":"X"}"#, "X"), (#"{"type":5}"#, nil), ("5", nil)] as [(String, String?)]
    )
    func typeName(_ json: String, _ expected: String?) throws {
        #expect(try ManifestNode(yaml: json).typeName == expected)
    }
}
