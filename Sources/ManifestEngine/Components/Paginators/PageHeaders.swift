import JSON
import Jinja

/// The headers of an answer as paginators read them: a mapping with the names as sent, and `link` for the parsed `Link`.
///
/// Built when a template first looks at it.
final class PageHeaders: TemplateObject {
    private let headers: HTTPHeaderList
    private lazy var dict = DictObject(Self.object(headers))

    init(_ headers: HTTPHeaderList) { self.headers = headers }

    var typeName: String { "dict" }
    var isMapping: Bool { true }
    var mapping: DictObject? { dict }

    static func object(_ headers: HTTPHeaderList) -> JSONObject {
        var object = JSONObject()
        for field in headers.fields {
            let earlier = object[field.name]?.string.map { "\($0), " } ?? ""
            object[field.name] = .string(earlier + field.value)
        }
        object["link"] = .object(headers["Link"].map(links) ?? [:])
        return object
    }

    /// The targets of a `Link` header, by relation: `{"next": {"url": …, "rel": "next"}}`.
    static func links(_ header: String) -> JSONObject {
        var links = JSONObject()
        for part in header.split(separator: "<").dropFirst() where !part.allSatisfy({ $0 == " " || $0 == "," }) {
            let sides = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
            var link: JSONObject = ["url": .string(String(sides[0]))]
            let parameters = sides.count > 1 ? sides[1] : ""
            for parameter in parameters.split(whereSeparator: { $0 == ";" || $0 == "," }) {
                let pair = parameter.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { continue }
                link[trimmed(pair[0])] = .string(trimmed(pair[1]))
            }
            let key = link["rel"]?.string ?? link["url"]?.string ?? ""
            links[key] = .object(link)
        }
        return links
    }

    private static func trimmed(_ text: Substring) -> String {
        let ends: Set<Character> = [" ", "'", "\"", "<", ">"]
        return String(text.drop(while: ends.contains).reversed().drop(while: ends.contains).reversed())
    }
}
