/// Methods of lists and, where they change nothing, of tuples.
enum ListMethods {
    /// The list itself; one that is still in a document is read, so that changes to it are lost.
    private static func list(_ value: Value) -> ListObject {
        if case .list(let list) = value.opened { return list }
        return ListObject()
    }

    private static func elements(_ value: Value) -> [Value] {
        switch value.opened {
        case .list(let list): list.elements
        case .tuple(let elements): elements
        default: []
        }
    }

    static let append: Method = { (value, arguments, scope) throws(TemplateError) in
        list(value).elements.append(try arguments.plain("append", 1, 1)[0])
        try ValueNesting.note(arguments.positional, scope)
        return .null
    }

    static let clear: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("clear", 0, 0)
        list(value).elements = []
        return .null
    }

    static let copy: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("copy", 0, 0)
        return .list(elements(value))
    }

    static let count: Method = { (value, arguments, _) throws(TemplateError) in
        let wanted = try arguments.plain("count", 1, 1)[0]
        return .int(elements(value).count { $0 == wanted })
    }

    static let extend: Method = { (value, arguments, _) throws(TemplateError) in
        list(value).elements += try arguments.plain("extend", 1, 1)[0].iterated()
        return .null
    }

    static let index: Method = { (value, arguments, _) throws(TemplateError) in
        let values = try arguments.plain("index", 1, 3)
        let elements = elements(value)
        func bound(_ place: Int, _ standard: Int) throws(TemplateError) -> Int {
            guard values.count > place else { return standard }
            let index = try StringMethods.integer(values[place])
            return min(max(0, index < 0 ? index + elements.count : index), elements.count)
        }
        let start = try bound(1, 0)
        let end = try bound(2, elements.count)
        guard start <= end, let place = elements[start..<end].firstIndex(of: values[0]) else {
            throw .value("\(values[0].represented) is not in list")
        }
        return .int(place)
    }

    static let insert: Method = { (value, arguments, scope) throws(TemplateError) in
        try ValueNesting.note(arguments.positional, scope)
        let values = try arguments.plain("insert", 2, 2)
        let list = list(value)
        let index = try StringMethods.integer(values[0])
        let place = min(max(0, index < 0 ? index + list.elements.count : index), list.elements.count)
        list.elements.insert(values[1], at: place)
        return .null
    }

    static let pop: Method = { (value, arguments, _) throws(TemplateError) in
        let values = try arguments.plain("pop", 0, 1)
        let list = list(value)
        guard !list.elements.isEmpty else { throw TemplateError(.index, "pop from empty list") }
        let index = try values.first.map(StringMethods.integer) ?? -1
        let place = index < 0 ? index + list.elements.count : index
        guard list.elements.indices.contains(place) else { throw TemplateError(.index, "pop index out of range") }
        return list.elements.remove(at: place)
    }

    static let remove: Method = { (value, arguments, _) throws(TemplateError) in
        let wanted = try arguments.plain("remove", 1, 1)[0]
        let list = list(value)
        guard let place = list.elements.firstIndex(of: wanted) else { throw .value("list.remove(x): x not in list") }
        list.elements.remove(at: place)
        return .null
    }

    static let reverse: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("reverse", 0, 0)
        list(value).elements.reverse()
        return .null
    }

    static let sort: Method = { (value, arguments, _) throws(TemplateError) in
        var descending = false
        for (name, value) in arguments.named {
            guard name == "reverse" else { throw .type("sort() got an unexpected keyword argument '\(name)'") }
            descending = value.isTrue
        }
        guard arguments.positional.isEmpty else { throw .type("sort() takes no positional arguments") }
        let list = list(value)
        list.elements = try Value.sorted(list.elements, descending: descending) { (value) throws(TemplateError) in value
        }
        return .null
    }
}
