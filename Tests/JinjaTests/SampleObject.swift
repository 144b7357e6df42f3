@testable import Jinja

/// A mapping that is no dict of the language, with attributes of its own, as a host hands it in.
///
/// Items are found whatever the case of their key.
final class SampleObject: TemplateObject {
    let typeName: String
    let mapping: DictObject?
    private let attributes: [String: Value]

    init(_ typeName: String, _ members: DictObject, attributes: [String: Value] = [:]) {
        self.typeName = typeName
        mapping = members
        self.attributes = attributes
    }

    func attribute(_ name: String) -> Value? { attributes[name] }

    func item(_ key: Value) -> Value? {
        mapping?.members.first { $0.key.text?.lowercased() == key.text?.lowercased() }?.value
    }
}
