import HTTP
import JSON
import Testing

@Suite("Text of responses")
struct HTTPResponseTextTests {
    /// A JSON text in the encoding that its name says.
    private static func bytes(_ text: String, _ encoding: String) -> [UInt8] {
        switch encoding {
        case "utf-16le": text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case "utf-16be": text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case "utf-32le":
            text.unicodeScalars.flatMap {
                [UInt8(truncatingIfNeeded: $0.value), UInt8($0.value >> 8 & 255), UInt8($0.value >> 16), 0]
            }
        case "utf-32be":
            text.unicodeScalars.flatMap {
                [0, UInt8($0.value >> 16), UInt8($0.value >> 8 & 255), UInt8(truncatingIfNeeded: $0.value)]
            }
        case "latin1": text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        default: Array(text.utf8)
        }
    }

    private static let marked = "\u{FEFF}"

    @Test(
        "a body in any encoding reads as its text",
        arguments: [
            ("utf-8", "", nil), ("utf-8", marked, nil), ("utf-8", marked, "application/json; charset=utf-8"),
            ("utf-16le", "", nil), ("utf-16le", marked, nil), ("utf-16be", "", "text/json"), ("utf-16be", marked, nil),
            ("utf-32le", "", nil), ("utf-32le", marked, nil), ("utf-32be", "", nil), ("utf-32be", marked, nil),
            ("latin1", "", "application/json; charset=ISO-8859-1"), ("latin1", "", "text/plain;charset=\"latin1\""),
            ("latin1", "", "application/json; charset=windows-1252"),
            ("latin1", "", "application/json;charset=iso-8859-15"),
            // Said by servers that send UTF-8 all the same.
            ("utf-8", "", "application/json; charset=ISO-8859-1"), ("utf-8", "", "application/json; charset=utf-16"),
        ] as [(String, String, String?)]
    )
    func body(encoding: String, mark: String, type: String?) throws {
        let text = "{\"name\":\"Zoé\"}"
        let headers = HTTPHeaderList(type.map { [("Content-Type", $0)] } ?? [])
        let response = HTTPResponse(status: 200, headers: headers, body: Bytes(Self.bytes(mark + text, encoding)))
        #expect(try response.document(indexDepth: 2).root.value["name"]?.string == "Zoé")
        #expect(response.text.filter { $0 != " " } == text)
    }

    @Test("what Windows has where ISO 8859-1 has nothing")
    func windows() throws {
        let headers = HTTPHeaderList([("Content-Type", "text/plain; charset=iso-8859-1")])
        let response = HTTPResponse(status: 200, headers: headers, body: Bytes([0x80, 0x20, 0x93, 0x94] as [UInt8]))
        #expect(response.text == "€ “”")
    }

    @Test(
        "bytes that are not UTF-8 are refused where nothing says what they are",
        arguments: [nil, "x", "utf-8", "no-such"]
    )
    func unknown(charset: String?) {
        let headers = HTTPHeaderList(charset.map { [("Content-Type", "application/json; charset=\($0)")] } ?? [])
        let body = Bytes(Self.bytes("{\"name\":\"Zoé\"}", "latin1"))
        #expect(throws: JSONError.self) {
            try HTTPResponse(status: 200, headers: headers, body: body).document(indexDepth: 2)
        }
    }
}
