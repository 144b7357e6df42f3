import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// Reads bodies with a decoder in every way that they may come.
enum BodyReading {
    /// The values of a body as JSON text, read whole and in pieces of each size up to its length; these must be the same.
    static func values(of body: [UInt8], by decoder: any Decoder) async throws -> [String] {
        let whole = try decoder.decode(HTTPResponse(status: 200, body: Bytes(body)), recordDepth: 1).bodies.map(\.text)
        for size in 1...max(1, min(body.count, 40)) {
            #expect(try await values(of: body, by: decoder, size: size).values == whole, "pieces of \(size)")
        }
        return whole
    }

    /// The values that come before a body fails or ends, and how it fails.
    static func values(
        of body: [UInt8],
        by decoder: any Decoder,
        size: Int,
        fault: TransportError? = nil
    ) async throws -> (values: [String], error: (any Error)?) {
        let reader = try decoder.makeReader(for: HTTPResponse(status: 200), recordDepth: 1)
        let pieces = MemoryPieces(Bytes(body), size: size, fault: fault)
        let body = BodyValues(pieces, reader, request: "GET http://api/items")
        var values: [String] = []
        do {
            while let found = try await body.next() { values += found.map(\.text) }
            return (values, nil)
        } catch {
            return (values, error)
        }
    }
}
