package import Dates
package import JSON
package import Text

/// A value of the template language, with the semantics of the Python value it stands for.
///
/// Lists, dicts and sets are references and change in place. A `json` value is still in the bytes of its document: it is
/// always a string, an array or an object, as smaller things are read at once.
package enum Value {
    case undefined(Missing)
    case null
    case bool(Bool)
    case int(Int)
    /// An integer outside `Int`.
    case big(BigInteger)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list(ListObject)
    case tuple([Value])
    case dict(DictObject)
    case set(SetObject)
    case json(JSONView)
    /// A record with changes, read member by member.
    case record(EditedRecord)
    indirect case datetime(DateTime)
    indirect case date(CalendarDate)
    indirect case timedelta(TimeDelta)
    indirect case duration(CalendarDuration)
    case iterable(IterableObject)
    case object(any TemplateObject)
    case function(Function)
    case ellipsis

    /// The value at a place in a document.
    @inline(__always)
    package init(_ view: JSONView) {
        switch view.kind {
        case .null, .key: self = .null
        case .bool: self = .bool(view.bool ?? false)
        case .integer, .double: self = Value(number: view)
        case .string, .array, .object: self = .json(view)
        }
    }

    @inline(never)
    private init(number view: JSONView) {
        if view.kind == .integer, let small = view.integer {
            self = .int(small)
        } else {
            self = Value(view.openedValue)
        }
    }

    /// The value of a JSON tree; parts that are views stay in their document.
    package init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .integer(let number): self = .int(number)
        case .bigInteger(let digits): self = BigInteger(digits: digits).map(Value.init) ?? .null
        case .double(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .list(ListObject(elements.map(Value.init)))
        case .object(let members): self = .dict(DictObject(members))
        case .view(let view): self = Value(view)
        }
    }

    /// A record; one without changes is read straight from its document.
    @inline(__always)
    package init(_ record: Record) {
        if let view = record.untouchedView { self = .json(view) } else { self = .record(EditedRecord(record)) }
    }

    /// An integer of any size, kept small where it fits.
    init(_ number: BigInteger) {
        self = number.small.map(Value.int) ?? .big(number)
    }

    package static func list(_ elements: [Value]) -> Value { .list(ListObject(elements)) }

    /// The same value with a document's string or container read: one level, so elements may still be in the document.
    var opened: Value {
        if case .record(let record) = self { return .dict(record.members) }
        guard case .json(let view) = self else { return self }
        switch view.kind {
        case .string: return .string(view.string ?? "")
        case .array:
            var elements: [Value] = []
            view.forEachElement { elements.append(Value($0)) }
            return .list(ListObject(elements))
        default: return .dict(DictObject(view))
        }
    }

    /// The same value with nothing left in a document, so that all of it can be changed in place.
    package var changeable: Value {
        var seen: Set<ObjectIdentifier> = []
        return changeable(&seen)
    }

    /// - Parameter seen: the lists and dicts that were met: one may hold itself, or another many times over.
    private func changeable(_ seen: inout Set<ObjectIdentifier>) -> Value {
        switch self {
        case .json(let view) where view.kind == .string: return self
        case .json, .record: return opened.changeable(&seen)
        case .list(let list):
            guard seen.insert(ObjectIdentifier(list)).inserted else { return self }
            for place in list.elements.indices { list.elements[place] = list.elements[place].changeable(&seen) }
        case .dict(let dict):
            guard seen.insert(ObjectIdentifier(dict)).inserted else { return self }
            for place in dict.members.values.indices {
                dict.members.values[place] = dict.members.values[place].changeable(&seen)
            }
        default: break
        }
        return self
    }

    /// The text of a string, wherever it is.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .json(let view): view.string
        default: nil
        }
    }

    var isUndefined: Bool {
        if case .undefined = self { return true }
        return false
    }

    package var isNull: Bool {
        if case .null = self { return true }
        return false
    }
}

/// Why a value is undefined, reported when it is used.
package final class Missing: Sendable {
    let message: String
    let kind: TemplateError.Kind
    let hint: String?

    init(_ message: String, kind: TemplateError.Kind = .undefined, hint: String? = nil) {
        self.message = message
        self.kind = kind
        self.hint = hint
    }

    /// A variable that nothing has set.
    static func variable(_ name: String) -> Missing { Missing("'\(name)' is undefined") }

    /// An attribute that templates may not read.
    static func unsafe(_ attribute: String, of type: String) -> Missing {
        Missing("access to attribute '\(attribute)' of '\(type)' object is unsafe.", kind: .security)
    }

    var error: TemplateError { TemplateError(kind, message, hint: hint) }
}
