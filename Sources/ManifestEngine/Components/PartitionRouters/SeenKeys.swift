import JSON

/// Remembers which values came before; values that Python holds equal are the same.
///
/// So `1`, `1.0` and `true` are one value, and `1` and `"1"` are two.
struct SeenKeys {
    private var keys: Set<String> = []

    /// Adds a value and tells whether it is new.
    ///
    /// Throws a system failure for lists and objects.
    mutating func insert(_ value: JSONValue) throws -> Bool { keys.insert(try Self.key(value)).inserted }

    /// A text that values share when Python holds them equal.
    private static func key(_ value: JSONValue) throws -> String {
        switch value.opened {
        case .string(let text): return "\"" + text
        case .bool(let flag): return flag ? "1" : "0"
        case .double(let number): return Int(exactly: number).map { String($0) } ?? String(number)
        case .array, .object:
            throw EngineFailure(.system, "Only plain values can be told apart from earlier ones, not \(value.text).")
        case let scalar: return scalar.text
        }
    }
}
