import Text

extension Number {
    /// The nearest double.
    ///
    /// Throws `overflow` for integers beyond its range.
    func double() throws(TemplateError) -> Double {
        switch self {
        case .int(let number): return Double(number)
        case .double(let number): return number
        case .big(let number):
            guard let double = number.double else {
                throw TemplateError(.overflow, "int too large to convert to float")
            }
            return double
        }
    }
}

extension Value {
    init(_ number: Number) {
        switch number {
        case .int(let whole): self = .int(whole)
        case .big(let whole): self = .big(whole)
        case .double(let double): self = .double(double)
        }
    }

    /// The value as a number; nil for everything else.
    var number: Number? {
        switch self {
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .bool(let flag): .int(flag ? 1 : 0)
        case .big(let number): .big(number)
        default: nil
        }
    }

    /// The value as a small integer, as Python's `__index__` gives it; nil for everything else.
    var index: Int? {
        switch self {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }
}
