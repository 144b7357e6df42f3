import Dates
import Text

/// Computes operations on constants while compiling.
enum ConstantFolding {
    /// The value of an operation whose operands are constants; nil when it has others, fails, or can be changed in place.
    static func value(of expression: Expression) -> Value? {
        guard expression.hasConstantOperands else { return nil }
        let scope = Scope(environment: TemplateEnvironment(now: { .epoch }, random: { 0 }))
        guard let value = try? expression.evaluate(scope), isFixed(value) else { return nil }
        return value
    }

    /// Whether a value can never change.
    static func isFixed(_ value: Value) -> Bool {
        switch value {
        case .null, .bool, .int, .double: true
        case .string(let text): text.utf8.count < 10_000
        case .big(let number): number.words.count < 1000
        case .tuple(let elements): elements.allSatisfy(isFixed)
        default: false
        }
    }
}

extension DateTime {
    /// 1970-01-01T00:00:00Z.
    static let epoch = DateTime(uncheckedWall: 0, zone: .utc)
}
