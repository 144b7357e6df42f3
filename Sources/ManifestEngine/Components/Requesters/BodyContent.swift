import Diagnostics
import HTTP
import JSON

/// A body with its templates evaluated, to which other components may add.
struct BodyContent: Sendable {
    /// Form fields.
    var form: JSONObject = [:]
    var json: JSONObject = [:]
    /// The body as a string, to which nothing can be added.
    var text: String?

    /// A body as it goes over the wire.
    struct Encoded: Sendable {
        /// Nil for no body at all.
        var bytes: [UInt8]?
        /// What it is, unless a header says so.
        var contentType: String?
    }

    /// Adds what a component puts into the body.
    mutating func add(_ part: RequestParts) throws {
        if part.isEmpty { return }
        try RequestMerge.merge(part.bodyData, into: &form)
        try RequestMerge.mergeJSON(part.bodyJSON, into: &json)
    }

    /// The bytes of the body.
    func encoded() throws -> Encoded {
        if let text {
            guard form.isEmpty && json.isEmpty else {
                throw EngineFailure(
                    .system,
                    "A body given as a string cannot take injected fields; write it as a mapping."
                )
            }
            return Encoded(bytes: text.isEmpty ? nil : Array(text.utf8))
        }
        if !json.isEmpty {
            guard form.isEmpty else {
                throw EngineFailure(.system, "A request cannot have a form and a JSON body at once.")
            }
            return Encoded(bytes: try Self.bytes(json), contentType: "application/json")
        }
        guard !form.isEmpty else { return Encoded() }
        let bytes = Array(RequestEncoding.query(form).utf8)
        return Encoded(bytes: bytes, contentType: "application/x-www-form-urlencoded")
    }

    private static func bytes(_ body: JSONObject) throws -> [UInt8] {
        let bytes = Bytes()
        do throws(UnwritableNumber) {
            try bytes.appendPythonJSON(.object(body))
        } catch {
            throw EngineFailure(
                .system,
                "The JSON body cannot be sent: '\(error.path)' is \(error.name), a number that JSON cannot represent."
            )
        }
        return Array(bytes.buffer)
    }
}
