package import Text

/// A number whose order is exact whatever its size: integers keep all their digits.
package struct ExactNumber: Comparable, Sendable {
    private let number: Number

    private init(_ number: Number) { self.number = number }

    package init(_ whole: Int) { number = .int(whole) }

    /// A number with a fraction, or beyond all integers; never NaN.
    package init?(_ double: Double) {
        guard !double.isNaN else { return nil }
        number = .double(double)
    }

    /// A number of JSON; nil for NaN and for what is not a number.
    package init?(_ value: JSONValue) {
        switch value.opened {
        case .integer(let whole): self.init(whole)
        case .bigInteger(let digits):
            guard let whole = BigInteger(digits: digits) else { return nil }
            self.init(.big(whole))
        case .double(let double): self.init(double)
        default: return nil
        }
    }

    /// The number as JSON.
    package var json: JSONValue { JSONValue(number) }

    package var isZero: Bool { Number.areEqual(number, .int(0)) }

    /// The sum; an integer grows beyond 64 bits where it has to.
    package func adding(_ count: Int) -> ExactNumber {
        switch number {
        case .double(let double): return ExactNumber(.double(double + Double(count)))
        case .big(let whole): return ExactNumber(.big(whole + BigInteger(count)))
        case .int(let whole):
            let (sum, overflow) = whole.addingReportingOverflow(count)
            return overflow ? ExactNumber(.big(BigInteger(whole) + BigInteger(count))) : ExactNumber(sum)
        }
    }

    package static func == (left: ExactNumber, right: ExactNumber) -> Bool {
        Number.areEqual(left.number, right.number)
    }

    package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        Number.compare(left.number, right.number).map { $0 < 0 } ?? false
    }
}

extension JSONValue {
    /// A number as JSON.
    package init(_ number: Number) {
        switch number {
        case .int(let whole): self = .integer(whole)
        case .big(let whole): self = whole.small.map(JSONValue.integer) ?? .bigInteger(whole.description)
        case .double(let double): self = .double(double)
        }
    }
}
