extension Int {
    /// The whole part of a number: the nearest integer there is where the number is beyond all of them, 0 for NaN.
    ///
    /// What is computed from input is converted with this, as `Int(_:)` ends the process for such numbers.
    package init(saturating number: Double) {
        if number.isNaN {
            self = 0
        } else if let whole = Int(exactly: number.rounded(.towardZero)) {
            self = whole
        } else {
            self = number < 0 ? .min : .max
        }
    }
}
