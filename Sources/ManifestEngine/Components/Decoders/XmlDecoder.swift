import Diagnostics
package import HTTP
import JSON
package import Manifest
import Text
import XML

/// Reads an XML body as an object with the root element.
///
/// Manifest type `XmlDecoder`. See `XMLReader` for what becomes of elements. A body that is not XML is an error, as its
/// records would be lost.
package struct XmlDecoder: Component, Decoder {
    package static let typeName = "XmlDecoder"
    package static let summary = "Reads an XML body as an object with the root element."
    package static let details = """
        An element is its text, or null without one; with attributes or children it is an object: attributes by `@name`, \
        children by their names, text as `#text`. Several children of one name are a list. Names keep their prefixes. \
        Entities that the document defines are left out of texts. No body counts as an empty object; a body that is not \
        XML is a failure.
        """
    package static let example = """
        type: XmlDecoder
        """
    package static let fields: [Field] = []

    package init(_ reader: ComponentReader) throws {}

    package func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        let body = response.body.buffer
        if body.allSatisfy({ $0 <= 0x20 }) {
            return DecodedPage(bodies: [.object([:])], fault: "The response has no body.")
        }
        let text = Self.text(of: response).map { Bytes($0) }
        let start = text == nil && body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let bytes = UnsafeBufferPointer(rebasing: (text?.buffer ?? body)[start...])
        do throws(XMLFault) {
            return DecodedPage(bodies: [try XMLReader.value(of: bytes, limit: response.limit.bytes)])
        } catch {
            throw Self.failure(error, response)
        }
    }

    /// The text of a body that is not UTF-8: by its first bytes, by the `Content-Type`, or by what the XML declares.
    private static func text(of response: HTTPResponse) -> String? {
        let body = response.body.buffer
        if let text = TextEncoding.text(of: body, contentType: response.headers["Content-Type"]) { return text }
        guard let name = declaredEncoding(body) else { return nil }
        return TextEncoding.text(of: body, contentType: "text/xml; charset=\(name)")
    }

    /// The encoding in `<?xml version="1.0" encoding="…"?>`.
    private static func declaredEncoding(_ body: UnsafeBufferPointer<UInt8>) -> String? {
        let start = String(decoding: body.prefix(200), as: UTF8.self)
        guard start.hasPrefix("<?xml"), let declaration = start.split(separator: "?>", maxSplits: 1).first,
            let part = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
        else { return nil }
        return part.split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst().first.map(String.init)
    }

    private static func failure(_ fault: XMLFault, _ response: HTTPResponse) -> EngineFailure {
        let type = response.headers["Content-Type"].map { " (Content-Type \($0))" } ?? ""
        return EngineFailure(
            .system,
            "The response body is not XML: \(fault). None of its records can be read.",
            detail: "Status \(response.status), \(response.body.count) bytes. The body\(type) starts with: "
                + response.textStart(320).shortened(to: 80)
        )
    }
}
