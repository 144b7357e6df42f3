import HTTP
import JSON
import Jinja

/// The headers of a response as paginators read them: a mapping with the names as sent, and `link` for the parsed `Link`.
///
/// Built when a template first looks at it.
final class PageHeaders: TemplateObject {
    private let headers: HTTPHeaderList
    private lazy var dict = DictObject(Self.object(headers))

    init(_ headers: HTTPHeaderList) { self.headers = headers }

    var typeName: String { "dict" }
    var isMapping: Bool { true }
    var isDict: Bool { true }
    var mapping: DictObject? { dict }

    /// The headers by name as first sent; values of a header that came several times are joined with commas.
    static func object(_ headers: HTTPHeaderList) -> JSONObject {
        var object = JSONObject()
        for field in headers.fields {
            let name = object.keys.first { HTTPHeaderList.isSame($0, field.name) } ?? field.name
            let earlier = object[name]?.string.map { "\($0), " } ?? ""
            object[name] = .string(earlier + field.value)
        }
        let link = object.first { HTTPHeaderList.isSame($0.key, "Link") }?.value.string ?? ""
        object["link"] = .object(LinkHeader.byRelation(link))
        return object
    }
}
