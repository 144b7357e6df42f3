import Diagnostics
import JSON
import Jinja
package import Manifest

/// A body as the manifest describes it.
package enum RequestBody: Sendable {
    case none
    case form(TemplateMapping)
    case text(TemplateText)
    case json(NestedTemplates)
    case jsonText(TemplateText)

    /// Whether it depends only on manifest and configuration.
    var isSettled: Bool {
        switch self {
        case .none: true
        case .form(let form): form.isSettled
        case .text(let text), .jsonText(let text): text.isSettled
        case .json(let tree): tree.isSettled
        }
    }

    /// The body with its templates evaluated.
    func content(in scope: Scope) throws -> BodyContent {
        switch self {
        case .none: BodyContent()
        case .form(let form): BodyContent(form: try form.requestParts(in: scope))
        case .text(let text): BodyContent(text: try text.value(in: scope).text ?? "")
        case .json(let tree): BodyContent(json: try tree.value(in: scope).json().object ?? [:])
        case .jsonText(let text): BodyContent(json: try Self.object(text, in: scope))
        }
    }

    /// The object that the string of a JSON body holds; values other than strings and objects make no body.
    private static func object(_ text: TemplateText, in scope: Scope) throws -> JSONObject {
        let value = try text.value(in: scope).json()
        if let written = value.string {
            throw EngineFailure(.system, "'request_body_json' gives a string instead of an object: \(written)")
        }
        return value.object ?? [:]
    }
}
