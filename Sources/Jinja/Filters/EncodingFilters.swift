/// Filters between text and other notations: JSON, URLs, base64.
enum EncodingFilters {
    /// Text stays; everything else becomes JSON in triple quotes, which literal evaluation takes off again.
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
        default: return .string(URLQuoting.quote(try value.wholeText, keeping: "/"))
        }
        var parts: [String] = []
        for item in items {
            let pair = try item.iterated()
            guard pair.count == 2 else { throw .value("not enough values to unpack (expected 2, got \(pair.count))") }
            parts.append(
                "\(URLQuoting.quotePlus(try pair[0].wholeText))=\(URLQuoting.quotePlus(try pair[1].wholeText))"
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
        let bytes = try Base64.decode(try encodable(value, arguments, "base64decode"))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TemplateError(.decoding, "'utf-8' codec can't decode the decoded bytes")
        }
        return .string(text)
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

/// Percent-encoding.
package enum URLQuoting {
    /// Keeps ASCII letters, digits, `_.-~` and the given characters.
    package static func quote(_ text: String, keeping: String = "") -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isKept =
                byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789_.-~".unicodeScalars.contains(scalar))
            if isKept || keeping.unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "%" + PythonText.hexadecimal(UInt32(byte), 2).uppercased()
            }
        }
        return result
    }

    /// The same for forms: a space becomes `+`.
    package static func quotePlus(_ text: String) -> String { quote(text, keeping: " ").replacingAll(" ", "+") }
}

/// Base64 as Python's `base64` module.
package enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0..<4 {
                let letter = letters[Int(word >> UInt32(18 - 6 * place) & 63)]
                result.append(place <= group.count ? letter : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Characters outside the alphabet are passed over; the padding must be complete.
    package static func decode(_ text: String) throws(TemplateError) -> [UInt8] {
        var result: [UInt8] = []
        var word: UInt32 = 0
        var place = 0
        var pads = 0
        var count = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "=") {
                pads += 1
                if place >= 2, place + pads >= 4 { return result }
                continue
            }
            guard let value = letters.firstIndex(of: byte) else { continue }
            pads = 0
            count += 1
            word = word << 6 | UInt32(value)
            place = (place + 1) % 4
            if place != 1 { result.append(UInt8(truncatingIfNeeded: word >> [0, 0, 4, 2][place])) }
        }
        guard place == 0 else {
            let message =
                place == 1
                ? "Invalid base64-encoded string: number of data characters (\(count)) cannot be 1 more than a multiple of 4"
                : "Incorrect padding"
            throw TemplateError(.base64, message)
        }
        return result
    }
}
