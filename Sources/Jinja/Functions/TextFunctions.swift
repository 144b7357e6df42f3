import Text

/// Macros for text.
enum TextFunctions {
    static let sanitizeURL: DateFunctions.Body = { (arguments, _) throws(TemplateError) in
        let value = try arguments.bound("sanitize_url", ["value"], required: 1)[0] ?? .null
        guard let text = value.text else { throw .type("quote_from_bytes() expected bytes") }
        return .string(PercentEncoding.form(text))
    }

    static let camelCaseToSnakeCase: DateFunctions.Body = { (arguments, _) throws(TemplateError) in
        let value = try arguments.bound("camel_case_to_snake_case", ["value"], required: 1)[0] ?? .null
        guard let text = value.text else {
            throw .type("expected string or bytes-like object, got '\(value.typeName)'")
        }
        var result = ""
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if place > 0, ("A"..."Z").contains(scalar) { result += "_" }
            result.unicodeScalars.append(scalar)
        }
        return .string(result.lowercased())
    }

    static let generateUUID: DateFunctions.Body = { (arguments, scope) throws(TemplateError) in
        _ = try arguments.plain("generate_uuid", 0, 0)
        return .string(UUIDText.version4(scope.environment.random(), scope.environment.random()))
    }
}

/// `max` and `min` of Python, without their named arguments.
enum ExtremeFunctions {
    static let max: DateFunctions.Body = { (arguments, _) throws(TemplateError) in
        try extreme("max", .greater, arguments)
    }

    static let min: DateFunctions.Body = { (arguments, _) throws(TemplateError) in
        try extreme("min", .less, arguments)
    }

    private static func extreme(
        _ name: String,
        _ comparison: Comparison,
        _ arguments: Arguments
    ) throws(TemplateError) -> Value {
        if let (other, _) = arguments.named.first {
            throw .type("\(name)() got an unexpected keyword argument '\(other)'")
        }
        guard let first = arguments.positional.first else {
            throw .type("\(name) expected at least 1 argument, got 0")
        }
        let items = arguments.positional.count == 1 ? try first.iterated() : arguments.positional
        guard var best = items.first else { throw .value("\(name)() arg is an empty sequence") }
        for item in items.dropFirst() where try Value.ordered(item, comparison, best) { best = item }
        return best
    }
}
