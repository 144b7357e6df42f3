package import Diagnostics
package import JSON
package import Jinja
import YAML

/// An interpolated field of a component: its template, the component's `$parameters`, and where it stands.
///
/// A class, as components are copied in the loop over records.
package final class TemplateText: Sendable {
    package let string: InterpolatedString
    package let origin: TemplateOrigin
    /// Whether the value depends on manifest and configuration alone.
    package let isSettled: Bool

    package init(_ source: String, origin: TemplateOrigin = TemplateOrigin()) throws(TemplateError) {
        string = try InterpolatedString(source, vocabulary: .manifest)
        self.origin = origin
        isSettled = string.template.readsOnly(Template.settledSymbols)
    }

    package var source: String { string.source }
    package var template: Template { string.template }

    /// The value, literal-evaluated; undefined results throw.
    package func value(in scope: Scope, types: ValueTypes = .any) throws -> Value {
        try origin.evaluate(in: scope) { scope throws(TemplateError) in try string.evaluate(in: scope, types: types) }
    }

    /// The value as Python's `str` prints it.
    package func text(in scope: Scope) throws -> String {
        try string.constantText ?? value(in: scope).pythonText
    }
}

extension Template {
    /// What depends on manifest and configuration.
    static let settledSymbols: [Symbol] = [.config, .parameters]
}

/// A condition of a component.
///
/// A class, as components are copied in the loop over records.
package final class TemplateCondition: Sendable {
    let condition: InterpolatedBoolean
    package let origin: TemplateOrigin

    init(_ source: String, origin: TemplateOrigin = TemplateOrigin()) throws(TemplateError) {
        condition = try InterpolatedBoolean(source, vocabulary: .manifest)
        self.origin = origin
    }

    package var template: Template { condition.template }

    package func holds(in scope: Scope) throws -> Bool {
        try origin.evaluate(in: scope) { scope throws(TemplateError) in try condition.evaluate(in: scope) }
    }
}

/// A flat mapping whose keys and values are interpolated.
package struct TemplateMapping: Sendable {
    package let mapping: InterpolatedMapping
    package let origin: TemplateOrigin
    /// Whether it depends on manifest and configuration alone.
    package let isSettled: Bool

    init(_ source: JSONObject, origin: TemplateOrigin) throws(TemplateError) {
        mapping = try InterpolatedMapping(source, vocabulary: .manifest)
        self.origin = origin
        isSettled = mapping.readsOnly(Template.settledSymbols)
    }
}

/// Where templates of a component stand, for messages, and the `$parameters` they see.
package final class TemplateOrigin: Sendable {
    let parameters: ComponentParameters
    package let place: Place?
    let path: ManifestPath?
    /// The scalar as written, to find a place inside it.
    let node: ManifestNode?

    package init(
        parameters: ComponentParameters = ComponentParameters(),
        place: Place? = nil,
        path: ManifestPath? = nil,
        node: ManifestNode? = nil
    ) {
        self.parameters = parameters
        self.place = place
        self.path = path
        self.node = node
    }

    /// Runs an evaluation with the parameters in scope and gives its errors their place in the manifest.
    @inline(__always)
    package func evaluate<Result>(
        in scope: Scope,
        _ body: (Scope) throws(TemplateError) -> Result
    ) throws -> Result {
        do throws(TemplateError) {
            if parameters.isEmpty && scope.shared == nil { return try body(scope) }
            return try parameters.evaluate(in: scope, body)
        } catch {
            throw TemplateFailure(error: error, origin: self)
        }
    }
}

/// An error of a template while it was evaluated, with its place in the manifest.
package struct TemplateFailure: FailureCause, CustomStringConvertible {
    package let error: TemplateError
    let origin: TemplateOrigin

    /// Whether the template can fail in one way only, whatever the API sends.
    private var isOfManifest: Bool { error.kind == .unsupported }

    package var failure: EngineFailure {
        EngineFailure(isOfManifest ? .config : .system, "A template failed: \(description)")
    }

    /// Message, place and path on one line.
    package var description: String {
        let place =
            (origin.node?.place(ofTemplateRange: error.range) ?? origin.place)
            .map { " (\($0.file.name):\($0.range.start.line):\($0.range.start.column))" } ?? ""
        let path = origin.path.map { " at \($0)" } ?? ""
        return "\(error.description)\(place)\(path)"
    }
}

/// A tree whose strings are interpolated: a request body.
package struct NestedTemplates: Sendable {
    let tree: InterpolatedNestedMapping
    let origin: TemplateOrigin
    /// Whether it depends on manifest and configuration alone.
    package let isSettled: Bool

    init(_ source: JSONValue, origin: TemplateOrigin) throws(TemplateError) {
        tree = try InterpolatedNestedMapping(source, vocabulary: .manifest)
        self.origin = origin
        isSettled = tree.readsOnly(Template.settledSymbols)
    }

    package func value(in scope: Scope) throws -> Value {
        try origin.evaluate(in: scope) { scope throws(TemplateError) in try tree.evaluate(in: scope) }
    }
}
