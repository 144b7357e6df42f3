package import Diagnostics
package import JSON
package import OrderedCollections
package import YAML

/// A value of a manifest and where it stands in the file.
///
/// What the reader of the file made of it: references are replaced, types and parameters filled in. A node that came
/// through a reference keeps the place of its definition.
package final class ManifestNode: Sendable {
    package enum Value: Sendable {
        case null
        case bool(Bool)
        case integer(Int)
        case bigInteger(String)
        case double(Double)
        case string(String)
        /// A date or a date with time, as written.
        case timestamp(String)
        case sequence([ManifestNode])
        case mapping(ManifestMapping)
    }

    package let value: Value
    package let place: Place?
    /// The scalar as it was written, to find places inside a template.
    let written: YAMLNode?
    /// Whether the node, or anything in it, is a reference that has to be replaced.
    let holdsReference: Bool
    /// How many nodes this is when all that is shared is written out.
    let size: Int
    /// How many mappings and lists stand inside each other here.
    let height: Int

    package init(_ value: Value, place: Place? = nil, written: YAMLNode? = nil) {
        self.value = value
        self.place = place
        self.written = written
        holdsReference =
            switch value {
            case .string(let text): text.hasPrefix("#/")
            case .sequence(let elements): elements.contains { $0.holdsReference }
            case .mapping(let mapping):
                mapping.entries["$ref"] != nil || mapping.entries.values.contains { $0.node.holdsReference }
            default: false
            }
        (size, height) = Self.measure(value)
    }

    private static func measure(_ value: Value) -> (size: Int, height: Int) {
        var size = 1
        var height = 0
        func add(_ node: ManifestNode) {
            // Sizes double with every reference, so the sum stops long before it overflows.
            size = min(size + node.size, ManifestSize.mostNodes * 1000)
            height = max(height, node.height + 1)
        }
        switch value {
        case .sequence(let elements): elements.forEach(add)
        case .mapping(let mapping): mapping.entries.values.forEach { add($0.node) }
        default: break
        }
        return (size, height)
    }

    package var mapping: ManifestMapping? {
        if case .mapping(let mapping) = value { return mapping }
        return nil
    }

    package var sequence: [ManifestNode]? {
        if case .sequence(let elements) = value { return elements }
        return nil
    }

    package var string: String? {
        if case .string(let text) = value { return text }
        return nil
    }

    /// Whether the value is a mapping or a list.
    var isComposed: Bool {
        switch value {
        case .sequence, .mapping: true
        default: false
        }
    }

    /// The component type the mapping names, if any.
    package var typeName: String? { mapping?["type"]?.string }

    /// What kind of value this is, for messages.
    package var kindName: String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .bigInteger: "an integer"
        case .double: "a number"
        case .string: "a string"
        case .timestamp: "a date"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Whether Python would call the value true.
    package var isTruthy: Bool {
        switch value {
        case .null: false
        case .bool(let flag): flag
        case .integer(let number): number != 0
        case .bigInteger, .timestamp: true
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .sequence(let elements): !elements.isEmpty
        case .mapping(let mapping): !mapping.isEmpty
        }
    }

    /// The value without places.
    package var json: JSONValue {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .bigInteger(let digits): .bigInteger(digits)
        case .double(let number): .double(number)
        case .string(let text), .timestamp(let text): .string(text)
        case .sequence(let elements): .array(elements.map(\.json))
        case .mapping(let mapping):
            .object(JSONObject(uniqueKeysWithValues: mapping.entries.map { ($0.key, $0.value.node.json) }))
        }
    }

    /// A node for a value that is not in the file.
    package convenience init(json: JSONValue, place: Place? = nil) {
        switch json.opened {
        case .null, .view: self.init(.null, place: place)
        case .bool(let flag): self.init(.bool(flag), place: place)
        case .integer(let number): self.init(.integer(number), place: place)
        case .bigInteger(let digits): self.init(.bigInteger(digits), place: place)
        case .double(let number): self.init(.double(number), place: place)
        case .string(let text): self.init(.string(text), place: place)
        case .array(let elements):
            self.init(.sequence(elements.map { ManifestNode(json: $0, place: place) }), place: place)
        case .object(let members):
            let entries = members.map {
                ($0.key, ManifestMapping.Entry(node: ManifestNode(json: $0.value, place: place)))
            }
            self.init(.mapping(ManifestMapping(OrderedDictionary(uniqueKeysWithValues: entries))), place: place)
        }
    }
}

/// The entries of a mapping, in order.
package struct ManifestMapping: Sendable {
    package struct Entry: Sendable {
        package let node: ManifestNode
        /// Where the key stands.
        package let keyPlace: Place?

        package init(node: ManifestNode, keyPlace: Place? = nil) {
            self.node = node
            self.keyPlace = keyPlace
        }
    }

    package var entries: OrderedDictionary<String, Entry>

    package init(_ entries: OrderedDictionary<String, Entry> = [:]) { self.entries = entries }

    package subscript(key: String) -> ManifestNode? { entries[key]?.node }
    package var isEmpty: Bool { entries.isEmpty }
    package var keys: OrderedSet<String> { entries.keys }
}
