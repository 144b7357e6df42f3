import Text

/// Methods that take a text apart.
enum StringParts {
    static let split: Method = { (value, arguments, _) throws(TemplateError) in
        let (separator, limit) = try splitArguments(arguments, "split")
        let scalars = Array((value.text ?? "").unicodeScalars)
        guard let separator else { return .list(words(scalars, limit).map(Value.string)) }
        return .list(parts(scalars, separator, limit).map(Value.string))
    }

    static let rsplit: Method = { (value, arguments, _) throws(TemplateError) in
        let (separator, limit) = try splitArguments(arguments, "rsplit")
        let reversed = Array((value.text ?? "").unicodeScalars.reversed())
        let pieces = separator.map { parts(reversed, $0.reversed(), limit) } ?? words(reversed, limit)
        return .list(pieces.reversed().map { .string(String($0.unicodeScalars.reversed())) })
    }

    private static func splitArguments(
        _ arguments: Arguments,
        _ name: String
    ) throws(TemplateError) -> (separator: [Unicode.Scalar]?, limit: Int) {
        let given = try arguments.bound(name, ["sep", "maxsplit"])
        let limit = try given[1].map(StringMethods.integer) ?? -1
        guard let separator = given[0], !separator.isNull else { return (nil, limit < 0 ? .max : limit) }
        guard let text = separator.text else { throw .type("must be str or None, not \(separator.typeName)") }
        guard !text.isEmpty else { throw .value("empty separator") }
        return (Array(text.unicodeScalars), limit < 0 ? .max : limit)
    }

    private static func parts(
        _ scalars: [Unicode.Scalar],
        _ separator: [Unicode.Scalar],
        _ limit: Int
    ) -> [String] {
        var parts: [String] = []
        var start = 0
        for place in "".places(of: separator, in: scalars, from: 0, to: scalars.count).prefix(limit) {
            parts.append(String(scalars[start..<place]))
            start = place + separator.count
        }
        return parts + [String(scalars[start...])]
    }

    /// The runs between white space; what is beyond the limit keeps its space inside.
    private static func words(_ scalars: [Unicode.Scalar], _ limit: Int) -> [String] {
        var words: [String] = []
        var rest = scalars[...].drop(while: \.isPythonSpace)
        while !rest.isEmpty {
            if words.count == limit {
                return words + [String(rest)]
            }
            let word = rest.prefix { !$0.isPythonSpace }
            words.append(String(word))
            rest = rest.dropFirst(word.count).drop(while: \.isPythonSpace)
        }
        return words
    }

    static let splitlines: Method = { (value, arguments, _) throws(TemplateError) in
        let keepsEnds = try arguments.bound("splitlines", ["keepends"])[0]?.isTrue ?? false
        return .list(lines(value.text ?? "", keepsEnds: keepsEnds).map(Value.string))
    }

    static func lines(_ text: String, keepsEnds: Bool = false) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var lines: [String] = []
        var start = 0
        var at = 0
        while at < scalars.count {
            guard isLineEnd(scalars[at]) else {
                at += 1
                continue
            }
            let isPair = scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n"
            let next = at + (isPair ? 2 : 1)
            lines.append(String(scalars[start..<(keepsEnds ? next : at)]))
            start = next
            at = next
        }
        if start < scalars.count { lines.append(String(scalars[start...])) }
        return lines
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static let partition: Method = { (value, arguments, _) throws(TemplateError) in
        try parted(value, arguments, "partition", last: false)
    }

    static let rpartition: Method = { (value, arguments, _) throws(TemplateError) in
        try parted(value, arguments, "rpartition", last: true)
    }

    private static func parted(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        last: Bool
    ) throws(TemplateError) -> Value {
        let (text, values) = try StringMethods.unpack(value, arguments, name, 1, 1)
        let separator = try StringMethods.text(values[0], "must be str;")
        guard !separator.isEmpty else { throw .value("empty separator") }
        let scalars = Array(text.unicodeScalars)
        let part = Array(separator.unicodeScalars)
        let starts = scalars.indices.filter { $0 + part.count <= scalars.count }
        func isMatch(_ at: Int) -> Bool { scalars[at..<(at + part.count)].elementsEqual(part) }
        guard let place = last ? starts.last(where: isMatch) : starts.first(where: isMatch) else {
            return .tuple((last ? ["", "", text] : [text, "", ""]).map(Value.string))
        }
        let parts = [String(scalars[..<place]), separator, String(scalars[(place + part.count)...])]
        return .tuple(parts.map(Value.string))
    }
}
