import Dates
import Manifest

/// Reads lengths of time of budgets.
enum Interval {
    /// The seconds of a duration field; those without a fixed length are refused by the check.
    static func seconds(_ reader: ComponentReader, _ field: Field) throws -> Double {
        let text = try reader.string(field)
        guard case .fixed(let delta) = try ISO8601Duration.parse(text) else { return 0 }
        return delta.totalSeconds
    }
}
