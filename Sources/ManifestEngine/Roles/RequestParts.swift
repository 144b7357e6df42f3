package import JSON

/// What a component adds to a request: parameters, headers and body, each still in its own place.
package struct RequestParts: Sendable, Equatable {
    /// Query parameters in order; a list value repeats its key.
    package var parameters: JSONObject = [:]
    package var headers: JSONObject = [:]
    /// Form fields.
    package var bodyData: JSONObject = [:]
    package var bodyJSON: JSONObject = [:]

    package init() {}
}
