import JSON

/// Iteration, length and membership.
extension Value {
    /// What a `for` loop goes through.
    ///
    /// Throws a type error for values that cannot be iterated over.
    package func iterated() throws(TemplateError) -> [Value] {
        switch opened {
        case .undefined: return []
        case .list(let list): return list.elements
        case .tuple(let elements): return elements
        case .dict(let dict): return Array(dict.members.keys)
        case .set(let set): return Array(set.elements)
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .bytes(let bytes): return bytes.map { .int(Int($0)) }
        case .iterable(let iterable): return iterable.take()
        case .object(let object):
            if let mapping = object.mapping { return Array(mapping.members.keys) }
            if let elements = try object.elements() { return elements }
            throw notIterable
        default: throw notIterable
        }
    }

    private var notIterable: TemplateError { .type("'\(typeName)' object is not iterable") }

    /// `len(x)`.
    func length() throws(TemplateError) -> Int {
        switch self {
        case .undefined: return 0
        case .string(let text): return text.unicodeScalars.count
        case .json(let view) where view.kind != .string: return view.count
        case .json(let view): return (view.string ?? "").unicodeScalars.count
        case .list(let list): return list.elements.count
        case .tuple(let elements): return elements.count
        case .dict(let dict): return dict.count
        case .record(let record): return record.members.count
        case .set(let set): return set.elements.count
        case .bytes(let bytes): return bytes.count
        case .iterable(let iterable):
            if let viewed = iterable.viewed { return viewed.count }
        case .object(let object):
            if let mapping = object.mapping { return mapping.count }
        default: break
        }
        throw .type("object of type '\(typeName)' has no len()")
    }

    /// `needle in self`.
    func contains(_ needle: Value) throws(TemplateError) -> Bool {
        switch self {
        case .json(let view) where view.kind == .object:
            try needle.requireHashable()
            return needle.text.map { view.member($0) != nil } ?? false
        case .string, .json:
            if isString { return try holdsText(needle) }
        case .record(let record):
            try needle.requireHashable()
            return needle.text.map { record.record.get($0) != nil } ?? false
        case .dict(let dict):
            try needle.requireHashable()
            return dict.members[needle] != nil
        case .object(let object):
            if let mapping = object.mapping {
                try needle.requireHashable()
                return object.item(needle) != nil || mapping.members[needle] != nil
            }
        case .set(let set):
            try needle.requireHashable()
            return set.elements.contains(needle)
        case .bytes(let bytes):
            if let byte = needle.index { return bytes.contains(UInt8(clamping: byte)) }
        case .undefined: return false
        case .list, .tuple, .iterable: break
        default: throw .type("argument of type '\(typeName)' is not iterable")
        }
        return try iterated().contains(needle)
    }

    private func holdsText(_ needle: Value) throws(TemplateError) -> Bool {
        guard let part = needle.text else {
            throw .type("'in <string>' requires string as left operand, not \(needle.typeName)")
        }
        return (text ?? "").find(part) != nil
    }
}

extension String {
    /// The UTF-8 offset of the first place at or after `start` where a string stands.
    func find(_ part: String, from start: Int = 0) -> Int? {
        let bytes = Array(utf8)
        let wanted = Array(part.utf8)
        guard wanted.count <= bytes.count - start else { return nil }
        guard let first = wanted.first else { return start }
        var at = start
        while at <= bytes.count - wanted.count {
            if bytes[at] == first, bytes[at..<(at + wanted.count)].elementsEqual(wanted) { return at }
            at += 1
        }
        return nil
    }
}
