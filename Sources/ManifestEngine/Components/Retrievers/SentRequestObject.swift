import HTTP
import JSON
import Jinja

/// A request that was sent, as templates read it: the attributes `url`, `method`, `headers` and `body`.
final class SentRequestObject: TemplateObject {
    private let request: HTTPRequest

    init(_ request: HTTPRequest) { self.request = request }

    var typeName: String { "PreparedRequest" }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "url": .string(request.url)
        case "method": .string(request.method)
        case "headers": .object(PageHeaders(request.headers))
        case "body": request.body.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null
        default: nil
        }
    }
}
