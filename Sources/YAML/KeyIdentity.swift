/// What makes two mapping keys the same key: equality as Python has it, where `1`, `1.0` and `true` are one key.
enum KeyIdentity: Hashable {
    case null
    case number(Int)
    case longNumber(String)
    case float(Double)
    case notANumber
    case text(ExactText)
    case timestamp(String)
    case binary([UInt8])

    /// Makes the identity of a key, or nil for a collection, which cannot be a key.
    init?(_ value: YAMLValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .number(value ? 1 : 0)
        case .int(let value): self = value.int.map(KeyIdentity.number) ?? .longNumber(value.digits)
        case .float(let value):
            if value.isNaN {
                self = .notANumber
            } else {
                self = Int(exactly: value).map(KeyIdentity.number) ?? .float(value)
            }
        case .string(let value): self = .text(ExactText(value))
        case .timestamp(let value): self = .timestamp(value.isoFormat)
        case .binary(let value): self = .binary(value)
        case .sequence, .mapping, .set: return nil
        }
    }
}

/// Text that is equal only to text of the same scalars.
///
/// Swift takes `é` and `e` with an accent for the same string; the reference does not.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        areSame(left.text, right.text)
    }

    /// Whether two texts hold the same scalars.
    @inline(__always)
    static func areSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left == right && left.utf8.elementsEqual(right.utf8)
    }
}
