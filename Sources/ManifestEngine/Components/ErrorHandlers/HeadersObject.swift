import HTTP
import Jinja

/// Response headers as templates read them: a mapping whose keys are found whatever their case.
///
/// Values of a header that came several times are joined with commas.
final class HeadersObject: TemplateObject {
    let mapping: DictObject?
    private let headers: HTTPHeaderList

    init(_ headers: HTTPHeaderList) {
        self.headers = headers
        let dict = DictObject()
        for field in headers.fields {
            let name = Self.known(field.name, in: dict) ?? field.name
            let earlier = dict[name]?.text.map { "\($0), " } ?? ""
            dict[name] = .string(earlier + field.value)
        }
        mapping = dict
    }

    var typeName: String { "CaseInsensitiveDict" }

    /// The name under which a header stands already.
    private static func known(_ name: String, in dict: DictObject) -> String? {
        dict.members.keys.lazy.compactMap(\.text).first { HTTPHeaderList.isSame($0, name) }
    }

    func item(_ key: Value) -> Value? {
        guard let name = key.text, let mapping else { return nil }
        return Self.known(name, in: mapping).flatMap { mapping[$0] }
    }

    func attribute(_ name: String) -> Value? {
        guard name == "get" else { return nil }
        return .function(
            Function("get") { [self] arguments, _ throws(TemplateError) in
                guard let key = arguments.positional.first else {
                    throw TemplateError(.type, "get() missing 1 required positional argument: 'key'")
                }
                return item(key) ?? arguments.positional.dropFirst().first
                    ?? arguments.named.first { $0.name == "default" }?.value ?? .null
            }
        )
    }
}
