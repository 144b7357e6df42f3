import JSON
import Text

/// Attributes and items, as the sandbox of the reference finds them.
extension Value {
    /// The item of a key or position; nil when there is none or the value has no items.
    package func item(_ key: Value) -> Value? {
        switch self {
        case .json(let view):
            if view.kind == .object { return key.text.flatMap { view.member($0) }.map { Value($0) } }
            return key.index.flatMap { opened.element($0) }
        case .record(let record): return key.text.flatMap { record.member(JSONKey($0)) }
        case .dict(let dict): return dict.members[key]
        case .object(let object): return object.item(key)
        case .list, .tuple, .string, .bytes: return key.index.flatMap { element($0) }
        default: return nil
        }
    }

    /// The element at a position; negative ones count from the end.
    private func element(_ position: Int) -> Value? {
        func place(_ count: Int) -> Int? {
            let place = position < 0 ? position + count : position
            return place >= 0 && place < count ? place : nil
        }
        switch self {
        case .list(let list): return place(list.elements.count).map { list.elements[$0] }
        case .tuple(let elements): return place(elements.count).map { elements[$0] }
        case .bytes(let bytes): return place(bytes.count).map { .int(Int(bytes[$0])) }
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            return place(scalars.count).map { .string(String(scalars[$0])) }
        default: return nil
        }
    }

    /// The elements from one position to another, in steps.
    func slice(_ from: Value?, _ to: Value?, _ by: Value?) throws(TemplateError) -> Value? {
        let from = try Self.bound(from)
        let to = try Self.bound(to)
        let by = try Self.bound(by) ?? 1
        guard by != 0 else { throw .value("slice step cannot be zero") }
        switch opened {
        case .list(let list): return .list(Self.sliced(list.elements, from, to, by))
        case .tuple(let elements): return .tuple(Self.sliced(elements, from, to, by))
        case .bytes(let bytes): return .bytes(Self.sliced(bytes, from, to, by))
        case .string(let text):
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: Self.sliced(Array(text.unicodeScalars), from, to, by))
            return .string(String(scalars))
        default: return nil
        }
    }

    private static func bound(_ value: Value?) throws(TemplateError) -> Int? {
        guard let value, !value.isNull else { return nil }
        if case .big(let number) = value { return number.isNegative ? Int.min / 2 : Int.max / 2 }
        guard let index = value.index else {
            throw .type("slice indices must be integers or None or have an __index__ method")
        }
        return index
    }

    private static func sliced<Element>(_ elements: [Element], _ from: Int?, _ to: Int?, _ by: Int) -> [Element] {
        let count = elements.count
        let lowest = by < 0 ? -1 : 0
        let highest = by < 0 ? count - 1 : count
        let by = min(max(by, -count - 1), count + 1)
        func clamp(_ position: Int) -> Int {
            min(max(position < 0 ? position + count : position, lowest), highest)
        }
        let start = from.map(clamp) ?? (by < 0 ? highest : lowest)
        let end = to.map(clamp) ?? (by < 0 ? lowest : highest)
        if by == 1 { return start < end ? Array(elements[start..<end]) : [] }
        return stride(from: start, to: end, by: by).map { elements[$0] }
    }

    /// The attribute of a name: a field of a date, a method, an attribute of a host object.
    ///
    /// Nil when there is none.
    func attribute(_ name: String) throws(TemplateError) -> Value? {
        switch self {
        case .undefined(let missing): throw missing.error
        case .object(let object):
            if let value = object.attribute(name) { return value }
            guard object.isMapping else { return nil }
        case .function(let function):
            if let value = function.attributes[name] { return value }
        default:
            if let value = field(name) { return value }
        }
        if name.utf8.first == 0x5F {
            return Self.hiddenNames.contains(name) ? .undefined(.unsafe(name, of: typeName)) : nil
        }
        guard let method = MethodTable.method(name, of: self) else { return nil }
        return .function(MethodTable.bound(method, name, to: self))
    }

    /// Attributes that every Python object has and that templates may not read.
    private static let hiddenNames: Set<String> = [
        "__class__", "__doc__", "__init__", "__new__", "__dict__", "__module__", "__getattribute__", "__reduce__",
        "__subclasshook__", "__init_subclass__", "__hash__", "__str__", "__repr__", "__eq__", "__ne__", "__lt__",
        "__le__", "__gt__", "__ge__", "__setattr__", "__delattr__", "__dir__", "__format__", "__sizeof__",
        "__reduce_ex__", "__getstate__",
    ]

    /// A data attribute of a date or a number.
    private func field(_ name: String) -> Value? {
        switch self {
        case .datetime(let date): DateFields.field(name, of: date)
        case .date(let date): DateFields.field(name, of: date)
        case .timedelta(let delta): DateFields.field(name, of: delta)
        case .duration(let duration): DateFields.field(name, of: duration)
        case .int, .big, .bool, .double: numberField(name)
        default: nil
        }
    }

    private func numberField(_ name: String) -> Value? {
        let whole: Value = if case .bool(let flag) = self { .int(flag ? 1 : 0) } else { self }
        switch (name, self) {
        case ("real", _): return whole
        case ("imag", .double): return .double(0)
        case ("imag", _): return .int(0)
        case ("numerator", .int), ("numerator", .big), ("numerator", .bool): return whole
        case ("denominator", .int), ("denominator", .big), ("denominator", .bool): return .int(1)
        default: return nil
        }
    }

    /// `x.name` of a template: the attribute, then the item, then undefined.
    func dotted(_ name: String) throws(TemplateError) -> Value {
        if let value = try attribute(name) { return value }
        return item(.string(name)) ?? .undefined(missing(name))
    }

    /// `x[key]` of a template: the item, then for text the attribute, then undefined.
    func subscripted(_ key: Value) throws(TemplateError) -> Value {
        if case .undefined(let missing) = self { throw missing.error }
        if let value = item(key) { return value }
        guard let name = key.text else { return .undefined(missingElement(key)) }
        if let value = try attribute(name) { return value }
        return .undefined(missing(name))
    }

    private func missing(_ name: String) -> Missing {
        if name.hasPrefix("__"), name.hasSuffix("__") { return .unsafe(name, of: typeName) }
        return Missing("\(PythonText.repr(describedType)) has no attribute \(PythonText.repr(name))")
    }

    private func missingElement(_ key: Value) -> Missing {
        Missing("\(describedType) has no element \(key.represented)")
    }
}
