import Diagnostics
import HTTP
import JSON

/// The values of a body while it comes in, pulled a few at a time.
///
/// Owned by one task.
final class BodyValues {
    private let pieces: any BodyPieces
    private let reader: any BodyReader
    /// The request, for messages.
    private let request: String
    private var hasEnded = false

    init(_ pieces: any BodyPieces, _ reader: any BodyReader, request: String) {
        self.pieces = pieces
        self.reader = reader
        self.request = request
    }

    deinit { pieces.stop() }

    /// What is odd about the body, once it has ended.
    var fault: String? { reader.fault }

    /// The next values, at least one; nil at the end of the body.
    func next() async throws -> [JSONValue]? {
        while true {
            let values = try withRequest { try reader.next() }
            if !values.isEmpty { return values }
            if hasEnded { return nil }
            if let piece = try await nextPiece() {
                reader.feed(piece)
            } else {
                hasEnded = true
                reader.end()
            }
        }
    }

    private func nextPiece() async throws -> Bytes? {
        do throws(TransportError) { return try await pieces.next() } catch {
            try Task.checkCancellation()
            // Records of the body were emitted, so the request is not sent again.
            throw EngineFailure(
                .transient,
                "The response was cut off: \(error). Its records so far are kept.",
                detail: request
            )
        }
    }

    private func withRequest<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let failure as EngineFailure {
            let detail = [request, failure.detail].compactMap { $0 }.joined(separator: "\n")
            throw EngineFailure(failure.type, failure.message, detail: detail)
        }
    }
}
