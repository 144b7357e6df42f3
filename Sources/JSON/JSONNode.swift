/// The kinds of JSON values.
package enum JSONKind: UInt8, Sendable {
    case null, bool, integer, double, string, array, object
    /// The name of an object's member; never the kind of a value.
    case key
}

/// What the parser noticed inside a value.
struct JSONTraits: OptionSet, Sendable {
    let rawValue: UInt8
    /// The bytes are not how a value is written on the wire: white space, other escapes, other digits.
    static let irregular = JSONTraits(rawValue: 1)
    /// Some object in here names a member twice.
    static let duplicates = JSONTraits(rawValue: 2)
    /// A string or key that holds escapes.
    static let escaped = JSONTraits(rawValue: 4)
    /// A `true`.
    static let yes = JSONTraits(rawValue: 8)
    /// An object with a member that is null; known for indexed objects only.
    static let nulls = JSONTraits(rawValue: 16)
}

/// One indexed value of a document: where its bytes are and where its next sibling stands in the index.
///
/// Strings include their quotes, keys do not. The nodes of an indexed object alternate key and value.
struct JSONNode {
    var start: UInt32
    var end: UInt32
    /// Index of the node after this one and all that is inside it.
    var next: UInt32
    var kind: JSONKind
    var traits: JSONTraits
    /// Whether the members or elements of a container follow as nodes.
    var isIndexed: Bool
    /// How many containers are around the value, or around the key.
    let level: UInt8

    /// The bytes of a key, between its quotes.
    @inline(__always)
    func name(in base: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(start), count: Int(end - start))
    }
}
