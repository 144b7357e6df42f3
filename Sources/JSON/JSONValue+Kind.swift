/// What a value is, determined without reading anything out of its document.
extension JSONValue {
    /// The kind of value.
    package var kind: JSONKind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .integer, .bigInteger: .integer
        case .double: .double
        case .string: .string
        case .array: .array
        case .object: .object
        case .view(let view): view.kind
        }
    }

    package var isObject: Bool { kind == .object }
    package var isArray: Bool { kind == .array }
    /// Whether the value is a list or an object.
    package var isContainer: Bool { isArray || isObject }

    /// Whether Python would call the value true.
    package var isTruthy: Bool {
        switch self {
        case .view(let view) where view.kind == .object || view.kind == .array: !view.isEmptyContainer
        case .view: opened.isTruthy
        case .null: false
        case .bool(let flag): flag
        case .integer(let number): number != 0
        case .bigInteger: true
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        }
    }

    /// What kind of value this is, for messages.
    package var kindName: String {
        switch kind {
        case .null, .key: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .double: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The member of an object, or nil.
    package func member(_ key: JSONKey) -> JSONValue? {
        if case .view(let view) = self { return view.member(key).map(JSONValue.view) }
        return self[key.text]
    }
}
