package import Config
import Diagnostics
package import JSON
import Text
import YAML

/// The streams that a caller wants to read.
package struct ConfiguredCatalog: Sendable {
    package struct Stream: Sendable {
        package let name: String
        package let cursorField: [String]?
        /// The schema; nil when the entry has none.
        package let schema: JSONObject?
    }

    package let streams: [Stream]

    private static let syncModes = ["full_refresh", "incremental"]
    private static let destinationModes = ["append", "overwrite", "append_dedup", "update", "soft_delete"]

    /// Reads a configured catalog, or a catalog as `discover` prints it, which selects all its streams.
    ///
    /// The output of `discover` may hold other messages too, one per line. A valid `sync_mode` has no effect, as in the
    /// reference: a stream goes on from its state where it has one.
    package init(_ file: InputFile) throws {
        let source = try CatalogText(file)
        guard let entries = source.value["streams"]?.array else {
            throw file.fault(
                "invalid-catalog",
                "the catalog has no list 'streams'",
                fix: "write {\"streams\": [{\"stream\": {\"name\": …}}]}, or leave --catalog out to read every stream"
            )
        }
        streams = try entries.enumerated().map { index, entry in
            // In a catalog from `discover`, the entry is the stream itself.
            guard let name = (entry["stream"] ?? entry)["name"]?.string else {
                throw file.fault(
                    "invalid-catalog",
                    "streams[\(index)] has no stream.name",
                    fix: "each entry is {\"stream\": {\"name\": …}, \"sync_mode\": …}"
                )
            }
            return Stream(
                name: name,
                cursorField: entry["cursor_field"]?.array?.compactMap(\.string),
                schema: (entry["stream"] ?? entry)["json_schema"]?.object
            )
        }
        var faults = Diagnostics()
        for (index, entry) in entries.enumerated() {
            faults.add(contentsOf: Self.modeFaults(of: entry, index, in: source))
        }
        if faults.hasErrors { throw ManifestFault(faults) }
    }

    private static func modeFaults(of entry: JSONValue, _ index: Int, in source: CatalogText) -> Diagnostics {
        let modes = [("sync_mode", syncModes), ("destination_sync_mode", destinationModes)]
        return Diagnostics(
            modes.compactMap { field, known in
                guard let value = entry[field], !value.isNull, !known.contains(value.string ?? "") else { return nil }
                let near = NearestName.of(value.string ?? "", in: known).map { "did you mean '\($0)'? " } ?? ""
                return Diagnostic(
                    code: "invalid-catalog",
                    "'\(field)' is \(value.text.shortened(to: 40)), which is not a valid mode",
                    place: source.place(["streams", String(index), field]),
                    path: "streams[\(index)] > \(field)",
                    fix: "\(near)Modes: \(known.joined(separator: ", "))"
                )
            }
        )
    }
}

/// The catalog in a file: the whole of it, or one message among lines of messages.
private struct CatalogText {
    let value: JSONValue
    private let file: InputFile
    /// The path to the catalog in its text.
    private let root: [String]
    /// The bytes of the text in the file.
    private let part: Range<Int>

    init(_ file: InputFile) throws {
        self.file = file
        let found: (value: JSONValue, line: Range<Int>)
        do {
            found = (try file.json(), 0..<file.bytes.count)
        } catch {
            guard let message = Self.message(in: file.bytes) else { throw error }
            found = message
        }
        root = found.value["catalog"]?.object == nil ? [] : ["catalog"]
        value = root.isEmpty ? found.value : found.value["catalog"] ?? .null
        part = found.line
    }

    /// The CATALOG message among lines that are all JSON objects.
    private static func message(in bytes: [UInt8]) -> (JSONValue, Range<Int>)? {
        var found: (JSONValue, Range<Int>)?
        for line in bytes.split(separator: 0x0A) where !line.allSatisfy({ $0 <= 0x20 }) {
            guard let value = try? JSONValue(parsing: String(decoding: line, as: UTF8.self)), value.object != nil else {
                return nil
            }
            if value["type"]?.string == "CATALOG" { found = (value, line.startIndex..<line.endIndex) }
        }
        return found
    }

    /// Where a value of the catalog is in the file.
    func place(_ path: [String]) -> Place { InputPlaces(file, part: part).place(of: root + path) }
}
