import JSON

/// The streams that a caller wants to read.
package struct ConfiguredCatalog: Sendable {
    package struct Stream: Sendable {
        package let name: String
        package let cursorField: [String]?
    }

    package let streams: [Stream]

    /// Reads a configured catalog; `sync_mode` has no effect, as in the reference.
    package init(_ file: InputFile) throws {
        let value = try file.json()
        guard let entries = value["streams"]?.array else {
            throw file.fault(
                "invalid-catalog",
                "the catalog has no list 'streams'",
                fix: "write {\"streams\": [{\"stream\": {\"name\": …}}]}, or leave --catalog out to read every stream"
            )
        }
        streams = try entries.enumerated().map { index, entry in
            guard let name = entry["stream"]?["name"]?.string else {
                throw file.fault(
                    "invalid-catalog",
                    "streams[\(index)] has no stream.name",
                    fix: "each entry is {\"stream\": {\"name\": …}, \"sync_mode\": …}"
                )
            }
            return Stream(name: name, cursorField: entry["cursor_field"]?.array?.compactMap(\.string))
        }
    }
}
