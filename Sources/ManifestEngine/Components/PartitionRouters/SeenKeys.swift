import Diagnostics
import JSON

/// Remembers which values came before, in a bounded amount of memory; values that Python finds equal are the same.
///
/// So `1`, `1.0` and `true` are one value, and `1` and `"1"` are two. Two independent 64-bit hashes are kept of a value;
/// two values are confused only if they share both, which among a
/// billion of them happens less than once in 10^20 runs. The first few thousand are held in memory, more of them in a
/// temporary file without a name.
struct SeenKeys: Sendable {
    /// What is kept of a value; never zero, which marks a free slot in the file.
    struct Print: Hashable, Sendable {
        let low: UInt64
        let high: UInt64

        init(low: UInt64, high: UInt64) {
            self.low = low
            self.high = high
        }

        init(_ key: String) {
            low = Self.hash(key, seed: 0)
            high = Self.hash(key, seed: 1) | 1
        }

        private static func hash(_ key: String, seed: UInt8) -> UInt64 {
            var hasher = Hasher()
            hasher.combine(seed)
            hasher.combine(key)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
    }

    private let limit: Int
    private var prints: Set<Print> = []
    private var table: PrintTable?

    /// - Parameter limit: values held in memory.
    init(limit: Int = 8192) { self.limit = limit }

    /// Adds a value and returns whether it is new.
    ///
    /// Throws a system failure for lists and objects, and when the temporary file cannot be written.
    mutating func insert(_ value: JSONValue) throws -> Bool {
        let print = Print(try Self.key(value))
        if let table { return try table.insert(print) }
        guard prints.insert(print).inserted else { return false }
        if prints.count > limit {
            let table = try PrintTable(capacity: limit * 8)
            for print in prints { _ = try table.insert(print) }
            self.table = table
            prints = []
        }
        return true
    }

    /// A string that values share when Python finds them equal.
    private static func key(_ value: JSONValue) throws -> String {
        switch value.opened {
        case .string(let text): return "\"" + text
        case .bool(let flag): return flag ? "1" : "0"
        case .double(let number): return Int(exactly: number).map { String($0) } ?? String(number)
        case .array, .object:
            throw EngineFailure(.system, "Lists and objects cannot be compared with earlier values: \(value.text)")
        case let scalar: return scalar.text
        }
    }
}
