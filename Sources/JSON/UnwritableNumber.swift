/// A number that JSON has no form for, infinite or NaN, and the way to it.
package struct UnwritableNumber: Error, Equatable {
    package let number: Double
    /// The steps from the value that was to be written, such as `filter.ids[0]`; empty for the value itself.
    package private(set) var path: String

    init(_ number: Double) {
        self.number = number
        path = ""
    }

    /// The same number seen from a value that holds it under a step: a key, or an index in brackets.
    func inside(_ step: String) -> UnwritableNumber {
        var outer = self
        outer.path = step + (path.isEmpty || path.hasPrefix("[") ? "" : ".") + path
        return outer
    }

    /// The number in words of JavaScript and Python's JSON, such as `-Infinity`.
    package var name: String { number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }
}
