import JSON
import Testing

@testable import HTTP

/// Bodies as servers compress them.
private enum Samples {
    static let text = Array((0..<9000).map { "{\"id\":\($0)}" }.joined(separator: ",").utf8)

    static let forms: [(String, [UInt8])] = [
        ("identity", text), ("", text), ("gzip", Packing.gzip(text)), ("x-gzip", Packing.gzip(text)),
        ("deflate", Packing.zlib(text)), ("deflate", Packing.raw(text)), ("deflate", Packing.gzip(text)),
        ("gzip", Packing.zlib(text)),
        ("gzip", Packing.gzip(Array(text[..<900])) + Packing.gzip([]) + Packing.gzip(Array(text[900...]))),
        ("gzip", Packing.gzip(text) + [0, 0, 0, 0, 0]), ("gzip", Packing.gzip(text) + [0x1F]),
        ("gzip", Packing.gzip(text) + Array("bye".utf8)), ("deflate", Packing.zlib(text) + [0, 0]),
        ("gzip, deflate", Packing.zlib(Packing.gzip(text))), ("deflate, gzip", Packing.gzip(Packing.raw(text))),
        ("gzip, gzip", Packing.gzip(Packing.gzip(text))),
        // Without the checksum, all data are there.
        ("gzip", Packing.gzip(text).dropLast(8)), ("deflate", Packing.zlib(text).dropLast(2)),
    ]

    static let damaged: [([UInt8], String, TransportError.Kind)] = [
        (Packing.gzip(text).dropLast(60), "gzip", .truncated), ([0x1F], "gzip", .truncated),
        (Packing.raw(text).dropLast(9), "deflate", .truncated),
        (Packing.gzip(text) + Packing.gzip(text).dropLast(60), "gzip", .truncated),
        (Packing.gzip(Packing.gzip(text).dropLast(60)), "gzip, gzip", .truncated), (text, "gzip", .undecodable),
        (Packing.gzip(text).dropLast(8) + [1, 2, 3, 4, 5, 6, 7, 8], "gzip", .undecodable),
        (Packing.gzip(text), "gzip, gzip", .undecodable), (text, "br", .unreadEncoding),
    ]
}

@Suite("ResponseBody")
struct ResponseBodyTests {
    private static let standard = ResponseLimit(TransportOptions())

    /// The body that comes out, or why none does; the compressed bytes come in parts of a size.
    private func read(
        _ packed: [UInt8],
        _ encodings: String...,
        parts: Int = 1000,
        limit: ResponseLimit = standard
    ) -> Result<[UInt8], TransportError> {
        let url = "https://api.example.com/v1"
        let body = ResponseBody(length: packed.count, encodings: encodings, limit: limit, url: url)
        for start in stride(from: 0, to: packed.count, by: parts) {
            let part = packed[start..<min(start + parts, packed.count)]
            if let fault = part.withUnsafeBytes({ body.fault(appending: $0) }) { return .failure(fault) }
        }
        do throws(TransportError) { return .success(Array(try body.finish().buffer)) } catch {
            return .failure(error)
        }
    }

    private func fault(_ result: Result<[UInt8], TransportError>) -> TransportError? {
        if case .failure(let error) = result { return error }
        return nil
    }

    @Test(
        "every form of compression, in parts of every size",
        arguments: Samples.forms.indices,
        [1, 2, 7, 1000, 1_000_000]
    )
    func forms(index: Int, parts: Int) throws {
        let (encoding, packed) = Samples.forms[index]
        #expect(try read(packed, encoding, parts: parts).get() == Samples.text)
    }

    @Test("a body without a byte is one, whatever it is called", arguments: ["gzip", "deflate", "br", "gzip, deflate"])
    func empty(encoding: String) throws { #expect(try read([], encoding).get().isEmpty) }

    @Test(
        "damage",
        arguments: Samples.damaged
    )
    func damage(packed: [UInt8], encoding: String, kind: TransportError.Kind) {
        #expect(fault(read(packed, encoding))?.kind == kind)
    }

    @Test("the coding that was not requested is in the message")
    func named() {
        let message = fault(read(Samples.text, "zstd"))?.message
        #expect(message?.hasPrefix("api.example.com compressed its response as 'zstd'") == true)
    }

    // MARK: Limits

    private static func limit(_ bytes: Int) -> ResponseLimit {
        var options = TransportOptions()
        options.maxResponseSize = bytes
        return ResponseLimit(options)
    }

    @Test(
        "a body at its limit is read, one byte more is not, compressed or plain",
        arguments: ["identity", "gzip", "deflate, gzip"]
    )
    func limits(encoding: String) throws {
        let packed =
            switch encoding {
            case "gzip": Packing.gzip(Samples.text)
            case "identity": Samples.text
            default: Packing.gzip(Packing.raw(Samples.text))
            }
        #expect(try read(packed, encoding, limit: Self.limit(Samples.text.count)).get() == Samples.text)
        let error = fault(read(packed, encoding, limit: Self.limit(Samples.text.count - 1)))
        #expect(error?.kind == .tooLarge)
        for piece in ["api.example.com", "--max-response-size"] { #expect(error?.message.contains(piece) == true) }
    }

    @Test("a plain body that is announced too large is refused at its first byte")
    func announced() {
        let body = ResponseBody(length: 11, encodings: [], limit: Self.limit(10), url: "http://a")
        #expect([UInt8(1)].withUnsafeBytes { body.fault(appending: $0) }?.kind == .tooLarge)
    }

    private static let zeros = [UInt8](repeating: 0x30, count: ResponseLimit.unquestioned + 2_000_000)

    @Test("what decompresses to over 500 times its size is not believed, unless the limit was set")
    func ratio() throws {
        let packed = Packing.gzip(Self.zeros)
        let error = fault(read(packed, "gzip", parts: 16384))
        #expect(error?.kind == .tooLarge)
        #expect(error?.message.contains("over 500 times") == true)
        #expect(try read(packed, "gzip", limit: Self.limit(1 << 30)).get().count == Self.zeros.count)
    }

    @Test("layers within layers stop where one does")
    func nested() {
        let packed = Packing.gzip(Packing.gzip(Self.zeros))
        #expect(fault(read(packed, "gzip, gzip"))?.kind == .tooLarge)
    }

    @Test("records that repeat themselves pass")
    func repetitive() throws {
        let small = Array(Self.zeros.prefix(20_000_000))
        #expect(try read(Packing.gzip(small), "gzip").get().count == small.count)
    }

    @Test("a body that explains an error has a smaller limit")
    func errors() {
        #expect(Self.standard.forErrors.bytes == ResponseLimit.errorBody)
        #expect(Self.limit(9).forErrors.bytes == 9)
    }
}
