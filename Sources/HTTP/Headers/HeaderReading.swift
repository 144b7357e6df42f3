import Text

/// A number or a moment that a response header states.
package enum HeaderReading: Equatable {
    case number(Double)
    /// An HTTP date, in seconds since 1970.
    case moment(Double)

    /// What the text of a header says; nil for other text.
    package init?(_ text: String) {
        if let number = DecimalNumber.of(text) {
            self = .number(number)
        } else if let moment = HTTPDate.secondsSince1970(text) {
            self = .moment(moment)
        } else {
            return nil
        }
    }
}
