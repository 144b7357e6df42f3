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
}
