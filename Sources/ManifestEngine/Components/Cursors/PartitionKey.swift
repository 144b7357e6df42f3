import JSON

/// Partitions as text: compact JSON with the members of all objects in the order of their names.
///
/// Numbers and texts differ, and so does anything that a partition carries along, such as `parent_slice`.
enum PartitionKey {
    /// The key of a partition.
    static func make(_ partition: JSONObject) -> String {
        let bytes = Bytes(capacity: 64)
        append(.object(partition), to: bytes)
        return bytes.text
    }

    private static func append(_ value: JSONValue, to bytes: Bytes) {
        switch value.opened {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, name) in names(members).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.appendQuoted(name)
                bytes.append(UInt8(ascii: ":"))
                append(members[name] ?? .null, to: bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case let scalar: bytes.append(json: scalar)
        }
    }

    /// The names in the order of their code points.
    private static func names(_ members: JSONObject) -> [String] {
        members.count < 2
            ? Array(members.keys) : members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The partition of a key, its members in the order of the key.
    static func partition(_ key: String) -> JSONValue {
        ((try? JSONValue(parsing: key)) ?? .object([:])).resolved
    }
}
