package import JSON
package import OrderedCollections

/// A list that changes in place.
package final class ListObject {
    package var elements: [Value]

    package init(_ elements: [Value] = []) { self.elements = elements }
}

/// A dict that changes in place and keeps the order of its keys; keys are any hashable values.
package final class DictObject {
    package var members: OrderedDictionary<Value, Value>

    package init(_ members: OrderedDictionary<Value, Value> = [:]) { self.members = members }

    package convenience init(_ object: JSONObject) {
        var members = OrderedDictionary<Value, Value>(minimumCapacity: object.count)
        for (key, value) in object { members[.string(key)] = Value(value) }
        self.init(members)
    }

    /// The members of a JSON object that is still in its document; their values stay there.
    convenience init(_ view: JSONView) {
        var members = OrderedDictionary<Value, Value>()
        for (key, value) in view.members { members[.string(key)] = Value(value) }
        self.init(members)
    }

    package var count: Int { members.count }

    package func value(for key: Value) -> Value? { members[key] }

    package subscript(key: String) -> Value? {
        get { members[.string(key)] }
        set { members[.string(key)] = newValue }
    }
}

/// A record with changes; it becomes a dict only when it is asked for as a whole.
package final class EditedRecord {
    let record: Record
    /// All members, read once.
    private(set) lazy var members = DictObject(record.members)

    init(_ record: Record) { self.record = record }

    func member(_ key: JSONKey) -> Value? { record.get(key).map(Value.init) }
}

/// A set that changes in place.
///
/// Unlike Python's, it keeps the order in which its elements came.
package final class SetObject {
    package var elements: OrderedSet<Value>

    package init(_ elements: OrderedSet<Value> = []) { self.elements = elements }
}

/// What `map`, `items()`, `range` and the like give: something to iterate over that is neither list nor tuple.
package final class IterableObject {
    enum Kind {
        /// Can be iterated once only, as Python's generators; the name is the function that made it.
        case generator(String)
        case dictKeys
        case dictValues
        case dictItems
    }

    let kind: Kind
    private var elements: [Value]

    init(_ kind: Kind, _ elements: [Value]) {
        self.kind = kind
        self.elements = elements
    }

    /// The elements; a generator gives them once and is empty afterwards.
    func take() -> [Value] {
        guard case .generator = kind else { return elements }
        defer { elements = [] }
        return elements
    }

    /// What is left to give.
    var contents: [Value] { elements }

    /// Takes the first element out of a generator.
    func next() -> Value? {
        elements.isEmpty ? nil : elements.removeFirst()
    }

    /// The elements of a view of a dict; nil for generators, which have no length and no order to compare.
    var viewed: [Value]? {
        if case .generator = kind { return nil }
        return elements
    }

    var typeName: String {
        switch kind {
        case .generator: "generator"
        case .dictKeys: "dict_keys"
        case .dictValues: "dict_values"
        case .dictItems: "dict_items"
        }
    }
}
