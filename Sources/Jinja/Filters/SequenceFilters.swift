import Text

/// Filters on sequences and on what may be missing.
enum SequenceFilters {
    static let length: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("len", 0, 0)
        return .int(try value.length())
    }

    static let list: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_list", 0, 0)
        return .list(try value.iterated())
    }

    static let standard: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_default", ["default_value", "boolean"])
        let replaces = value.isUndefined || ((given[1]?.isTrue ?? false) && !value.isTrue)
        return replaces ? given[0] ?? .string("") : value
    }

    static let first: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_first", 0, 0)
        let missing = Value.undefined(Missing("No first item, sequence was empty."))
        if case .iterable(let iterable) = value, iterable.viewed == nil { return iterable.next() ?? missing }
        return try value.iterated().first ?? missing
    }

    static let last: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_last", 0, 0)
        return try reversible(value).last ?? .undefined(Missing("No last item, sequence was empty."))
    }

    /// The elements of what Python can iterate over in reverse.
    private static func reversible(_ value: Value) throws(TemplateError) -> [Value] {
        switch value {
        case .set: throw .type("'set' object is not reversible")
        case .iterable(let iterable) where iterable.viewed == nil:
            throw .type("'generator' object is not reversible")
        case .null, .bool, .int, .big, .double: throw .type("'\(value.typeName)' object is not reversible")
        default: return try value.iterated()
        }
    }

    static let reverse: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_reverse", 0, 0)
        if let text = value.text { return .string(String(text.unicodeScalars.reversed())) }
        let elements: [Value]
        do throws(TemplateError) { elements = try value.iterated() } catch {
            throw error.kind == .type ? TemplateError(.filterArgument, "argument must be iterable") : error
        }
        if case .iterable(let iterable) = value, iterable.viewed == nil { return .list(elements.reversed()) }
        return .iterable(IterableObject(.generator("reversed"), elements.reversed()))
    }

    static let random: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        _ = try arguments.plain("do_random", 0, 0)
        _ = try value.length()
        let elements = try value.iterated()
        guard !elements.isEmpty else { return .undefined(Missing("No random item, sequence was empty.")) }
        let place = Int(scope.environment.random() % UInt64(elements.count))
        if value.isMapping {
            guard let member = value.item(.int(place)) else { throw TemplateError(.key, String(place)) }
            return member
        }
        return elements[place]
    }

    static let join: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_join", ["d", "attribute"])
        let getter = AttributeGetter(given[1])
        var parts: [String] = []
        for item in try value.iterated() { parts.append(try getter.get(item).wholeText) }
        return .string(try joined(parts, by: given[0]?.pythonText ?? ""))
    }

    /// The strings, joined by a separator.
    static func joined(_ parts: [String], by separator: String) throws(TemplateError) -> String {
        try SizeLimit.checkText(separator.utf8.count, times: parts.count)
        try SizeLimit.checkText(parts.reduce(0) { $0 + $1.utf8.count })
        return parts.joined(separator: separator)
    }

    static let items: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_items", 0, 0)
        guard !value.isUndefined else { return generator("do_items", []) }
        guard value.isMapping else { throw .type("Can only get item pairs from a mapping.") }
        return generator("do_items", DictMethods.pairs(DictMethods.dict(value)))
    }

    static func generator(_ name: String, _ elements: [Value]) -> Value {
        .iterable(IterableObject(.generator(name), elements))
    }

    static let attr: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_attr", ["name"], required: 1)
        guard let name = given[0]?.text else { throw .type("attribute name must be string") }
        if let attribute = try value.attribute(name) { return attribute }
        return .undefined(Missing("'\(value.describedType)' has no attribute '\(name)'"))
    }

    static let batch: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_batch", ["linecount", "fill_with"], required: 1)
        let size = try rows(given[0])
        // A size of zero gives an empty row and then one with everything, as in the reference.
        let items = try value.iterated()
        var rows: [[Value]] = size == 0 && !items.isEmpty ? [[]] : []
        for item in items {
            if let last = rows.last, last.count != size {
                rows[rows.count - 1].append(item)
            } else {
                rows.append([item])
            }
        }
        if let fill = given[1], !fill.isNull, let last = rows.last, last.count < size {
            try SizeLimit.checkList(1, times: size)
            rows[rows.count - 1] += Array(repeating: fill, count: size - last.count)
        }
        return generator("do_batch", rows.map { .list($0) })
    }

    /// A number of rows or of items in a row.
    private static func rows(_ value: Value?) throws(TemplateError) -> Int {
        let number = try StringMethods.integer(value ?? .null)
        guard number <= 10_000_000 else { throw TemplateError(.overflow, "\(number) rows are too many") }
        return number
    }

    static let slice: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_slice", ["slices", "fill_with"], required: 1)
        let count = try rows(given[0])
        let items = try value.iterated()
        guard count != 0 else { throw TemplateError(.zeroDivision, "integer division or modulo by zero") }
        guard count > 0 else { return generator("sync_do_slice", []) }
        try SizeLimit.checkList(1, times: count)
        var rows: [Value] = []
        var start = 0
        for place in 0..<count {
            let size = items.count / count + (place < items.count % count ? 1 : 0)
            var row = Array(items[start..<(start + size)])
            start += size
            if let fill = given[1], !fill.isNull, place >= items.count % count { row.append(fill) }
            rows.append(.list(row))
        }
        return generator("sync_do_slice", rows)
    }
}
