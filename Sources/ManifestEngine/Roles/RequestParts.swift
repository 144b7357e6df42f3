package import JSON

/// What a component adds to a request: parameters, headers and body, each still in its own place.
package struct RequestParts: Sendable, Equatable {
    private struct Fields: Sendable, Equatable {
        var parameters: JSONObject = [:]
        var headers: JSONObject = [:]
        var bodyData: JSONObject = [:]
        var bodyJSON: JSONObject = [:]
    }

    /// In a box, as most components add nothing, and what others add is handed on several times.
    private indirect enum Content: Sendable, Equatable {
        case nothing
        case some(Fields)
    }

    private var content = Content.nothing

    package init() {}

    private var fields: Fields {
        get {
            if case .some(let fields) = content { return fields }
            return Fields()
        }
        set { content = .some(newValue) }
    }

    /// Whether surely nothing is added.
    package var isEmpty: Bool {
        if case .nothing = content { return true }
        return false
    }

    /// Query parameters in order; a list value repeats its key.
    package var parameters: JSONObject {
        get { fields.parameters }
        set { fields.parameters = newValue }
    }

    package var headers: JSONObject {
        get { fields.headers }
        set { fields.headers = newValue }
    }

    /// Form fields.
    package var bodyData: JSONObject {
        get { fields.bodyData }
        set { fields.bodyData = newValue }
    }

    package var bodyJSON: JSONObject {
        get { fields.bodyJSON }
        set { fields.bodyJSON = newValue }
    }
}
