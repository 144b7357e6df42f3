import Diagnostics
import JSON
import Jinja
import Manifest
import Text
import YAML

/// The `page_size` of a strategy: a number, or a template that gives one.
package struct PageSize: Sendable {
    static let name = "page_size"
    static let field = Field(name, .integerOrTemplate(.sensiblyAtLeast(0)), "Records in a full page; 0 counts as none.")

    private let template: TemplateText

    /// Whether the size in a manifest counts as none, as 0 does.
    static func isNone(_ node: ManifestNode) -> Bool {
        !node.isTruthy || node.string.map { DecimalNumber.integer($0) == 0 } ?? false
    }

    /// The size of a strategy; nil when it is left out.
    init?(_ reader: ComponentReader) throws {
        guard let template = try reader.optionalTemplate(Self.field), !template.source.isEmpty else { return nil }
        self.template = template
    }

    /// The size; throws when the template gives no integer.
    func value(in scope: Scope) throws -> Int {
        guard let size = try template.value(in: scope).json().integer else {
            let place = template.origin.place.map { " (line \($0.range.start.line))" } ?? ""
            throw EngineFailure(.system, "page_size\(place) does not evaluate to an integer: \(template.source)")
        }
        return size
    }
}
