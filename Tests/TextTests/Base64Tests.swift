import Testing
import Text

@Suite("base64")
struct Base64Tests {
    @Test(
        "decodes as leniently as the reference",
        arguments: [
            ("", []), ("AA==", [0]), ("aGk=", [104, 105]), ("aGkh", [104, 105, 33]), ("a G\nk!=", [104, 105]),
            ("+/8=", [251, 255]), ("aGk=AAAA", [104, 105]), ("=aGkh", [104, 105, 33]),
        ] as [(String, [UInt8])]
    )
    func decoded(text: String, bytes: [UInt8]) throws {
        #expect(try Base64.decode(text) == bytes)
    }

    @Test("refuses incomplete data", arguments: ["a", "aG", "aGk", "aGkha"])
    func refused(text: String) {
        #expect(throws: Base64.Fault.self) { try Base64.decode(text) }
    }
}
