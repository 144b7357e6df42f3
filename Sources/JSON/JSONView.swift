/// A value that is still in the bytes of its document.
///
/// Copying a view copies a reference and a few numbers. Members are found through the document's index where it reaches,
/// and by scanning below that. Where an object names a member twice, the last one counts, at the place of the first.
package struct JSONView: Sendable {
    package let document: JSONDocument
    let start: UInt32
    let end: UInt32
    /// The node in the document's index, or `noNode`.
    let node: UInt32
    package let kind: JSONKind
    let traits: JSONTraits

    static let noNode = UInt32.max

    @inline(__always)
    init(document: JSONDocument, node: Int) {
        let entry = document.nodes[node]
        self.document = document
        start = entry.start
        end = entry.end
        self.node = UInt32(truncatingIfNeeded: node)
        kind = entry.kind
        traits = entry.traits
    }

    /// A value below the index; `inherited` are the traits of the nearest indexed container.
    @inline(__always)
    init(
        document: JSONDocument,
        from start: UnsafePointer<UInt8>,
        to end: UnsafePointer<UInt8>,
        inherited: JSONTraits
    ) {
        self.document = document
        self.start = UInt32(truncatingIfNeeded: start - document.base)
        self.end = UInt32(truncatingIfNeeded: end - document.base)
        node = Self.noNode
        kind = Self.kind(of: start, to: end)
        var traits = inherited.intersection([.irregular, .duplicates])
        if kind == .string { traits.insert(.escaped) }
        if kind == .bool && start.pointee == 0x74 { traits.insert(.yes) }
        self.traits = traits
    }

    private static func kind(of start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> JSONKind {
        switch start.pointee {
        case 0x22: return .string
        case 0x7B: return .object
        case 0x5B: return .array
        case 0x74, 0x66: return .bool
        case 0x6E: return .null
        default:
            for at in 0..<(end - start) {
                let byte = start[at]
                if byte == 0x2E || byte | 0x20 == 0x65 || byte == 0x49 || byte == 0x4E {
                    return .double
                }
            }
            return .integer
        }
    }

    var startPointer: UnsafePointer<UInt8> { document.base + Int(start) }
    var endPointer: UnsafePointer<UInt8> { document.base + Int(end) }

    /// Whether the members or elements of this container stand in the document's index.
    @inline(__always)
    var isIndexed: Bool { node != Self.noNode && document.nodes[Int(node)].isIndexed }

    // MARK: Scalars

    /// The flag of a boolean.
    package var bool: Bool? { kind == .bool ? traits.contains(.yes) : nil }

    /// The number of an integer that fits.
    package var integer: Int? { kind == .integer ? Int(rawText) : nil }

    /// The number as a double, for integers and doubles.
    package var double: Double? {
        guard kind == .integer || kind == .double else { return nil }
        if case .double(let number) = JSONNumber.value(rawText, kind: .double) { return number }
        return nil
    }

    /// The text of a string, escapes read.
    package var string: String? {
        guard kind == .string else { return nil }
        defer { withExtendedLifetime(document) {} }
        let buffer = UnsafeBufferPointer(start: startPointer + 1, count: Int(end - start) - 2)
        return traits.contains(.escaped) ? JSONString.decode(buffer) : String(decoding: buffer, as: UTF8.self)
    }

    /// The bytes between the quotes of a string without escapes; nil when there are escapes or it is not a string.
    @inline(__always)
    package func withPlainString<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard kind == .string else { return nil }
        defer { withExtendedLifetime(document) {} }
        let buffer = UnsafeBufferPointer(start: startPointer + 1, count: Int(end - start) - 2)
        if traits.contains(.escaped), buffer.contains(0x5C) { return nil }
        return body(buffer)
    }

    /// The bytes of the value as they stand in the document.
    package var rawText: String {
        defer { withExtendedLifetime(document) {} }
        return JSONNumber.text(startPointer, endPointer)
    }

    /// The bytes of the value as they stand in the document, without a copy.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        defer { withExtendedLifetime(document) {} }
        return body(UnsafeRawBufferPointer(start: startPointer, count: byteCount))
    }

    /// How many bytes the value takes in its document.
    package var byteCount: Int { Int(end - start) }

    // MARK: Values

    /// The value with its own level read; members and elements stay views.
    package var openedValue: JSONValue {
        switch kind {
        case .null, .key: return .null
        case .bool: return .bool(traits.contains(.yes))
        case .string: return .string(string ?? "")
        case .integer, .double: return JSONNumber.value(rawText, kind: kind)
        case .array: return .array(elements.map(JSONValue.view))
        case .object:
            return .object(openedMembers)
        }
    }

    /// The members of an object as a dictionary; they stay views.
    ///
    /// Names that differ in bytes but not as `String`s (composed and decomposed characters) become one.
    var openedMembers: JSONObject {
        JSONObject(members.map { ($0.key, JSONValue.view($0.value)) }, uniquingKeysWith: { $1 })
    }

    /// The whole value, out of its document.
    package var value: JSONValue { openedValue.resolvedMembers }
}

extension JSONValue {
    /// The containers below, out of their documents too.
    fileprivate var resolvedMembers: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.resolved))
        case .object(let members): .object(members.mapValues(\.resolved))
        default: self
        }
    }
}
