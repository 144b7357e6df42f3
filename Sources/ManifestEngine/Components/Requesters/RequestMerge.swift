import Diagnostics
import JSON

/// Combines what several components add to one request.
enum RequestMerge {
    /// Merges one part into others that come before it.
    ///
    /// A key that two parts set is an error, except inside JSON bodies, where objects merge and equal values
    /// are allowed.
    static func merge(_ part: RequestParts, into merged: inout RequestParts) throws {
        // Most parts are empty.
        if part.isEmpty { return }
        if merged.isEmpty { return merged = part }
        try merge(part.parameters, into: &merged.parameters)
        try merge(part.headers, into: &merged.headers)
        try merge(part.bodyData, into: &merged.bodyData)
        try mergeJSON(part.bodyJSON, into: &merged.bodyJSON)
    }

    /// Merges parameters, headers or form fields into others.
    static func merge(_ new: JSONObject, into all: inout JSONObject) throws {
        if all.isEmpty { return all = new }
        for (key, value) in new {
            guard all[key] == nil else { throw collision(key) }
            all[key] = value
        }
    }

    /// Merges JSON bodies.
    static func mergeJSON(_ new: JSONObject, into all: inout JSONObject, at path: String = "") throws {
        if all.isEmpty { return all = new }
        for (key, value) in new {
            let place = path.isEmpty ? key : "\(path).\(key)"
            guard let known = all[key] else {
                all[key] = value
                continue
            }
            if var inner = known.object, let object = value.object {
                try mergeJSON(object, into: &inner, at: place)
                all[key] = .object(inner)
            } else if known != value {
                throw collision(place)
            }
        }
    }

    private static func collision(_ key: String) -> EngineFailure {
        EngineFailure(
            .system,
            "Two parts of the manifest set '\(key)' in the same request. Remove it from one of them."
        )
    }
}
