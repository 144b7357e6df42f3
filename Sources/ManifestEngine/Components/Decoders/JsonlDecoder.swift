import Diagnostics
package import HTTP
package import JSON
package import Manifest
import Text

/// Reads each line of the body as one JSON value.
///
/// Manifest type `JsonlDecoder`. The body is read as it arrives. Lines of white space alone are skipped; a line
/// that is not JSON is an error, as its record would be lost.
package struct JsonlDecoder: Component, Decoder {
    package static let typeName = "JsonlDecoder"
    package static let summary = "Reads each line of the body as one JSON value."
    package static let details = """
        The body is read as it arrives, so it may be larger than memory. Blank lines are skipped; a line that \
        is not JSON is a failure.
        """
    package static let example = """
        type: JsonlDecoder
        """
    package static let fields: [Field] = []

    package let readsPieces = true

    package init(_ reader: ComponentReader) throws {}

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        JSONLinesReader(recordDepth: recordDepth)
    }
}

/// Reads JSON values, one a line.
final class JSONLinesReader: BodyReader {
    /// Values that are handed out at a time.
    private static let most = 1_000

    private let indexDepth: Int
    private var lines = LineReader()
    /// What a line was that comes after the values given.
    private var failure: EngineFailure?

    init(recordDepth: Int) { indexDepth = recordDepth + 1 }

    func feed(_ piece: Bytes) { lines.feed(piece) }
    func end() { lines.end() }

    func next() throws -> [JSONValue] {
        if let failure { throw failure }
        var values: [JSONValue] = []
        do {
            while values.count < Self.most, try lines.next({ try read($0, number: $1, into: &values) }) {}
        } catch {
            guard !values.isEmpty else { throw error }
            failure = EngineFailure.from(error)
        }
        return values
    }

    private func read(_ line: UnsafeBufferPointer<UInt8>, number: Int, into values: inout [JSONValue]) throws {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
        do throws(JSONError) {
            values.append(.view(try JSONDocument(Bytes(line), indexDepth: indexDepth).root))
        } catch {
            throw EngineFailure(
                .system,
                "Line \(number) of the response is not JSON: \(error). None of its records can be read.",
                detail: "The line starts with: \(String(decoding: line.prefix(320), as: UTF8.self).shortened(to: 80))"
            )
        }
    }
}
