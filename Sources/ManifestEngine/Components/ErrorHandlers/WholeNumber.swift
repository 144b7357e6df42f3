import Jinja
import Text

/// Reads integers out of values the way Python's `int` does.
enum WholeNumber {
    /// An integer: numbers are cut at the point, text must be a decimal integer.
    static func of(_ value: Value) -> Int? {
        switch value {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        case .double(let number): Int(exactly: number.rounded(.towardZero))
        default: value.text.flatMap(DecimalNumber.integer)
        }
    }
}
