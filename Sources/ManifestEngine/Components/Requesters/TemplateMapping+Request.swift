import JSON
import Jinja
import Manifest

extension TemplateMapping {
    /// Values as request parameters and form fields take them: strings or lists, nulls and empty strings left out.
    func requestParts(in scope: Scope) throws -> JSONObject {
        let values = try origin.evaluate(in: scope) { scope throws(TemplateError) in
            try mapping.evaluate(in: scope, valueTypes: .requestPart)
        }
        var parts = JSONObject()
        for (key, value) in values where !value.isNull { parts[key.pythonText] = try value.json() }
        return parts
    }

    /// Values as headers take them: whatever they are, printed; nulls left out.
    func headers(in scope: Scope) throws -> JSONObject {
        let values = try origin.evaluate(in: scope) { scope throws(TemplateError) in
            try mapping.evaluate(in: scope, keyTypes: .any)
        }
        var headers = JSONObject()
        for (key, value) in values where !value.isNull { headers[key.pythonText] = .string(value.pythonText) }
        return headers
    }
}
