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
        case "headers": .object(HeaderObject(request.headers))
        case "body": request.body.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null
        default: nil
        }
    }
}

/// Headers as templates read them, by names in any case.
final class HeaderObject: TemplateObject {
    private let headers: HTTPHeaderList
    private lazy var dict = DictObject(PageHeaders.object(headers))

    init(_ headers: HTTPHeaderList) { self.headers = headers }

    var typeName: String { "CaseInsensitiveDict" }
    var isMapping: Bool { true }
    var mapping: DictObject? { dict }

    func item(_ key: Value) -> Value? {
        if let value = dict.value(for: key) { return value }
        guard let name = key.text, let header = headers[name] else { return nil }
        return .string(header)
    }
}
