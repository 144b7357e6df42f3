package import JSON
import Text

/// Writes addresses, query strings, forms and JSON bodies the way the reference's HTTP client does.
package enum RequestEncoding {
    /// `a=1&b=2`; a list repeats its key.
    package static func query(_ parameters: JSONObject) -> String {
        var query = ""
        func add(_ key: String, _ value: JSONValue) {
            if value.isNull { return }
            if !query.isEmpty { query += "&" }
            query += key
            query += "="
            query += PercentEncoding.form(value.pythonText)
        }
        for (key, value) in parameters {
            let key = PercentEncoding.form(key)
            if let values = value.array { values.forEach { add(key, $0) } } else { add(key, value) }
        }
        return query
    }

    /// Adds parameters to an address; its fragment goes.
    ///
    /// A parameter is left out when its value is the first one that the address has for its key. An empty value in the
    /// address does not count, and neither does a list.
    package static func adding(_ parameters: JSONObject, to address: String) -> String {
        if isBare(address) {
            let query = query(parameters)
            return query.isEmpty ? address : address + "?" + query
        }
        // Bytes, as a mark and an accent after it are one character to Swift.
        let bare = String(Substring(address.utf8.prefix { $0 != UInt8(ascii: "#") }))
        guard let mark = bare.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            let query = query(parameters)
            return query.isEmpty ? bare : "\(bare)?\(query)"
        }
        var firsts: [String: String] = [:]
        let old = bare[bare.utf8.index(after: mark)...]
        for (name, value) in pairs(of: old) where firsts[name] == nil {
            firsts[name] = value
        }
        let query = query(parameters.filter { firsts[$0.key] == nil || firsts[$0.key] != $0.value.pythonText })
        if query.isEmpty { return bare }
        return old.isEmpty ? bare + query : "\(bare)&\(query)"
    }

    /// The parameters of a query, decoded, in order; those without a value are left out.
    package static func pairs(of query: some StringProtocol) -> [(name: String, value: String)] {
        query.split(separator: "&").compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[1].isEmpty else { return nil }
            return (PercentEncoding.decodeForm(String(sides[0])), PercentEncoding.decodeForm(String(sides[1])))
        }
    }

    /// Whether an address has neither query nor fragment.
    private static func isBare(_ address: String) -> Bool {
        for byte in address.utf8 where byte == 0x23 || byte == 0x3F { return false }
        return true
    }
}
