import JSON

/// A count of a record: an integer, or a number with a fraction.
enum CountValue: Comparable, Sendable {
    case integer(Int)
    case double(Double)

    /// The count of a JSON number; nil for anything else.
    init?(_ value: JSONValue) {
        switch value.opened {
        case .integer(let number): self = .integer(number)
        case .double(let number) where !number.isNaN: self = .double(number)
        default: return nil
        }
    }

    private var number: Double {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        }
    }

    /// The count as it stands in slices and states.
    var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        }
    }

    var isZero: Bool { number == 0 }

    static func == (left: CountValue, right: CountValue) -> Bool {
        if case .integer(let one) = left, case .integer(let other) = right { return one == other }
        return left.number == right.number
    }

    static func < (left: CountValue, right: CountValue) -> Bool {
        if case .integer(let one) = left, case .integer(let other) = right { return one < other }
        return left.number < right.number
    }

    /// Whether the count after this one is another or later.
    func reaches(_ other: CountValue) -> Bool {
        if case .integer(let one) = self, case .integer(let next) = other { return one >= next || one + 1 == next }
        return number + 1 >= other.number
    }
}
