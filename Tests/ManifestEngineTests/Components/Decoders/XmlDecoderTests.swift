import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("XmlDecoder")
struct XmlDecoderTests {
    private func values(_ body: [UInt8], type: String? = nil) throws -> [String] {
        let headers = HTTPHeaderList(type.map { [("Content-Type", $0)] } ?? [])
        let response = HTTPResponse(status: 200, headers: headers, body: Bytes(body))
        return try XmlDecoder(fields: "{}").decode(response, recordDepth: 2).bodies.map(\.text)
    }

    @Test("the root element is a member of the one value, wherever the pieces end")
    func root() async throws {
        let body = Array(#"<l n="2"><u i="1">Zoë</u><u/></l>"#.utf8)
        let expected = [##"{"l":{"@n":"2","u":[{"@i":"1","#text":"Zoë"},null]}}"##]
        #expect(try await BodyReading.values(of: body, by: XmlDecoder(fields: "{}")) == expected)
    }

    @Test(
        "the encoding is that of the text, of the Content-Type or of the declaration, in this order",
        arguments: [
            ("<a>é</a>", nil, Array("<a>é</a>".utf8)),
            ("mark", "text/xml", [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)),
            ("header", "text/xml; charset=ISO-8859-1", Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)),
            (
                "declaration", nil,
                Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
            ),
            ("UTF-8 all the same", "text/xml; charset=ISO-8859-1", Array("<a>é</a>".utf8)),
            ("UTF-16", nil, Array("\u{FEFF}<a>é</a>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        ] as [(String, String?, [UInt8])]
    )
    func encodings(_ name: String, _ type: String?, _ body: [UInt8]) throws {
        #expect(try values(body, type: type) == [#"{"a":"é"}"#], "\(name)")
    }

    @Test("no body is an empty object, with a note", arguments: ["", " \n"])
    func empty(_ body: String) throws {
        let page = try XmlDecoder(fields: "{}").decode(HTTPResponse(status: 200, body: Bytes(body)), recordDepth: 1)
        #expect(page.bodies == [[:]])
        #expect(page.fault == "The response has no body.")
    }

    @Test("a body that is not XML fails and says where")
    func fault() {
        let failure = #expect(throws: EngineFailure.self) { try values(Array("<a>\n<b></a>".utf8), type: "text/xml") }
        #expect(failure?.type == .system)
        #expect(failure?.message.hasPrefix("The response body is not XML: mismatched tag in line 2, column 6.") == true)
        #expect(failure?.detail?.contains("(Content-Type text/xml) starts with: <a>") == true)
    }
}
