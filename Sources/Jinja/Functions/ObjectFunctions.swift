/// Jinja2's own functions, which make objects.
enum ObjectFunctions {
    static let dict: DateFunctions.Body = { (arguments, scope) throws(TemplateError) in
        guard arguments.positional.count <= 1 else {
            throw .type("dict expected at most 1 argument, got \(arguments.positional.count)")
        }
        return .dict(try merged(arguments, scope))
    }

    private static func merged(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> DictObject {
        let dict = DictObject()
        if let first = arguments.positional.first { try DictMethods.merge(first, into: dict) }
        for (name, value) in arguments.named { dict[name] = value }
        try ValueNesting.note(Array(dict.members.values), scope)
        return dict
    }

    static let namespace: DateFunctions.Body = { (arguments, scope) throws(TemplateError) in
        .object(NamespaceObject(try merged(arguments, scope)))
    }

    static let cycler: DateFunctions.Body = { (arguments, scope) throws(TemplateError) in
        guard !arguments.positional.isEmpty, arguments.named.isEmpty else {
            throw TemplateError(.runtime, "at least one item has to be provided")
        }
        try ValueNesting.note(arguments.positional, scope)
        return .object(CyclerObject(arguments.positional))
    }

    static let joiner: DateFunctions.Body = { (arguments, _) throws(TemplateError) in
        .object(JoinerObject(try arguments.bound("joiner", ["sep"])[0] ?? .string(", ")))
    }
}

/// What `namespace(…)` makes: attributes that `set` may change, also from inside loops.
final class NamespaceObject: TemplateObject {
    private let members: DictObject

    init(_ members: DictObject) { self.members = members }

    var typeName: String { "Namespace" }
    var text: String { "<Namespace \(Value.dict(members).represented)>" }
    func attribute(_ name: String) -> Value? { members[name] }
    var shownMembers: DictObject? { members }
    var contents: [Value] { Array(members.members.values) }

    func setAttribute(_ name: String, _ value: Value) -> Bool {
        members[name] = value
        return true
    }
}

/// What `cycler(…)` makes: gives its items in turn.
final class CyclerObject: TemplateObject {
    private let items: [Value]
    private var place = 0

    init(_ items: [Value]) { self.items = items }

    var typeName: String { "Cycler" }
    var contents: [Value] { items }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "current": return items[place]
        case "next":
            return .function(
                Function("next") { (_, _) throws(TemplateError) in
                    defer { self.place = (self.place + 1) % self.items.count }
                    return self.items[self.place]
                }
            )
        case "reset":
            return .function(
                Function("reset") { (_, _) throws(TemplateError) in
                    self.place = 0
                    return .null
                }
            )
        default: return nil
        }
    }
}

/// What `joiner(…)` makes: an empty string when called first, then the separator.
final class JoinerObject: TemplateObject {
    private let separator: Value
    private var isUsed = false

    init(_ separator: Value) { self.separator = separator }

    var typeName: String { "Joiner" }

    func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value? {
        defer { isUsed = true }
        return isUsed ? separator : .string("")
    }
}
