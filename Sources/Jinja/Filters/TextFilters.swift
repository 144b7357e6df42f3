import Text

/// Filters that work on text; most turn their input into text first.
enum TextFilters {
    private static func text(_ value: Value, _ arguments: Arguments, _ name: String) throws(TemplateError) -> String {
        _ = try arguments.plain(name, 0, 0)
        return try value.wholeText
    }

    static let capitalize: FilterBody = { (value, arguments, _) throws(TemplateError) in
        .string(try text(value, arguments, "do_capitalize").capitalizedAsInPython)
    }

    static let lower: FilterBody = { (value, arguments, _) throws(TemplateError) in
        .string(try text(value, arguments, "do_lower").lowercased())
    }

    static let upper: FilterBody = { (value, arguments, _) throws(TemplateError) in
        .string(try text(value, arguments, "do_upper").uppercased())
    }

    static let title: FilterBody = { (value, arguments, _) throws(TemplateError) in
        var result = ""
        var isStart = true
        for scalar in try text(value, arguments, "do_title").unicodeScalars {
            result += isStart ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
            isStart = scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar)
        }
        return .string(result)
    }

    static let center: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        let width = try arguments.bound("do_center", ["width"])[0] ?? .int(80)
        return try StringMethods.center(.string(value.wholeText), Arguments([width]), scope)
    }

    static let trim: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        let letters = try arguments.bound("do_trim", ["chars"])[0] ?? .null
        return try StringMethods.strip(.string(value.wholeText), Arguments([letters]), scope)
    }

    static let replace: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_replace", ["old", "new", "count"], required: 2)
        var limit = -1
        if let count = given[2], !count.isNull { limit = try StringMethods.integer(count) }
        let text = try value.wholeText
        let old = given[0]?.pythonText ?? ""
        return .string(try StringMethods.replaced(text, old, given[1]?.pythonText ?? "", limit))
    }

    static let format: FilterBody = { (value, arguments, _) throws(TemplateError) in
        guard arguments.positional.isEmpty || arguments.named.isEmpty else {
            throw TemplateError(
                .filterArgument,
                "can't handle positional and keyword arguments at the same time"
            )
        }
        let dict = DictObject()
        for (name, value) in arguments.named { dict[name] = value }
        let values: Value = arguments.named.isEmpty ? .tuple(arguments.positional) : .dict(dict)
        return .string(try PercentFormat.apply(value.wholeText, values))
    }

    static let wordcount: FilterBody = { (value, arguments, _) throws(TemplateError) in
        var count = 0
        var isInside = false
        for scalar in try text(value, arguments, "do_wordcount").unicodeScalars {
            let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord && !isInside { count += 1 }
            isInside = isWord
        }
        return .int(count)
    }

    static let indent: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_indent", ["width", "first", "blank"])
        if case .undefined(let missing) = value { throw missing.error }
        guard let text = value.text else {
            if case .list = value.opened {
                throw TemplateError(.attribute, "'list' object has no attribute 'splitlines'")
            }
            throw .type("unsupported operand type(s) for +=: '\(value.typeName)' and 'str'")
        }
        var indent = "    "
        if let width = given[0] {
            if let text = width.text {
                indent = text
            } else {
                indent = String(repeating: " ", count: max(0, try StringMethods.width(width)))
            }
        }
        let indentsBlank = given[2]?.isTrue ?? false
        let all = StringParts.lines(text + "\n")
        try SizeLimit.checkText(indent.utf8.count, times: all.count)
        let lines = all.enumerated().map { place, line in
            place == 0 || (line.isEmpty && !indentsBlank) ? line : indent + line
        }
        let result = lines.joined(separator: "\n")
        return .string(given[1]?.isTrue ?? false ? indent + result : result)
    }

    static let truncate: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_truncate", ["length", "killwords", "end", "leeway"])
        let length = try given[0].map(StringMethods.integer) ?? 255
        let end = try given[2].map { (end) throws(TemplateError) in try StringMethods.text(end, "end;") } ?? "..."
        var leeway = 5
        if let given = given[3], !given.isNull { leeway = try StringMethods.integer(given) }
        guard length >= end.unicodeScalars.count, leeway >= 0 else {
            throw TemplateError(.assertionFailed, "expected length >= \(end.unicodeScalars.count), got \(length)")
        }
        let (sum, isEndless) = length.addingReportingOverflow(leeway)
        let longest = isEndless ? Int.max : sum
        guard let text = value.text else {
            guard try value.length() > longest else { return value }
            if value.isMapping { throw .type("unhashable type: 'slice'") }
            throw TemplateError(.attribute, "'\(value.typeName)' object has no attribute 'rsplit'")
        }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > longest else { return value }
        var head = scalars[..<(length - end.unicodeScalars.count)]
        if !(given[1]?.isTrue ?? false), let space = head.lastIndex(of: " ") { head = head[..<space] }
        return .string(String(head) + end)
    }
}
