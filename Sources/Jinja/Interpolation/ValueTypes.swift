import JSON

/// The types an evaluated literal may have; a literal of another type stays the text it was.
///
/// The names are those of a manifest's `value_type`; the meaning is Python's `isinstance`.
package struct ValueTypes: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Python `str`.
    package static let string = ValueTypes(rawValue: 1)
    /// Python `int`; `True` and `False` count.
    package static let integer = ValueTypes(rawValue: 2)
    /// Python `float`; `1` does not count.
    package static let number = ValueTypes(rawValue: 4)
    /// Python `bool`.
    package static let boolean = ValueTypes(rawValue: 8)
    package static let list = ValueTypes(rawValue: 16)
    /// No restriction.
    package static let any = ValueTypes([])
    /// What request parameters and form data may hold.
    package static let requestPart: ValueTypes = [.string, .list]

    /// The types of a manifest's `value_type`, or nil when it is not one of `string`, `integer`, `number`, `boolean`.
    package init?(valueType: String) {
        switch valueType {
        case "string": self = .string
        case "integer": self = .integer
        case "number": self = .number
        case "boolean": self = .boolean
        default: return nil
        }
    }

    /// Whether a number may be the result.
    @inline(__always)
    var allowsNumbers: Bool { rawValue == 0 || rawValue & 6 != 0 }

    /// Whether a value that literal evaluation gave may be used.
    func allows(_ value: Value) -> Bool {
        if isEmpty { return true }
        switch value {
        case .string: return contains(.string)
        case .json(let view): return contains(view.kind == .string ? .string : .list) && view.kind != .object
        case .int, .big: return contains(.integer)
        case .bool: return contains(.integer) || contains(.boolean)
        case .double: return contains(.number)
        case .list: return contains(.list)
        default: return false
        }
    }
}
