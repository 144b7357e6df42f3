import Dates
import Manifest

/// Reads lengths of time of budgets.
enum Interval {
    /// The seconds of a duration field; months and years have no fixed length and are refused.
    static func seconds(_ reader: ComponentReader, _ field: Field) throws -> Double {
        let text = try reader.string(field)
        guard case .fixed(let delta)? = try? ISO8601Duration.parse(text), delta > .zero else {
            throw reader.fault(
                field,
                "'\(field.name)' is '\(text)', not a length of time",
                fix: "write days, hours, minutes or seconds, such as PT1M"
            )
        }
        return delta.totalSeconds
    }
}
