import OrderedCollections

/// Methods of sets.
enum SetMethods {
    private static func set(_ value: Value) -> SetObject {
        if case .set(let set) = value { return set }
        return SetObject()
    }

    private static func others(_ arguments: Arguments) throws(TemplateError) -> [OrderedSet<Value>] {
        guard arguments.named.isEmpty else { throw .type("the method takes no keyword arguments") }
        var others: [OrderedSet<Value>] = []
        for argument in arguments.positional {
            let elements = try argument.iterated()
            for element in elements { try element.requireHashable() }
            others.append(OrderedSet(elements))
        }
        return others
    }

    static let add: Method = { (value, arguments, _) throws(TemplateError) in
        let element = try arguments.plain("add", 1, 1)[0]
        try element.requireHashable()
        set(value).elements.append(element)
        return .null
    }

    static let clear: Method = { (value, _, _) throws(TemplateError) in
        set(value).elements = []
        return .null
    }

    static let copy: Method = { (value, _, _) throws(TemplateError) in .set(SetObject(set(value).elements)) }

    static let discard: Method = { (value, arguments, _) throws(TemplateError) in
        set(value).elements.remove(try arguments.plain("discard", 1, 1)[0])
        return .null
    }

    static let remove: Method = { (value, arguments, _) throws(TemplateError) in
        let element = try arguments.plain("remove", 1, 1)[0]
        guard set(value).elements.remove(element) != nil else { throw TemplateError(.key, element.represented) }
        return .null
    }

    static let union: Method = { (value, arguments, _) throws(TemplateError) in
        .set(SetObject(try others(arguments).reduce(set(value).elements) { $0.union($1) }))
    }

    static let intersection: Method = { (value, arguments, _) throws(TemplateError) in
        .set(SetObject(try others(arguments).reduce(set(value).elements) { $0.intersection($1) }))
    }

    static let difference: Method = { (value, arguments, _) throws(TemplateError) in
        .set(SetObject(try others(arguments).reduce(set(value).elements) { $0.subtracting($1) }))
    }

    static let issubset: Method = { (value, arguments, _) throws(TemplateError) in
        .bool(try others(arguments).allSatisfy { set(value).elements.isSubset(of: $0) })
    }

    static let issuperset: Method = { (value, arguments, _) throws(TemplateError) in
        .bool(try others(arguments).allSatisfy { set(value).elements.isSuperset(of: $0) })
    }

    static let update: Method = { (value, arguments, _) throws(TemplateError) in
        for other in try others(arguments) { set(value).elements.formUnion(other) }
        return .null
    }
}
