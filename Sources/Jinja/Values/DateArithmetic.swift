import Dates

/// Operators on dates and spans of time; nil where Python has none for the operands.
enum DateArithmetic {
    static func sum(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        switch (left, right) {
        case (.timedelta(let one), .timedelta(let other)):
            return .timedelta(try dated { () throws(DateError) in try one.adding(other) })
        case (.duration(let one), .duration(let other)):
            return .duration(try dated { () throws(DateError) in try one.adding(other) })
        case (.duration(let one), .timedelta(let other)), (.timedelta(let other), .duration(let one)):
            return .duration(try dated { () throws(DateError) in try one.adding(other) })
        case (.datetime, _), (.date, _): return try moved(left, right)
        case (_, .datetime), (_, .date): return try moved(right, left)
        default: return nil
        }
    }

    /// A date moved forward by a span.
    private static func moved(_ date: Value, _ span: Value) throws(TemplateError) -> Value? {
        switch (date, span) {
        case (.datetime(let date), .timedelta(let delta)):
            return .datetime(try dated { () throws(DateError) in try date.adding(delta) })
        case (.datetime(let date), .duration(let duration)):
            return .datetime(try dated { () throws(DateError) in try date.adding(duration) })
        case (.date(let date), .timedelta(let delta)):
            return .date(try dated { () throws(DateError) in try date.adding(delta) })
        case (.date(let date), .duration(let duration)):
            return .date(try dated { () throws(DateError) in try date.adding(duration) })
        default: return nil
        }
    }

    static func difference(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        switch (left, right) {
        case (.datetime(let one), .datetime(let other)):
            return .timedelta(try dated { () throws(DateError) in try one.since(other) })
        case (.date(let one), .date(let other)): return .timedelta(one.since(other))
        case (.timedelta(let one), .timedelta(let other)):
            return .timedelta(try dated { () throws(DateError) in try one.subtracting(other) })
        case (.duration(let one), .duration(let other)):
            return .duration(try dated { () throws(DateError) in try one.subtracting(other) })
        case (.duration(let one), .timedelta(let other)):
            return .duration(try dated { () throws(DateError) in try one.subtracting(other) })
        case (.timedelta(let one), .duration(let other)):
            return .duration(try dated { () throws(DateError) in try other.negated().adding(one) })
        default: return try movedBack(left, right)
        }
    }

    private static func movedBack(_ date: Value, _ span: Value) throws(TemplateError) -> Value? {
        switch (date, span) {
        case (.datetime(let date), .timedelta(let delta)):
            return .datetime(try dated { () throws(DateError) in try date.subtracting(delta) })
        case (.datetime(let date), .duration(let duration)):
            return .datetime(try dated { () throws(DateError) in try date.subtracting(duration) })
        case (.date(let date), .timedelta(let delta)):
            return .date(try dated { () throws(DateError) in try date.subtracting(delta) })
        case (.date(let date), .duration(let duration)):
            return .date(try dated { () throws(DateError) in try date.subtracting(duration) })
        default: return nil
        }
    }

    static func product(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        switch (left, right) {
        case (.timedelta(let delta), .double(let factor)), (.double(let factor), .timedelta(let delta)):
            return .timedelta(try dated { () throws(DateError) in try delta.multiplied(by: factor) })
        case (.timedelta(let delta), let factor), (let factor, .timedelta(let delta)):
            guard let factor = factor.index else { return nil }
            return .timedelta(try dated { () throws(DateError) in try delta.multiplied(by: factor) })
        case (.duration(let duration), let factor), (let factor, .duration(let duration)):
            guard let factor = factor.index else { return nil }
            return .duration(try dated { () throws(DateError) in try duration.multiplied(by: factor) })
        default: return nil
        }
    }

    static func quotient(
        _ left: Value,
        _ symbol: BinaryOperator,
        _ right: Value
    ) throws(TemplateError) -> Value? {
        guard case .timedelta(let delta) = left else { return nil }
        switch (symbol, right) {
        case (.divide, .timedelta(let other)):
            return .double(try dated { () throws(DateError) in try delta.divided(by: other) })
        case (.floorDivide, .timedelta(let other)):
            return .int(try dated { () throws(DateError) in try delta.floorDivided(by: other) })
        case (.modulo, .timedelta(let other)):
            return .timedelta(try dated { () throws(DateError) in try delta.remainder(other) })
        case (.divide, .double(let divisor)):
            return .timedelta(try dated { () throws(DateError) in try delta.divided(by: divisor) })
        default: break
        }
        guard let divisor = right.index, symbol != .modulo else { return nil }
        return .timedelta(
            try dated { () throws(DateError) in
                symbol == .divide ? try delta.divided(by: divisor) : try delta.floorDivided(by: divisor)
            }
        )
    }
}
