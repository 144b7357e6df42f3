import Config
import Diagnostics
import JSON

/// A JSON schema in a file, with what its references name in their place.
///
/// A reference `#/x` names a part of its own file, `name.json#/x` one of a file in the folder `shared` beside it.
struct SchemaFile {
    /// References inside references; deeper ones go in circles.
    private static let deepest = 64

    private let path: String
    private let root: JSONValue

    /// - Throws: a fault of the file that cannot be read, or is not JSON.
    init(_ path: String) throws {
        self.path = path
        root = try InputFile(name: path, bytes: try Files.read(path, role: "schema"), role: "schema").json()
    }

    /// The schema without references.
    func resolved() throws -> JSONObject {
        guard let schema = try resolved(root, depth: 0).object else {
            throw EngineFailure(.system, "\(path): the schema is not a JSON object.")
        }
        return schema
    }

    private func resolved(_ value: JSONValue, depth: Int) throws -> JSONValue {
        if let elements = value.array { return .array(try elements.map { try resolved($0, depth: depth) }) }
        guard let members = value.object else { return value }
        if let reference = members["$ref"]?.string { return try target(of: reference, depth: depth + 1) }
        return .object(try members.mapValues { try resolved($0, depth: depth) })
    }

    /// What a reference names, without its `definitions`.
    private func target(of reference: String, depth: Int) throws -> JSONValue {
        guard depth <= Self.deepest else {
            throw EngineFailure(.system, "\(path): the reference '\(reference)' goes in circles.")
        }
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let file = try parts[0].isEmpty ? self : SchemaFile(sharedPath(parts[0]))
        var found = file.root
        for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
            let key = step.replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = found[String(key)] else {
                throw EngineFailure(.system, "\(path): the reference '\(reference)' names nothing.")
            }
            found = next
        }
        var members = try file.resolved(found, depth: depth).object ?? [:]
        members["definitions"] = nil
        return .object(members)
    }

    /// Where a file that a reference names is.
    private func sharedPath(_ name: String) -> String {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let steps = folder.last == "shared" ? Array(folder) : folder + ["shared"]
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return (steps.map(String.init) + [file]).joined(separator: "/")
    }
}
