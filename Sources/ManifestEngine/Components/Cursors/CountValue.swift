import JSON
import Jinja
import Manifest

/// A count of a record: an integer of any size, or a number with a fraction.
struct CountValue: Comparable, Sendable {
    private let number: ExactNumber

    private init(_ number: ExactNumber) { self.number = number }

    /// The count of a finite JSON number; nil for anything else, as a state cannot hold it.
    init?(_ value: JSONValue) {
        if case .double(let number) = value.opened, !number.isFinite { return nil }
        guard let number = ExactNumber(value) else { return nil }
        self.number = number
    }

    /// The count of an integer in decimal digits, as Python's `int` reads it; nil for other text.
    init?(digits: String) {
        guard let value = try? NumberReader.integer(digits)?.jsonValue() else { return nil }
        self.init(value)
    }

    static func integer(_ number: Int) -> CountValue { CountValue(ExactNumber(number)) }

    /// The count as it stands in slices and states.
    var json: JSONValue { number.json }

    var isZero: Bool { number.isZero }

    static func < (left: CountValue, right: CountValue) -> Bool { left.number < right.number }

    /// Whether the count after this one is another or later.
    func reaches(_ other: CountValue) -> Bool { number.adding(1) >= other.number }
}
