import Text

/// Filters between text and other notations: JSON, URLs, base64.
enum EncodingFilters {
    /// Text stays; everything else becomes JSON in triple quotes, which literal evaluation removes.
    static let string: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("string", 0, 0)
        if value.isString { return value }
        return .string("\"\"\"" + (try PythonJSON().text(value)) + "\"\"\"")
    }

    static let tojson: FilterBody = { (value, arguments, _) throws(TemplateError) in
        var indent: Int?
        if let given = try arguments.bound("do_tojson", ["indent"])[0], !given.isNull {
            indent = min(try StringMethods.integer(given), PythonJSON.widest)
        }
        let text = try PythonJSON(sortsKeys: true, indent: indent).text(value)
        return .string(
            text.replacingAll("<", "\\u003c").replacingAll(">", "\\u003e").replacingAll("&", "\\u0026")
                .replacingAll("'", "\\u0027")
        )
    }

    static let urlencode: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_urlencode", 0, 0)
        let items: [Value]
        switch value.opened {
        case .dict(let dict): items = DictMethods.pairs(dict)
        case .list, .tuple, .set, .iterable, .object, .undefined: items = try value.iterated()
        default: return .string(PercentEncoding.quote(try value.wholeText, keeping: "/"))
        }
        var parts: [String] = []
        for item in items {
            let pair = try item.iterated()
            guard pair.count == 2 else { throw .value("not enough values to unpack (expected 2, got \(pair.count))") }
            parts.append(
                "\(PercentEncoding.form(try pair[0].wholeText))=\(PercentEncoding.form(try pair[1].wholeText))"
            )
        }
        return .string(parts.joined(separator: "&"))
    }

    // MARK: Base64

    /// The text of the input; other input has no method `encode` in Python.
    private static func encodable(_ value: Value, _ arguments: Arguments, _ name: String) throws(TemplateError)
        -> String
    {
        _ = try arguments.plain(name, 0, 0)
        if let text = value.text { return text }
        if case .undefined(let missing) = value { throw missing.error }
        throw TemplateError(.attribute, "'\(value.typeName)' object has no attribute 'encode'")
    }

    static let base64encode: FilterBody = { (value, arguments, _) throws(TemplateError) in
        .string(Base64.encode(Array(try encodable(value, arguments, "base64encode").utf8)))
    }

    static let base64decode: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let bytes = try decoded(try encodable(value, arguments, "base64decode"))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TemplateError(.decoding, "'utf-8' codec can't decode the decoded bytes")
        }
        return .string(text)
    }

    private static func decoded(_ text: String) throws(TemplateError) -> [UInt8] {
        do { return try Base64.decode(text) } catch {
            switch error {
            case .incompleteByte(let letters):
                let rule = "cannot be 1 more than a multiple of 4"
                throw TemplateError(
                    .base64,
                    "Invalid base64-encoded string: number of data characters (\(letters)) \(rule)"
                )
            case .incompletePadding: throw TemplateError(.base64, "Incorrect padding")
            }
        }
    }

    /// Encodes, in spite of its name.
    static let base64binasciiDecode: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let text = try encodable(value, arguments, "base64binascii_decode")
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw TemplateError(.encoding, "'ascii' codec can't encode characters: ordinal not in range(128)")
        }
        return .string(Base64.encode(Array(text.utf8)))
    }
}
