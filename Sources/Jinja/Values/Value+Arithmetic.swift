import Dates
import Text

/// Python's operators on numbers, strings, lists, sets and dates.
extension Value {
    static func binary(
        _ left: Value,
        _ symbol: BinaryOperator,
        _ right: Value
    ) throws(TemplateError) -> Value {
        if let one = left.number, let other = right.number { return try Number.binary(one, symbol, other) }
        if symbol == .modulo, let format = left.text { return .string(try PercentFormat.apply(format, right)) }
        switch (left, right) {
        case (.undefined(let missing), _), (_, .undefined(let missing)): throw missing.error
        default: break
        }
        let result: Value? =
            switch symbol {
            case .add: try sum(left.opened, right.opened)
            case .subtract: try difference(left.opened, right.opened)
            case .multiply: try product(left.opened, right.opened)
            case .divide, .floorDivide, .modulo: try quotient(left, symbol, right)
            case .power: nil
            }
        if let result { return result }
        throw unsupported(left, symbol, right)
    }

    private static func unsupported(_ left: Value, _ symbol: BinaryOperator, _ right: Value) -> TemplateError {
        if symbol == .add, left.isString {
            return .type("can only concatenate str (not \"\(right.typeName)\") to str")
        }
        let name = symbol == .power ? "** or pow()" : symbol.rawValue
        return .type("unsupported operand type(s) for \(name): '\(left.typeName)' and '\(right.typeName)'")
    }

    private static func sum(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        switch (left, right) {
        case (.string(let one), .string(let other)):
            try SizeLimit.checkText(one.utf8.count + other.utf8.count)
            return .string(one + other)
        case (.list(let one), .list(let other)):
            try SizeLimit.checkList(one.elements.count + other.elements.count)
            return .list(one.elements + other.elements)
        case (.tuple(let one), .tuple(let other)): return .tuple(one + other)
        case (.bytes(let one), .bytes(let other)): return .bytes(one + other)
        default: return try DateArithmetic.sum(left, right)
        }
    }

    private static func difference(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        if case .set(let one) = left, case .set(let other) = right {
            return .set(SetObject(one.elements.subtracting(other.elements)))
        }
        return try DateArithmetic.difference(left, right)
    }

    private static func product(_ left: Value, _ right: Value) throws(TemplateError) -> Value? {
        for (value, count) in [(left, right), (right, left)] {
            if case .big = count, try repeated(value, 0) != nil {
                throw TemplateError(.overflow, "cannot fit 'int' into an index-sized integer")
            }
        }
        if let count = right.index, let repeated = try repeated(left, count) { return repeated }
        if let count = left.index, let repeated = try repeated(right, count) { return repeated }
        return try DateArithmetic.product(left, right)
    }

    /// A string or sequence, repeated.
    private static func repeated(_ value: Value, _ count: Int) throws(TemplateError) -> Value? {
        let count = max(0, count)
        switch value {
        case .string(let text):
            try SizeLimit.checkText(text.utf8.count, times: count)
            return .string(String(repeating: text, count: count))
        case .list(let list):
            try SizeLimit.checkList(list.elements.count, times: count)
            return .list(Array(repeatElement(list.elements, count: count).joined()))
        case .tuple(let elements):
            try SizeLimit.checkList(elements.count, times: count)
            return .tuple(Array(repeatElement(elements, count: count).joined()))
        default: return nil
        }
    }

    private static func quotient(
        _ left: Value,
        _ symbol: BinaryOperator,
        _ right: Value
    ) throws(TemplateError) -> Value? {
        try DateArithmetic.quotient(left, symbol, right)
    }

    /// `-x` or `+x`.
    static func unary(_ symbol: UnaryOperator, _ value: Value) throws(TemplateError) -> Value {
        switch (symbol, value) {
        case (_, .undefined(let missing)): throw missing.error
        case (.minus, .duration(let duration)):
            return .duration(try dated { () throws(DateError) in try duration.negated() })
        case (_, .double(let number)): return .double(symbol == .minus ? -number : number)
        case (.plus, .timedelta): return value
        case (.minus, .timedelta(let delta)):
            return .timedelta(
                try dated { () throws(DateError) in try TimeDelta(microseconds: -delta.totalMicroseconds) }
            )
        default: break
        }
        guard let number = value.number?.bigInteger else {
            let name = symbol == .minus ? "-" : "+"
            throw .type("bad operand type for unary \(name): '\(value.typeName)'")
        }
        return Value(symbol == .minus ? -number : number)
    }
}
