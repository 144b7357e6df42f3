import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

/// What holds for every extractor.
@Suite("extractor contract")
struct ExtractorContractTests {
    /// Extractors that leave decoding to the retriever; the others read bodies as decoders do.
    private static let samples = ContractSample.all(of: ComponentRegistry.extractors)
    private static let bodies = [
        #"{"data":{"users":[{"id":1},{"id":2,"x":null}]}}"#, #"{"data":{"users":{"id":1}}}"#, #"{"users":[{"id":3}]}"#,
        #"{"data":{"users":[]}}"#, #"{"data":null}"#, "{}", "[]", #"[{"data":{"users":[{"id":1}]}}]"#,
        #"{"data":{"users":[1,"x",null,[2]]}}"#, "5", #""x""#, "null",
    ]

    private static func page(_ body: String, of extractor: any Extractor) throws -> DecodedPage {
        let response = HTTPResponse(status: 200, body: Bytes(body))
        return try (extractor.ownDecoder ?? JsonDecoder()).decode(response, recordDepth: extractor.recordDepth)
    }

    @Test("finds the same records each time, and counts no fewer than it gives")
    func again() async throws {
        for sample in Self.samples {
            let (extractor, other) = (try sample.make(), try sample.make())
            for body in Self.bodies {
                let page = try Self.page(body, of: extractor)
                let records = try await extractor.extract(from: page, in: .testing())
                #expect(try await extractor.extract(from: page, in: .testing()) == records, "\(sample.type)")
                #expect(try await other.extract(from: Self.page(body, of: other), in: .testing()) == records)
                let extraction = try await extractor.extraction(from: page, in: .testing())
                #expect(extraction.records == records && extraction.droppedCount >= 0, "\(sample.type)")
            }
        }
    }

    @Test("names its place where there are records")
    func place() async throws {
        for sample in Self.samples {
            let extractor = try sample.make()
            #expect(!extractor.placeText.isEmpty, "\(sample.type)")
            for body in Self.bodies {
                let page = try Self.page(body, of: extractor)
                guard try await !extractor.extract(from: page, in: .testing()).isEmpty else { continue }
                #expect(try extractor.findsPlace(in: page, .testing()), "\(sample.type), \(body)")
            }
        }
    }
}
