/// The type of a node, written as a tag or found from the form of a plain scalar.
enum Tag: UInt8 {
    case null, bool, int, float, timestamp, binary, str, seq, map, set, omap, pairs
    /// A plain `<<`: a key with this tag merges its value; no value may have it.
    case merge
    /// A plain `=`: ordinary text as a key; no value may have it.
    case value
    /// Any other tag; its text is kept beside the node.
    case other

    private static let prefix = "tag:yaml.org,2002:"

    /// The tag with a given full text, such as `tag:yaml.org,2002:int`.
    init(text: String) {
        guard text.hasPrefix(Self.prefix) else {
            self = .other
            return
        }
        switch text.dropFirst(Self.prefix.count) {
        case "null": self = .null
        case "bool": self = .bool
        case "int": self = .int
        case "float": self = .float
        case "timestamp": self = .timestamp
        case "binary": self = .binary
        case "str": self = .str
        case "seq": self = .seq
        case "map": self = .map
        case "set": self = .set
        case "omap": self = .omap
        case "pairs": self = .pairs
        case "merge": self = .merge
        case "value": self = .value
        default: self = .other
        }
    }

    /// The full text of a standard tag.
    var text: String { Self.prefix + "\(self)" }
}
