package import Diagnostics
package import JSON
import YAML

/// A JSON file that the user hands in: configuration, catalog or state.
package struct InputFile: Sendable {
    /// As the user named it.
    package let name: String
    /// The text, UTF-8; a byte order mark stands as spaces.
    package let bytes: [UInt8]
    /// What it is, for messages: `catalog`, `state`, `configuration`.
    package let role: String

    package init(name: String, bytes: [UInt8], role: String) {
        self.name = name
        self.bytes = TextEncoding.utf8(bytes)
        self.role = role
    }

    /// The value in the file; a fault names line and column.
    package func json() throws -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(Bytes(bytes)).root.value
        } catch {
            let file = SourceFile(name: name, bytes: bytes)
            let position = file.position(ofOffset: error.offset)
            let place = Place(file: file, range: SourceRange(start: position, end: position))
            throw ManifestFault(
                Diagnostic(
                    code: "not-json",
                    "the \(role) is not valid JSON: \(error.message)",
                    place: place,
                    fix: "check quotes, commas and brackets around this place"
                )
            )
        }
    }

    /// A fault of the file as a whole.
    package func fault(_ code: String, _ message: String, fix: String? = nil) -> ManifestFault {
        ManifestFault(Diagnostic(code: code, "\(name): \(message)", fix: fix))
    }
}
