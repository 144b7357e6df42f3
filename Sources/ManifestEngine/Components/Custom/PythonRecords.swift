import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// Records on their way to a Python class and back.
enum PythonRecords {
    /// The records of a page, with the slice.
    ///
    /// The reference gives its classes no token here.
    static func arguments(_ records: [Record], in scope: Scope) -> JSONObject {
        [
            "records": .array(records.map { .object($0.members) }),
            "slice": PythonComponent.argument(SliceObject.slice(in: scope)),
        ]
    }

    /// The records that came back.
    static func read(_ reply: JSONValue, from python: PythonComponent) throws -> [Record] {
        try (reply.array ?? []).map { value in
            guard let members = value.object else {
                throw EngineFailure(.system, "\(python.name) gave \(value.kindName) instead of a record.")
            }
            return Record(members)
        }
    }
}
