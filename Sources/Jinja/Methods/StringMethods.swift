import Text

/// Methods of strings that give a string, a place or a truth.
enum StringMethods {
    /// The object's text and its arguments in order.
    static func unpack(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        _ least: Int,
        _ most: Int
    ) throws(TemplateError) -> (String, [Value]) {
        (value.text ?? "", try arguments.plain(name, least, most))
    }

    static func text(_ value: Value, _ name: String) throws(TemplateError) -> String {
        if let text = value.text { return text }
        if case .undefined(let missing) = value { _ = missing }
        throw .type("\(name) argument must be str, not \(value.typeName)")
    }

    static func integer(_ value: Value) throws(TemplateError) -> Int {
        if let index = value.index { return index }
        if case .undefined(let missing) = value { throw missing.error }
        throw .type("'\(value.typeName)' object cannot be interpreted as an integer")
    }

    /// A number of columns, 0 for negative ones.
    ///
    /// Throws `overflow` where the text would not fit into memory.
    static func width(_ value: Value) throws(TemplateError) -> Int {
        let width = try integer(value)
        try SizeLimit.checkText(1, times: width)
        return max(0, width)
    }

    static let capitalize: Method = { (value, arguments, _) throws(TemplateError) in
        .string(try unpack(value, arguments, "capitalize", 0, 0).0.capitalizedAsInPython)
    }

    static let casefold: Method = { (value, arguments, _) throws(TemplateError) in
        let folded = try unpack(value, arguments, "casefold", 0, 0).0.lowercased()
        return .string(folded.replacingAll("ß", "ss"))
    }

    static let lower: Method = { (value, arguments, _) throws(TemplateError) in
        .string(try unpack(value, arguments, "lower", 0, 0).0.lowercased())
    }

    static let upper: Method = { (value, arguments, _) throws(TemplateError) in
        .string(try unpack(value, arguments, "upper", 0, 0).0.uppercased())
    }

    static let title: Method = { (value, arguments, _) throws(TemplateError) in
        .string(try unpack(value, arguments, "title", 0, 0).0.titledAsInPython)
    }

    static let swapcase: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, _) = try unpack(value, arguments, "swapcase", 0, 0)
        return .string(
            text.unicodeScalars.map {
                $0.properties.isUppercase ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping
            }
            .joined()
        )
    }

    // MARK: Padding

    private static func padded(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        _ left: (Int, Int) -> Int
    ) throws(TemplateError) -> Value {
        let (text, values) = try unpack(value, arguments, name, 1, 2)
        let width = try self.width(values[0])
        let fill = values.count > 1 ? try StringMethods.text(values[1], name) : " "
        guard fill.unicodeScalars.count == 1 else {
            throw .type("The fill character must be exactly one character long")
        }
        let missing = max(0, width - text.unicodeScalars.count)
        let before = left(missing, width)
        return .string(
            String(repeating: fill, count: before) + text + String(repeating: fill, count: missing - before)
        )
    }

    /// Python puts the odd space left when the width is odd.
    static let center: Method = { (value, arguments, _) throws(TemplateError) in
        try padded(value, arguments, "center") { missing, width in missing / 2 + (missing & width & 1) }
    }

    static let ljust: Method = { (value, arguments, _) throws(TemplateError) in
        try padded(value, arguments, "ljust") { _, _ in 0 }
    }

    static let rjust: Method = { (value, arguments, _) throws(TemplateError) in
        try padded(value, arguments, "rjust") { missing, _ in missing }
    }

    static let zfill: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "zfill", 1, 1)
        let missing = max(0, try width(values[0]) - text.unicodeScalars.count)
        let sign = text.hasPrefix("-") || text.hasPrefix("+") ? text.prefix(1) : ""
        return .string(sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count))
    }

    static let expandtabs: Method = { (value, arguments, _) throws(TemplateError) in
        let size = try arguments.bound("expandtabs", ["tabsize"])[0].map(width) ?? 8
        var column = 0
        var result = ""
        for scalar in (value.text ?? "").unicodeScalars {
            if scalar == "\t" {
                let width = size > 0 ? size - column % size : 0
                result += String(repeating: " ", count: width)
                column += width
            } else {
                result.unicodeScalars.append(scalar)
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            }
        }
        return .string(result)
    }

    // MARK: Ends

    private static func stripped(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        left: Bool,
        right: Bool
    ) throws(TemplateError) -> Value {
        let (text, values) = try unpack(value, arguments, name, 0, 1)
        var scalars = text.unicodeScalars[...]
        var wanted: Set<Unicode.Scalar>?
        if let given = values.first, !given.isNull {
            guard let letters = given.text else { throw .type("\(name) arg must be None or str") }
            wanted = Set(letters.unicodeScalars)
        }
        func isTaken(_ scalar: Unicode.Scalar?) -> Bool {
            guard let scalar else { return false }
            return wanted?.contains(scalar) ?? scalar.isPythonSpace
        }
        while left, isTaken(scalars.first) { scalars.removeFirst() }
        while right, isTaken(scalars.last) { scalars.removeLast() }
        return .string(String(scalars))
    }

    static let strip: Method = { (value, arguments, _) throws(TemplateError) in
        try stripped(value, arguments, "strip", left: true, right: true)
    }

    static let lstrip: Method = { (value, arguments, _) throws(TemplateError) in
        try stripped(value, arguments, "lstrip", left: true, right: false)
    }

    static let rstrip: Method = { (value, arguments, _) throws(TemplateError) in
        try stripped(value, arguments, "rstrip", left: false, right: true)
    }

    static let removeprefix: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "removeprefix", 1, 1)
        let part = try StringMethods.text(values[0], "removeprefix()")
        let isThere = text.unicodeScalars.starts(with: part.unicodeScalars)
        return .string(isThere ? String(text.unicodeScalars.dropFirst(part.unicodeScalars.count)) : text)
    }

    static let removesuffix: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "removesuffix", 1, 1)
        let part = try StringMethods.text(values[0], "removesuffix()")
        let isThere = !part.isEmpty && text.unicodeScalars.reversed().starts(with: part.unicodeScalars.reversed())
        return .string(isThere ? String(text.unicodeScalars.dropLast(part.unicodeScalars.count)) : text)
    }

    private static func hasEnd(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        _ test: (ArraySlice<Unicode.Scalar>, String) -> Bool
    ) throws(TemplateError) -> Value {
        let (text, values) = try unpack(value, arguments, name, 1, 3)
        guard let part = try StringRange(text, values.dropFirst()).slice else { return .bool(false) }
        if let wanted = values[0].text { return .bool(test(part, wanted)) }
        guard case .tuple(let choices) = values[0] else {
            throw .type("\(name) first arg must be str or a tuple of str, not \(values[0].typeName)")
        }
        for choice in choices
        where test(part, try StringMethods.text(choice, "tuple for \(name) must only contain str;")) {
            return .bool(true)
        }
        return .bool(false)
    }

    static let startswith: Method = { (value, arguments, _) throws(TemplateError) in
        try hasEnd(value, arguments, "startswith") { $0.starts(with: $1.unicodeScalars) }
    }

    static let endswith: Method = { (value, arguments, _) throws(TemplateError) in
        try hasEnd(value, arguments, "endswith") { $0.reversed().starts(with: $1.unicodeScalars.reversed()) }
    }

    // MARK: Searching and replacing

    private static func place(
        _ value: Value,
        _ arguments: Arguments,
        _ name: String,
        last: Bool
    ) throws(TemplateError) -> Int? {
        let (text, values) = try unpack(value, arguments, name, 1, 3)
        let part = Array(try StringMethods.text(values[0], "must be str;").unicodeScalars)
        guard let slice = try StringRange(text, values.dropFirst()).slice else { return nil }
        let starts = slice.startIndex...max(slice.startIndex, slice.endIndex - part.count)
        guard slice.count >= part.count else { return nil }
        func isMatch(_ at: Int) -> Bool { slice[at..<(at + part.count)].elementsEqual(part) }
        return last ? starts.last(where: isMatch) : starts.first(where: isMatch)
    }

    static let find: Method = { (value, arguments, _) throws(TemplateError) in
        .int(try place(value, arguments, "find", last: false) ?? -1)
    }

    static let rfind: Method = { (value, arguments, _) throws(TemplateError) in
        .int(try place(value, arguments, "rfind", last: true) ?? -1)
    }

    static let index: Method = { (value, arguments, _) throws(TemplateError) in
        guard let place = try place(value, arguments, "index", last: false) else { throw .value("substring not found") }
        return .int(place)
    }

    static let rindex: Method = { (value, arguments, _) throws(TemplateError) in
        guard let place = try place(value, arguments, "rindex", last: true) else { throw .value("substring not found") }
        return .int(place)
    }

    static let count: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "count", 1, 3)
        let part = Array(try StringMethods.text(values[0], "must be str;").unicodeScalars)
        guard let slice = try StringRange(text, values.dropFirst()).slice else { return .int(0) }
        if part.isEmpty { return .int(slice.count + 1) }
        return .int(text.places(of: part, in: Array(slice), from: 0, to: slice.count).count)
    }

    static let replace: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "replace", 2, 3)
        let old = try StringMethods.text(values[0], "replace() argument 1 must be str;")
        let new = try StringMethods.text(values[1], "replace() argument 2 must be str;")
        let limit = values.count > 2 ? try integer(values[2]) : -1
        return .string(try replaced(text, old, new, limit))
    }

    /// `text.replace(old, new, limit)`; a negative limit means no limit.
    static func replaced(_ text: String, _ old: String, _ new: String, _ limit: Int) throws(TemplateError) -> String {
        let limit = limit < 0 ? Int.max : limit
        let most = text.utf8.count / max(1, old.utf8.count) + 1
        // Places are counted only where there could be too many.
        if new.utf8.count > old.utf8.count, most > SizeLimit.bytes / new.utf8.count {
            let scalars = Array(text.unicodeScalars)
            let found = text.places(of: Array(old.unicodeScalars), in: scalars, from: 0, to: scalars.count).count
            try SizeLimit.checkText(new.utf8.count, times: min(limit, found))
        }
        return text.replacingAll(old, new, limit: limit)
    }

    static let join: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, values) = try unpack(value, arguments, "join", 1, 1)
        var parts: [String] = []
        let items: [Value]
        do throws(TemplateError) { items = try values[0].iterated() } catch {
            throw error.kind == .type ? .type("can only join an iterable") : error
        }
        for (place, item) in items.enumerated() {
            guard let part = item.text else {
                throw .type("sequence item \(place): expected str instance, \(item.typeName) found")
            }
            parts.append(part)
        }
        return .string(try SequenceFilters.joined(parts, by: text))
    }

    static let encode: Method = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("encode", ["encoding", "errors"])
        let name = (given[0]?.text ?? "utf-8").lowercased().replacingAll("_", "-")
        let text = value.text ?? ""
        switch name {
        case "utf-8", "utf8": return .bytes(Array(text.utf8))
        case "ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1":
            let limit: UInt32 = name.contains("ascii") ? 0x80 : 0x100
            guard text.unicodeScalars.allSatisfy({ $0.value < limit }) else {
                throw TemplateError(
                    .encoding,
                    "'\(name)' codec can't encode characters: ordinal not in range(\(limit))"
                )
            }
            return .bytes(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        default: throw TemplateError(.lookup, "unknown encoding: \(name)")
        }
    }

    static let format: Method = { (value, arguments, _) throws(TemplateError) in
        .string(try BraceFormat.apply(value.text ?? "", arguments))
    }

    static let formatMap: Method = { (value, arguments, _) throws(TemplateError) in
        let mapping = try arguments.plain("format_map", 1, 1)[0]
        guard case .dict(let dict) = mapping.opened else { throw .type("format_map() argument must be a mapping") }
        let named = dict.members.compactMap { member in member.key.text.map { (name: $0, value: member.value) } }
        return .string(try BraceFormat.apply(value.text ?? "", Arguments(named: named)))
    }
}

/// The part of a string that the optional arguments `start` and `end` of a method name.
struct StringRange {
    /// The code points there; nil when the start is after the end.
    let slice: ArraySlice<Unicode.Scalar>?

    init(_ text: String, _ bounds: ArraySlice<Value>) throws(TemplateError) {
        let scalars = Array(text.unicodeScalars)
        var limits = [0, scalars.count]
        for (place, bound) in bounds.enumerated() where !bound.isNull {
            let index = try StringMethods.integer(bound)
            limits[place] = index < 0 ? max(0, index + scalars.count) : (place == 1 ? min(index, scalars.count) : index)
        }
        slice = limits[0] <= limits[1] ? scalars[limits[0]..<limits[1]] : nil
    }
}
