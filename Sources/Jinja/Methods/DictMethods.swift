import OrderedCollections

/// Methods of dicts and, where they change nothing, of host mappings.
enum DictMethods {
    /// The dict itself; one that is still in a document is read, so that changes to it are lost.
    static func dict(_ value: Value) -> DictObject {
        switch value.opened {
        case .dict(let dict): dict
        case .object(let object): object.mapping ?? DictObject()
        default: DictObject()
        }
    }

    static let get: Method = { (value, arguments, _) throws(TemplateError) in
        let values: [Value?]
        if arguments.named.isEmpty {
            values = try arguments.plain("get", 1, 2)
        } else if case .object = value {
            values = try arguments.bound("get", ["key", "default"], required: 1)
        } else {
            throw .type("dict.get() takes no keyword arguments")
        }
        guard let key = values[0] else { return .null }
        try key.requireHashable()
        let standard = values.count > 1 ? values[1] : nil
        return value.item(key) ?? standard ?? .null
    }

    static let keys: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("keys", 0, 0)
        return .iterable(IterableObject(.dictKeys, Array(dict(value).members.keys)))
    }

    static let values: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("values", 0, 0)
        return .iterable(IterableObject(.dictValues, Array(dict(value).members.values)))
    }

    static let items: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("items", 0, 0)
        return .iterable(IterableObject(.dictItems, pairs(dict(value))))
    }

    /// The members as tuples.
    static func pairs(_ dict: DictObject) -> [Value] { dict.members.map { .tuple([$0.key, $0.value]) } }

    static let copy: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("copy", 0, 0)
        return .dict(DictObject(dict(value).members))
    }

    static let clear: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("clear", 0, 0)
        dict(value).members = [:]
        return .null
    }

    static let fromkeys: Method = { (_, arguments, _) throws(TemplateError) in
        let values = try arguments.plain("fromkeys", 1, 2)
        let result = DictObject()
        for key in try values[0].iterated() {
            try key.requireHashable()
            result.members[key] = values.count > 1 ? values[1] : .null
        }
        return .dict(result)
    }

    static let pop: Method = { (value, arguments, _) throws(TemplateError) in
        let values = try arguments.plain("pop", 1, 2)
        try values[0].requireHashable()
        if let removed = dict(value).members.removeValue(forKey: values[0]) { return removed }
        guard values.count > 1 else { throw TemplateError(.key, values[0].represented) }
        return values[1]
    }

    static let popitem: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("popitem", 0, 0)
        let dict = dict(value)
        guard dict.count > 0 else { throw TemplateError(.key, "'popitem(): dictionary is empty'") }
        let (key, value) = dict.members.removeLast()
        return .tuple([key, value])
    }

    static let setdefault: Method = { (value, arguments, scope) throws(TemplateError) in
        try ValueNesting.note(arguments.positional, scope)
        let values = try arguments.plain("setdefault", 1, 2)
        try values[0].requireHashable()
        let dict = dict(value)
        if let present = dict.members[values[0]] { return present }
        let standard = values.count > 1 ? values[1] : .null
        dict.members[values[0]] = standard
        return standard
    }

    static let update: Method = { (value, arguments, _) throws(TemplateError) in
        guard arguments.positional.count <= 1 else {
            throw .type("update expected at most 1 argument, got \(arguments.positional.count)")
        }
        let dict = dict(value)
        if let other = arguments.positional.first { try merge(other, into: dict) }
        for (name, value) in arguments.named { dict[name] = value }
        return .null
    }

    /// Adds the members of a mapping, or pairs.
    static func merge(_ other: Value, into dict: DictObject) throws(TemplateError) {
        if case .undefined(let missing) = other { throw missing.error }
        if other.isMapping {
            for (key, value) in self.dict(other).members { dict.members[key] = value }
            return
        }
        for (place, pair) in try other.iterated().enumerated() {
            let parts: [Value]
            do throws(TemplateError) { parts = try pair.iterated() } catch {
                guard error.kind == .type else { throw error }
                throw .type("cannot convert dictionary update sequence element #\(place) to a sequence")
            }
            guard parts.count == 2 else {
                throw .value(
                    "dictionary update sequence element #\(place) has length \(parts.count); 2 is required"
                )
            }
            try parts[0].requireHashable()
            dict.members[parts[0]] = parts[1]
        }
    }
}
