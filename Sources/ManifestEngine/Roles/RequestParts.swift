package import JSON

/// What a component adds to a request: parameters, headers and body, each still in its own place.
package struct RequestParts: Sendable, Equatable {
    private struct Fields: Sendable, Equatable {
        var parameters: JSONObject = [:]
        var headers: JSONObject = [:]
        var bodyData: JSONObject = [:]
        var bodyJSON: JSONObject = [:]
    }

    /// Boxed, as most components add nothing and the rest is passed along several times.
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

    /// Whether it is certain that nothing is added.
    package var isEmpty: Bool {
        if case .nothing = content { return true }
        return false
    }

    /// Query parameters in order; a list value repeats its key.
    package var parameters: JSONObject {
        get { if case .some(let fields) = content { fields.parameters } else { [:] } }
        set { fields.parameters = newValue }
    }

    package var headers: JSONObject {
        get { if case .some(let fields) = content { fields.headers } else { [:] } }
        set { fields.headers = newValue }
    }

    /// Form fields.
    package var bodyData: JSONObject {
        get { if case .some(let fields) = content { fields.bodyData } else { [:] } }
        set { fields.bodyData = newValue }
    }

    package var bodyJSON: JSONObject {
        get { if case .some(let fields) = content { fields.bodyJSON } else { [:] } }
        set { fields.bodyJSON = newValue }
    }
}
