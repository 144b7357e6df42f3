import Diagnostics
package import HTTP
import JSON
package import Manifest
package import ManifestEngine

/// Reads each line of the body as a record of one member.
///
/// Manifest type `LineDecoder`. Blank lines are skipped; a body that is not UTF-8 is an error.
package struct LineDecoder: Decoder, Component {
    package static let typeName = "LineDecoder"
    package static let summary = "Reads each line of the body as a record of one member."
    package static let details = "Blank lines are skipped; a body that is not UTF-8 is a failure."
    package static let example = """
        type: LineDecoder
        member: text
        """

    private static let memberField = Field("member", .string, default: "line", "Name of the member with the line.")
    package static let fields = [memberField]

    private let member: String

    package init(_ reader: ComponentReader) throws { member = try reader.string(Self.memberField) }

    package func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        guard let text = String(validating: response.body.buffer, as: UTF8.self) else {
            throw EngineFailure(.system, "The body of the response is not UTF-8. No record of it can be read.")
        }
        let lines = text.split(whereSeparator: \.isNewline)
        return DecodedPage(bodies: lines.map { .object([member: .string(String($0))]) })
    }
}
