import Text

/// Filters for HTML.
///
/// There is no separate type for markup: escaping twice escapes twice.
enum MarkupFilters {
    static let escape: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("escape", 0, 0)
        return .string(escaped(try value.wholeText))
    }

    static let safe: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_mark_safe", 0, 0)
        return .string(try value.wholeText)
    }

    static func escaped(_ text: String) -> String {
        text.replacingAll("&", "&amp;").replacingAll(">", "&gt;").replacingAll("<", "&lt;")
            .replacingAll("'", "&#39;").replacingAll("\"", "&#34;")
    }

    static let xmlattr: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let hasSpace = try arguments.bound("do_xmlattr", ["autospace"])[0]?.isTrue ?? true
        if case .undefined(let missing) = value { throw missing.error }
        guard value.isMapping else {
            throw TemplateError(.attribute, "'\(value.typeName)' object has no attribute 'items'")
        }
        var parts: [String] = []
        for (key, value) in DictMethods.dict(value).members where !value.isNull && !value.isUndefined {
            guard let name = key.text else { throw .type("expected string or bytes-like object") }
            let isBroken = name.unicodeScalars.contains { $0.isPythonSpace || "/>=".unicodeScalars.contains($0) }
            if isBroken { throw .value("Invalid character in attribute name: \(key.represented)") }
            parts.append("\(escaped(name))=\"\(escaped(try value.wholeText))\"")
        }
        let text = parts.joined(separator: " ")
        return .string(hasSpace && !text.isEmpty ? " " + text : text)
    }

    static let striptags: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("do_striptags", 0, 0)
        let text = without(without(try value.wholeText, from: "<!--", to: "-->"), from: "<", to: ">")
        let words = text.unicodeScalars.split(whereSeparator: \.isPythonSpace).map { String($0) }
        return .string(unescaped(words.joined(separator: " ")))
    }

    private static func without(_ text: String, from open: String, to close: String) -> String {
        var text = text
        while let start = text.find(open), let end = text.find(close, from: start) {
            let bytes = Array(text.utf8)
            text = String(decoding: bytes[..<start] + bytes[(end + close.utf8.count)...], as: UTF8.self)
        }
        return text
    }

    private static func unescaped(_ text: String) -> String {
        text.replacingAll("&lt;", "<").replacingAll("&gt;", ">").replacingAll("&#39;", "'").replacingAll("&#34;", "\"")
            .replacingAll("&quot;", "\"").replacingAll("&nbsp;", "\u{A0}").replacingAll("&amp;", "&")
    }
}
