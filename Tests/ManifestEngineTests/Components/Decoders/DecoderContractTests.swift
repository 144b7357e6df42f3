import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@testable import EngineFuzzing

/// What holds for every decoder, with a body of each.
@Suite("decoder contract")
struct DecoderContractTests {
    /// A decoder with a body that it reads.
    private struct Sample {
        let type: String
        var fields = "{}"
        let body: [UInt8]
        let values: [String]
        /// What makes the rest of a body fail after `values`; nil for a decoder of whole bodies.
        var broken: [UInt8]?
        /// What an empty body gives; nil when it fails.
        var ofNothing: [String]? = []
    }

    private static func packed(_ text: String) -> [UInt8] { Packing.packed(Array(text.utf8), .gzip) }

    private static func samples() throws -> [Sample] {
        [
            Sample(
                type: "CsvDecoder",
                body: Array("a\n1\n2\n".utf8),
                values: [#"{"a":"1"}"#, #"{"a":"2"}"#],
                broken: nil
            ),
            Sample(
                type: "GzipDecoder",
                fields: "decoder: {type: JsonlDecoder}",
                body: packed("1\n2\n"),
                values: ["1", "2"],
                broken: [0x1F, 0x8B, 8, 0xFF]
            ),
            Sample(
                type: "IterableDecoder",
                body: Array("a\nb\n".utf8),
                values: [#"{"record":"a"}"#, #"{"record":"b"}"#],
                broken: [0xFF, 0x0A]
            ),
            Sample(type: "JsonDecoder", body: Array("[1,2]".utf8), values: ["1", "2"], ofNothing: ["{}"]),
            Sample(
                type: "JsonItemsDecoder",
                fields: "items_path: a",
                body: Array(#"{"a":[1,2]}"#.utf8),
                values: ["1", "2"],
                broken: Array("x".utf8),
                ofNothing: nil
            ),
            Sample(type: "JsonlDecoder", body: Array("1\n2\n".utf8), values: ["1", "2"], broken: Array("x\n".utf8)),
            Sample(type: "XmlDecoder", body: Array("<a>1</a>".utf8), values: [#"{"a":"1"}"#], ofNothing: ["{}"]),
            Sample(
                type: "ZipfileDecoder",
                fields: "decoder: {type: JsonDecoder}",
                body: try ZipSample.bytes(ZipSample.json),
                values: [#"{"a":1}"#, #"{"a":2}"#, #"{"a":3}"#],
                ofNothing: nil
            ),
        ]
    }

    private static func decoder(_ sample: Sample) throws -> any Decoder {
        try ComponentText(sample.fields, type: sample.type).read(as: ComponentRegistry.decoders)
    }

    @Test("each decoder has a sample")
    func complete() throws {
        #expect(try Set(Self.samples().map(\.type)) == Set(ComponentRegistry.decoders.native.map { $0.typeName }))
    }

    @Test("the values do not depend on where the pieces end")
    func pieces() async throws {
        for sample in try Self.samples() {
            #expect(try await BodyReading.values(of: sample.body, by: Self.decoder(sample)) == sample.values)
        }
    }

    @Test("a failure comes after the values before it, and again when asked again")
    func failures() async throws {
        for sample in try Self.samples() {
            guard let broken = sample.broken else { continue }
            for size in [1, 3, 1000] {
                let body = sample.body + broken
                let (values, error) = try await BodyReading.values(of: body, by: Self.decoder(sample), size: size)
                #expect(values == sample.values, "\(sample.type) in pieces of \(size)")
                #expect((error as? EngineFailure)?.type == .system, "\(sample.type) in pieces of \(size)")
            }
        }
    }

    @Test("a body that breaks off is a transient failure")
    func truncation() async throws {
        for sample in try Self.samples() {
            let fault = TransportError(.truncated, "the connection was closed")
            let (_, error) = try await BodyReading.values(
                of: sample.body,
                by: Self.decoder(sample),
                size: 3,
                fault: fault
            )
            #expect((error as? EngineFailure)?.type == .transient, "\(sample.type)")
        }
    }

    @Test("an empty body gives what the reference gives")
    func nothing() throws {
        for sample in try Self.samples() {
            let page = try? Self.decoder(sample).decode(HTTPResponse(status: 200), recordDepth: 1)
            #expect(page?.bodies.map(\.text) == sample.ofNothing, "\(sample.type)")
        }
    }
}
