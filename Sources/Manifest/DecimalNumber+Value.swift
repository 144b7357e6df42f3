package import Jinja
package import Text

extension DecimalNumber {
    /// A finite number, read out of a string where the value is one; nil for anything else.
    package static func of(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .big(let number): of(number.description)
        case .bool(let flag): flag ? 1 : 0
        case .double(let number): number.isFinite ? number : nil
        default: value.text.flatMap(of)
        }
    }
}
