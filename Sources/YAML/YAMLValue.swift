/// The value of a node: what PyYAML's safe loader makes of the same text.
package enum YAMLValue: Sendable {
    /// `null`, `~`, or nothing at all.
    case null
    /// `true`, `yes`, `on` and their opposites.
    case bool(Bool)
    /// A whole number of any length.
    case int(YAMLInteger)
    /// A number with a dot, an infinity, or not-a-number.
    case float(Double)
    /// Text.
    case string(String)
    /// A date, or a date and time with or without an offset.
    indirect case timestamp(YAMLTimestamp)
    /// The bytes of a `!!binary` scalar.
    case binary([UInt8])
    /// A list. `!!omap` and `!!pairs` give a list of two-item lists, which is how the reference prints them.
    case sequence([YAMLNode])
    /// Keys with values.
    case mapping(YAMLMapping)
    /// The members of a `!!set`, in file order, each once.
    case set([YAMLNode])

    /// The kind of value in words for messages, such as `a mapping`.
    package var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .int: "an integer"
        case .float: "a number"
        case .string: "text"
        case .timestamp(let timestamp): timestamp.time == nil ? "a date" : "a date and time"
        case .binary: "binary data"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .set: "a set"
        }
    }
}
