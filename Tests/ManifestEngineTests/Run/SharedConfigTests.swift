import JSON
import Testing

@testable import ManifestEngine

struct SharedConfigTests {
    @Test(
        "a configuration reads the same from the document",
        arguments: [
            "{}", #"{"a":{"b":[1,2.0,-0.0,1e300,true,null,"x\u00e9\"\n"]},"c":""}"#,
            #"{"big":123456789012345678901234567890}"#, #"{"a":{"b":[18446744073709551616]}}"#,
        ]
    )
    func sameValue(_ text: String) throws {
        let config = try #require(JSONValue(parsing: text).object)
        #expect(SharedConfig.make(config).text == JSONValue.object(config).text)
    }

    @Test("numbers that a document would change stay out of it")
    func keepsNumbers() throws {
        #expect(!isDocument(SharedConfig.make(["a": ["b": .double(.infinity)]])))
        #expect(!isDocument(SharedConfig.make(["a": .double(.nan)])))
        let wide = JSONValue.bigInteger("123456789012345678901234567890")
        #expect(isDocument(SharedConfig.make(["a": .double(1e300), "b": .integer(.min), "c": [wide]])))
    }

    private func isDocument(_ value: JSONValue) -> Bool {
        if case .view = value { return true }
        return false
    }
}
