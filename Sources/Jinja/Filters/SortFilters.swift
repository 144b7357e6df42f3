import OrderedCollections

/// Filters that put items in order, group them or find the smallest and largest.
enum SortFilters {
    static let sort: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_sort", ["reverse", "case_sensitive", "attribute"])
        let getter = AttributeGetter(given[2], ignoresCase: !isSet(given[1]), allowsMultiple: true)
        return .list(
            try Value.sorted(try value.iterated(), descending: isSet(given[0])) { (item) throws(TemplateError) in
                try getter.get(item)
            }
        )
    }

    private static func isSet(_ value: Value?) -> Bool { value?.isTrue ?? false }

    static let dictsort: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_dictsort", ["case_sensitive", "by", "reverse"])
        let by = given[1]?.text ?? "key"
        guard by == "key" || by == "value" else {
            throw TemplateError(.filterArgument, "You can only sort by either \"key\" or \"value\"")
        }
        if case .undefined(let missing) = value { throw missing.error }
        guard value.isMapping else {
            throw TemplateError(.attribute, "'\(value.typeName)' object has no attribute 'items'")
        }
        let pairs = DictMethods.pairs(DictMethods.dict(value))
        let getter = AttributeGetter(.int(by == "key" ? 0 : 1), ignoresCase: !isSet(given[0]))
        return .list(
            try Value.sorted(pairs, descending: isSet(given[2])) { (pair) throws(TemplateError) in try getter.get(pair)
            }
        )
    }

    static let unique: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_unique", ["case_sensitive", "attribute"])
        let getter = AttributeGetter(given[1], ignoresCase: !isSet(given[0]))
        var seen: Set<Value> = []
        var kept: [Value] = []
        for item in try value.iterated() {
            let key = try getter.get(item)
            try key.requireHashable()
            if seen.insert(key).inserted { kept.append(item) }
        }
        return SequenceFilters.generator("sync_do_unique", kept)
    }

    static let min: FilterBody = { (value, arguments, _) throws(TemplateError) in
        try extreme(value, arguments, .less, "do_min")
    }

    static let max: FilterBody = { (value, arguments, _) throws(TemplateError) in
        try extreme(value, arguments, .greater, "do_max")
    }

    private static func extreme(
        _ value: Value,
        _ arguments: Arguments,
        _ comparison: Comparison,
        _ name: String
    ) throws(TemplateError) -> Value {
        let given = try arguments.bound(name, ["case_sensitive", "attribute"])
        let getter = AttributeGetter(given[1], ignoresCase: !isSet(given[0]))
        let items = try value.iterated()
        guard var best = items.first else {
            return .undefined(Missing("No aggregated item, sequence was empty."))
        }
        var key = try getter.get(best)
        for item in items.dropFirst() {
            let other = try getter.get(item)
            if try Value.ordered(other, comparison, key) { (best, key) = (item, other) }
        }
        return best
    }

    static let groupby: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_groupby", ["attribute", "default", "case_sensitive"], required: 1)
        let ignoresCase = !isSet(given[2])
        let getter = AttributeGetter(given[0], standard: given[1], ignoresCase: ignoresCase)
        let plain = AttributeGetter(given[0], standard: given[1])
        let sorted = try Value.sorted(try value.iterated()) { (item) throws(TemplateError) in try getter.get(item) }
        var groups: [(key: Value, items: [Value])] = []
        for item in sorted {
            let key = try getter.get(item)
            if let last = groups.last, last.key == key {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append((key, [item]))
            }
        }
        var result: [Value] = []
        for group in groups {
            result.append(.object(GroupObject(try plain.get(group.items[0]), group.items)))
        }
        return .list(result)
    }
}

/// A group of `groupby`: a tuple of the common value and the items, which also have names.
final class GroupObject: TemplateObject {
    private let parts: [Value]

    init(_ grouper: Value, _ items: [Value]) { parts = [grouper, .list(items)] }

    var typeName: String { "_GroupTuple" }
    var text: String { Value.tuple(parts).represented }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "grouper": parts[0]
        case "list": parts[1]
        default: nil
        }
    }

    func item(_ key: Value) -> Value? { Value.tuple(parts).item(key) }
    func elements() throws(TemplateError) -> [Value]? { parts }
}
