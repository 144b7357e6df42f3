import Diagnostics
import JSON
import Text

/// Reads JSON values, one a line.
///
/// The text is UTF-8, UTF-16 or UTF-32, which its first bytes tell; a line that is none of these is read by the charset of
/// the `Content-Type`.
final class JSONLinesReader: BodyReader {
    /// Values that are handed out at a time.
    private static let most = 1_000

    private let indexDepth: Int
    private let contentType: String?
    private var lines = LineReader()
    private var text = StartedText()
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(recordDepth: Int, contentType: String?) {
        indexDepth = recordDepth + 1
        self.contentType = contentType
    }

    func feed(_ piece: Bytes) {
        if let piece = text.utf8(of: piece) { lines.feed(piece) }
    }

    func end() {
        if let piece = text.end() { lines.feed(piece) }
        lines.end()
    }

    func next() throws -> [JSONValue] {
        if let failure { throw failure }
        var values: [JSONValue] = []
        do {
            while values.count < Self.most, try lines.next({ try read($0, number: $1, into: &values) }) {}
        } catch {
            guard !values.isEmpty else { throw error }
            failure = EngineFailure.from(error)
        }
        if values.isEmpty, let name = text.faultyEncoding {
            throw EngineFailure(
                .system,
                "The text of the response is not valid in its encoding, \(name). No records from there on can be read."
            )
        }
        return values
    }

    private func read(_ line: UnsafeBufferPointer<UInt8>, number: Int, into values: inout [JSONValue]) throws {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
        do throws(JSONError) {
            values.append(.view(try document(line).root))
        } catch {
            throw EngineFailure(
                .system,
                "Line \(number) of the response is not JSON: \(error). None of its records can be read.",
                detail: "The line starts with: \(String(decoding: line.prefix(320), as: UTF8.self).shortened(to: 80))"
            )
        }
    }

    private func document(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONDocument {
        do throws(JSONError) { return try JSONDocument(Bytes(line), indexDepth: indexDepth) } catch {
            guard let text = TextEncoding.text(of: line, contentType: contentType) else { throw error }
            return try JSONDocument(Bytes(Array(text.utf8)), indexDepth: indexDepth)
        }
    }
}
