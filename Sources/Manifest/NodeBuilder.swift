package import Diagnostics
import OrderedCollections
package import YAML

/// Turns the nodes of a YAML file into nodes of a manifest.
package struct NodeBuilder {
    package private(set) var diagnostics = Diagnostics()

    package init() {}

    package mutating func node(_ source: YAMLNode) -> ManifestNode {
        let place = Place(file: source.file, range: source.contentRange)
        switch source.value {
        case .null: return ManifestNode(.null, place: place)
        case .bool(let flag): return ManifestNode(.bool(flag), place: place)
        case .int(let number):
            return ManifestNode(number.int.map(ManifestNode.Value.integer) ?? .bigInteger(number.digits), place: place)
        case .float(let number): return ManifestNode(.double(number), place: place)
        case .string(let text): return ManifestNode(.string(text), place: place, written: source)
        case .timestamp: return ManifestNode(.timestamp(source.sourceText), place: place)
        case .binary(let bytes):
            return ManifestNode(.string(String(decoding: bytes, as: UTF8.self)), place: place)
        case .sequence(let items): return ManifestNode(.sequence(items.map { node($0) }), place: place)
        case .set(let items): return ManifestNode(.sequence(items.map { node($0) }), place: place)
        case .mapping(let mapping): return ManifestNode(.mapping(self.mapping(mapping)), place: place)
        }
    }

    private mutating func mapping(_ source: YAMLMapping) -> ManifestMapping {
        for duplicate in source.duplicates {
            diagnostics.add(
                Diagnostic(
                    .warning,
                    code: "duplicate-key",
                    "'\(Self.name(duplicate.key))' is set twice; the last value counts",
                    place: Place(file: duplicate.key.file, range: duplicate.repeated),
                    fix: "remove one of them; the first is in line \(duplicate.first.start.line)"
                )
            )
        }
        var entries = OrderedDictionary<String, ManifestMapping.Entry>(minimumCapacity: source.count)
        for entry in source.entries {
            let keyPlace = Place(file: entry.key.file, range: entry.key.contentRange)
            entries[Self.name(entry.key)] = ManifestMapping.Entry(node: node(entry.value), keyPlace: keyPlace)
        }
        return ManifestMapping(entries)
    }

    /// A key as text; keys that YAML reads as something else keep their spelling in JSON.
    private static func name(_ key: YAMLNode) -> String {
        switch key.value {
        case .string(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        case .int(let number): number.digits
        default: key.sourceText
        }
    }
}
