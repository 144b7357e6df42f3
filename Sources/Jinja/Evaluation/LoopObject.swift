/// The variable `loop` inside a `for`.
final class LoopObject: TemplateObject {
    private let elements: [Value]
    private let level: Int
    private let again: ((Value, Scope) throws(TemplateError) -> Value)?
    private var lastChanged: [Value]?
    var place = 0

    init(_ elements: [Value], level: Int, again: ((Value, Scope) throws(TemplateError) -> Value)?) {
        self.elements = elements
        self.level = level
        self.again = again
    }

    var typeName: String { "LoopContext" }
    var text: String { "<LoopContext \(place + 1)/\(elements.count)>" }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "index": return .int(place + 1)
        case "index0": return .int(place)
        case "revindex": return .int(elements.count - place)
        case "revindex0": return .int(elements.count - place - 1)
        case "first": return .bool(place == 0)
        case "last": return .bool(place == elements.count - 1)
        case "length": return .int(elements.count)
        case "depth": return .int(level + 1)
        case "depth0": return .int(level)
        case "previtem":
            return place > 0 ? elements[place - 1] : .undefined(Missing("there is no previous item"))
        case "nextitem":
            return place + 1 < elements.count ? elements[place + 1] : .undefined(Missing("there is no next item"))
        case "cycle":
            return .function(Function("cycle") { (arguments, _) throws(TemplateError) in try self.cycle(arguments) })
        case "changed": return .function(Function("changed") { (arguments, _) in self.changed(arguments) })
        default: return nil
        }
    }

    private func cycle(_ arguments: Arguments) throws(TemplateError) -> Value {
        guard !arguments.positional.isEmpty else { throw .type("no items for cycling given") }
        return arguments.positional[place % arguments.positional.count]
    }

    private func changed(_ arguments: Arguments) -> Value {
        defer { lastChanged = arguments.positional }
        return .bool(lastChanged != arguments.positional)
    }

    func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value? {
        guard let again else {
            throw .type("The loop must have the 'recursive' marker to be called recursively.")
        }
        return try again(try arguments.plain("loop", 1, 1)[0], scope)
    }
}
