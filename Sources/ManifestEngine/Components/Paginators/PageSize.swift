import Diagnostics
import JSON
import Jinja
import Manifest
import YAML

/// The `page_size` of a strategy: a number, or a template that gives one.
package struct PageSize: Sendable {
    private let template: TemplateText

    init?(_ reader: ComponentReader, _ field: Field) throws {
        guard let template = try reader.optionalTemplate(field) else { return nil }
        self.template = template
    }

    /// The size; throws when the template gives no integer.
    func value(in scope: Scope) throws -> Int {
        guard let size = try template.value(in: scope).json().integer else {
            let place = template.origin.place.map { " (line \($0.range.start.line))" } ?? ""
            throw EngineFailure(.system, "page_size\(place) did not give an integer: \(template.source)")
        }
        return size
    }
}
