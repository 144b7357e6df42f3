import JSON
import Jinja
package import Manifest

/// What `DpathFlattenFields` puts before and after the keys it moves.
///
/// Manifest type `KeyTransformation`. Templates see `config`; a result that is false, such as `0`, counts as none.
package struct KeyTransformation: Component {
    package static let typeName = "KeyTransformation"
    package static let summary = "What is put before and after the keys that are moved."
    package static let details = "A falsy result, such as `0`, counts as none."
    package static let example = """
        type: KeyTransformation
        prefix: attr_
        """

    private static let prefix = Field("prefix", .template(reads: .config), "String before each key.")
    private static let suffix = Field("suffix", .template(reads: .config), "String after each key.")
    package static let fields = [prefix, suffix]

    private let prefix: TemplateText?
    private let suffix: TemplateText?

    package init(_ reader: ComponentReader) throws {
        prefix = try reader.optionalTemplate(Self.prefix)
        suffix = try reader.optionalTemplate(Self.suffix)
    }

    /// The text before and the text after each key.
    func texts(in scope: Scope) throws -> (before: String, after: String) {
        (try Self.text(prefix, scope), try Self.text(suffix, scope))
    }

    private static func text(_ template: TemplateText?, _ scope: Scope) throws -> String {
        guard let value = try template?.value(in: scope).json(), value.isTruthy else { return "" }
        return value.pythonText
    }
}
