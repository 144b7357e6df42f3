import Testing

@testable import ManifestEngine

@Suite("SecretMask")
struct SecretMaskTests {
    @Test(
        "replaces every secret, the longest first",
        arguments: [
            (["abc"], "xabcx abc", "x****x ****"), (["ab", "abcd"], "abcd ab", "**** ****"), ([], "abc", "abc"),
            ([""], "abc", "abc"), (["a"], "extra", "extr****"), (["é"], "café", "caf****"), (["x"], "", ""),
        ] as [([String], String, String)]
    )
    func masked(_ secrets: [String], _ text: String, _ expected: String) {
        #expect(SecretMask(secrets).masked(text) == expected)
    }

    @Test("knows a secret inside a text of JSON or of Python too")
    func escaped() {
        let mask = SecretMask(["it's \\ \"a\"\n"])
        #expect(mask.masked(#"{"key": "it's \\ \"a\"\n"}"#) == #"{"key": "****"}"#)
        #expect(mask.masked(#"{'key': 'it\'s \\ "a"\n'}"#) == #"{'key': '****'}"#)
    }

    @Test("takes secrets that become known later")
    func add() {
        let mask = SecretMask(["one"])
        mask.add("two")
        mask.add("")
        mask.add("two")
        #expect(mask.masked("one two three") == "**** **** three")
    }
}
