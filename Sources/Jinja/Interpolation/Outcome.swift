import JSON
import Text

/// What evaluation makes of a rendered template: the literal its text is, or the text.
///
/// A template of one expression has a value at once; printing it and reading the print again would mostly give the same
/// value back, so that is only done where it would not.
enum Outcome {
    /// The result for a string; nil when it is empty.
    static func value(text: String, _ types: ValueTypes) -> Value? {
        if text.isEmpty { return nil }
        guard let literal = PythonLiteral.evaluate(text), types.allows(literal) else { return .string(text) }
        return literal
    }

    /// The result for the value of a template's only expression; nil when it prints as an empty string.
    @inline(__always)
    static func value(_ value: Value, _ types: ValueTypes) throws(TemplateError) -> Value? {
        switch value {
        case .undefined: return nil
        case .bool, .null, .int:
            return types.rawValue == 0 || types.allows(value) ? value : .string(value.pythonText)
        case .string(let text): return Self.value(text: text, types)
        case .json(let view) where view.kind == .string: return Self.value(view, types)
        default: return try rare(value, types)
        }
    }

    /// A string that is still in its document stays there unless it could be a literal.
    @inline(__always)
    private static func value(_ view: JSONView, _ types: ValueTypes) -> Value? {
        if let isPlain = view.withPlainString({ !$0.isEmpty && !PythonLiteral.isPossible($0, types) }), isPlain {
            return .json(view)
        }
        return Self.value(text: view.string ?? "", types)
    }

    @inline(never)
    private static func rare(_ value: Value, _ types: ValueTypes) throws(TemplateError) -> Value? {
        switch value {
        case .double(let number):
            if number.isFinite, types.allows(value) { return value }
        case .big(let number):
            guard number.words.count < 447 || number.description.count <= 4300 else {
                throw .value("Exceeds the limit (4300 digits) for integer string conversion")
            }
            if types.allows(value) { return value }
        case .list, .dict, .tuple, .set, .bytes, .json, .record:
            if types.allows(value), RoundTrip.isSafe(value) { return value }
        case .object(let object):
            if let mapping = object.mapping { return try rare(.dict(mapping), types) }
        default: break
        }
        let text = value.pythonText
        try SizeLimit.checkText(text.utf8.count)
        return Self.value(text: text, types)
    }
}

/// Whether a container printed and read again is equal to itself.
enum RoundTrip {
    static func isSafe(_ value: Value, depth: Int = 0) -> Bool {
        guard depth < 80 else { return false }
        switch value {
        case .null, .bool, .int, .string, .bytes: return true
        case .double(let number): return number.isFinite
        case .big(let number): return number.words.count < 400
        case .list(let list): return list.elements.allSatisfy { isSafe($0, depth: depth + 1) }
        case .tuple(let elements): return elements.allSatisfy { isSafe($0, depth: depth + 1) }
        case .set(let set): return set.elements.allSatisfy { isSafe($0, depth: depth + 1) }
        case .dict(let dict):
            return dict.members.allSatisfy { isSafe($0.key, depth: depth + 1) && isSafe($0.value, depth: depth + 1) }
        case .json(let view): return isSafe(view)
        case .record: return isSafe(value.opened, depth: depth)
        default: return false
        }
    }

    /// Whether a container in its document holds no number that could be infinite or NaN, judged by its bytes.
    private static func isSafe(_ view: JSONView) -> Bool {
        var text = view.rawText
        return text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                switch bytes[at] {
                case 0x22: at = closingQuote(bytes, at + 1)
                // N of NaN, I of Infinity, E and e after a digit of a number that may be too large
                case 0x4E, 0x49, 0x45: return isFinite(view)
                case 0x65 where bytes[at - 1] <= 0x39: return isFinite(view)
                default: break
                }
                at += 1
            }
            return true
        }
    }

    private static func closingQuote(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
        return at
    }

    private static func isFinite(_ view: JSONView) -> Bool {
        switch view.kind {
        case .double: return view.double?.isFinite ?? true
        case .array: return view.elements.allSatisfy(isFinite)
        case .object: return view.members.allSatisfy { isFinite($0.value) }
        default: return true
        }
    }
}
