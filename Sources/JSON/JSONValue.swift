package import OrderedCollections
import Text

/// An object whose members keep their order.
package typealias JSONObject = OrderedDictionary<String, JSONValue>

/// A JSON value in memory; parts without changes may still be in the bytes of their document.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// An integer outside `Int`, as decimal digits with an optional minus sign.
    case bigInteger(String)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
    case view(JSONView)

    /// Reads a text, whole and at once.
    package init(parsing text: String) throws(JSONError) {
        self = try JSONDocument(text: text, indexDepth: 64).root.value
    }

    /// The same value with nothing left in a document: containers are arrays and objects, duplicates are resolved.
    package var resolved: JSONValue {
        switch self {
        case .view(let view): view.value
        case .array(let elements): .array(elements.map(\.resolved))
        case .object(let members): .object(members.mapValues(\.resolved))
        default: self
        }
    }

    /// The value with its own level read: never a view, but its members may be.
    package var opened: JSONValue {
        if case .view(let view) = self { return view.openedValue }
        return self
    }

    package var isNull: Bool {
        switch self {
        case .null: true
        case .view(let view): view.kind == .null
        default: false
        }
    }

    package var string: String? {
        switch self {
        case .string(let text): text
        case .view(let view): view.string
        default: nil
        }
    }

    package var integer: Int? {
        switch self {
        case .integer(let number): number
        case .view(let view): view.integer
        default: nil
        }
    }

    package var bool: Bool? {
        switch self {
        case .bool(let flag): flag
        case .view(let view): view.bool
        default: nil
        }
    }

    package var array: [JSONValue]? {
        switch opened {
        case .array(let elements): elements
        default: nil
        }
    }

    package var object: JSONObject? {
        switch opened {
        case .object(let members): members
        default: nil
        }
    }

    /// The member of an object, or nil.
    package subscript(_ key: String) -> JSONValue? {
        switch self {
        case .object(let members): members[key]
        case .view(let view): view.member(key).map(JSONValue.view)
        default: nil
        }
    }

    /// Compact text, as on the wire.
    package var text: String {
        let bytes = Bytes()
        bytes.append(json: self)
        return bytes.text
    }
}

extension JSONValue: Equatable {
    /// Equality of JSON: members in any order; an integer equals a double of the same value.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left.opened, right.opened) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.bigInteger(let one), .bigInteger(let other)): one == other
        case (.double(let one), .double(let other)): one == other
        case (.integer(let one), .double(let other)), (.double(let other), .integer(let one)):
            Int(exactly: other) == one
        case (.bigInteger(let digits), .double(let number)), (.double(let number), .bigInteger(let digits)):
            BigInteger(digits: digits).map { Number.areEqual(.big($0), .double(number)) } ?? false
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.array(let one), .array(let other)): one == other
        case (.object(let one), .object(let other)):
            one.count == other.count && one.allSatisfy { other[$0.key] == $0.value }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements, uniquingKeysWith: { $1 }))
    }
}
