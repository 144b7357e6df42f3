import Diagnostics
package import HTTP
import JSON
package import Manifest
import Text

/// Reads the body as one JSON value; a list at the top counts as several.
///
/// Manifest type `JsonDecoder`. No body at all, `null` and an empty list are taken as one empty object, as the reference
/// does. A body that is not JSON is an error, as its records would be lost.
package struct JsonDecoder: Component, Decoder {
    package static let typeName = "JsonDecoder"
    package static let summary = "Reads the body as JSON."
    package static let details = """
        A list at the top counts as several values. No body, `null` and an empty list count as one \
        empty object. A body that is not JSON is a failure.
        """
    package static let example = """
        type: JsonDecoder
        """
    package static let fields: [Field] = []

    package init() {}
    package init(_ reader: ComponentReader) throws {}

    package func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        let document: JSONDocument
        do throws(JSONError) {
            document = try response.document(indexDepth: recordDepth + 1)
        } catch {
            if response.body.buffer.allSatisfy({ $0 <= 0x20 }) {
                return DecodedPage(bodies: [.object([:])], fault: "The response has no body.")
            }
            throw Self.failure(error, response)
        }
        let root = document.root
        switch root.kind {
        case .null: return DecodedPage(bodies: [.object([:])], fault: "The response body is JSON null.")
        case .array:
            let elements = root.elements.map(JSONValue.view)
            return DecodedPage(bodies: elements.isEmpty ? [.object([:])] : elements)
        default: return DecodedPage(bodies: [.view(root)])
        }
    }

    package var nested: any Decoder { NestedJSON() }

    fileprivate static func failure(_ error: JSONError, _ response: HTTPResponse) -> EngineFailure {
        let type = response.headers["Content-Type"].map { " (Content-Type \($0))" } ?? ""
        return EngineFailure(
            .system,
            "The response body is not JSON: \(error). None of its records can be read.",
            detail: "Status \(response.status), \(response.body.count) bytes. The body\(type) starts with: "
                + response.textStart(320).shortened(to: 80)
        )
    }
}

/// Reads unpacked JSON: unlike at the top, no body and `null` are failures, and an empty list gives nothing.
private struct NestedJSON: Decoder {
    func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        let document: JSONDocument
        do throws(JSONError) {
            document = try response.document(indexDepth: recordDepth + 1)
        } catch {
            throw JsonDecoder.failure(error, response)
        }
        let root = document.root
        switch root.kind {
        case .null: throw JsonDecoder.failure(JSONError("there is nothing but null", at: 0), response)
        case .array: return DecodedPage(bodies: root.elements.map(JSONValue.view))
        default: return DecodedPage(bodies: [.view(root)])
        }
    }
}
