package import JSON
import Text

/// Reads the links of a `Link` header.
///
/// Source: RFC 8288, section 3. Targets stay as written, relative ones too. What is not a link by that grammar (a target
/// without angle brackets, a parameter in single quotes) is read as the reference's HTTP client reads it.
package struct LinkHeader {
    private let bytes: [UInt8]
    private var at = 0

    private init(_ header: String) { bytes = Array(header.utf8) }

    /// The links in order: `url`, and the parameters by their names in lower case; the first of a name counts.
    package static func links(_ header: String) -> [JSONObject] {
        var reader = LinkHeader(header)
        var links: [JSONObject] = []
        while reader.skip(" \t,'\"") { links.append(reader.link()) }
        return links
    }

    /// The links by relation: `{"next": {"url": …, "rel": "next"}}`; a link without relation goes by its target.
    ///
    /// A link of several relations is found by each of them, by all of them as written, and in lower case. Where two links
    /// have the same relation the last one counts, but one that has it alone comes before one that has others too.
    package static func byRelation(_ header: String) -> JSONObject {
        let links = links(header)
        var found = JSONObject()
        for link in links { found[key(of: link)] = .object(link) }
        for link in links {
            let relations = (link["rel"]?.string ?? "").split { $0.isWhitespace }.map(String.init)
            for name in relations + relations.map({ $0.lowercased() }) where found[name] == nil {
                found[name] = .object(link)
            }
        }
        return found
    }

    private static func key(of link: JSONObject) -> String {
        if let relation = link["rel"]?.string, !relation.isEmpty { return relation }
        return link["url"]?.string ?? ""
    }

    // MARK: One link

    private mutating func link() -> JSONObject {
        var link: JSONObject = ["url": .string(target())]
        while let parameter = parameter() {
            guard let value = parameter.value, !parameter.name.isEmpty, link[parameter.name] == nil else { continue }
            link[parameter.name] = .string(value)
        }
        return link
    }

    /// The text between the angle brackets; without them, the text before the parameters.
    private mutating func target() -> String {
        let close = bytes[at...].dropFirst().firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        guard bytes[at] == UInt8(ascii: "<"), let close, bytes[close] == UInt8(ascii: ">") else {
            return Self.trimmed(text { $0 == UInt8(ascii: ";") })
        }
        defer { at = close + 1 }
        return Self.trimmed(bytes[(at + 1)..<close])
    }

    /// The next parameter of the link, its value nil when it has none; nil at the end of the link.
    private mutating func parameter() -> (name: String, value: String?)? {
        _ = text { $0 == UInt8(ascii: ";") }
        guard skip(";"), skip(" \t"), !isAtSeparator else { return nil }
        let name = Self.trimmed(text { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "=") }).lowercased()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name, nil) }
        at += 1
        guard skip(" \t") else { return (name, "") }
        if bytes[at] == UInt8(ascii: "\"") { return (name, quoted()) }
        return (name, Self.trimmed(text { $0 == UInt8(ascii: ";") }))
    }

    /// A string in double quotes, where a backslash takes the meaning from the character after it.
    private mutating func quoted() -> String {
        var content: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
            content.append(bytes[at])
            at += 1
        }
        at += 1
        return String(decoding: content, as: UTF8.self)
    }

    // MARK: Characters

    /// Takes the text up to a character that ends it, or to the end of the link.
    private mutating func text(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = min(at, bytes.count)
        while at < bytes.count, !isEnd(bytes[at]), !isAtSeparator { at += 1 }
        return bytes[start..<max(start, min(at, bytes.count))]
    }

    /// Whether the next link, or nothing, comes after the comma that is here; other commas belong to a string.
    private var isAtSeparator: Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return false }
        let next = bytes[at...].first { !" \t,".utf8.contains($0) }
        return next == nil || next == UInt8(ascii: "<")
    }

    /// Passes over some characters; false at the end of the header.
    private mutating func skip(_ characters: String) -> Bool {
        while at < bytes.count, characters.utf8.contains(bytes[at]) { at += 1 }
        return at < bytes.count
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        let ends = " \t'\"<>".utf8
        return String(decoding: text.trimmed(while: ends.contains), as: UTF8.self)
    }
}
