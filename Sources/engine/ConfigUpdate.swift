import JSON
import ManifestEngine
import Synchronization

/// Writes a changed configuration back into its file, and of it only what changed.
///
/// Texts with variables of the environment stay as they were written, and values of `--set` do not get into the file.
final class ConfigUpdate: Sendable {
    private struct Base {
        /// The file as it was.
        var written: JSONValue?
        /// What was read from it: variables put in, single values set over it.
        var inForce: JSONValue?
    }

    private let path: String
    private let base = Mutex(Base())

    init(path: String) { self.path = path }

    /// Takes the configuration that changes are compared with.
    func begin(bytes: [UInt8], inForce: JSONObject) {
        let written = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)).resolved
        base.withLock { $0 = Base(written: written, inForce: .object(inForce)) }
    }

    /// Replaces the file in one step.
    func store(_ config: JSONObject) throws {
        try base.withLock { base in
            let new = JSONValue.object(config).resolved
            let merged = Self.merged(base.written, base.inForce?.resolved, new) ?? [:]
            try Files.replace(path, with: merged.text + "\n")
            base = Base(written: merged, inForce: new)
        }
    }

    /// The value to write; nil for one that is not in the file and did not change.
    private static func merged(_ written: JSONValue?, _ inForce: JSONValue?, _ new: JSONValue) -> JSONValue? {
        if new == inForce { return written }
        guard let members = new.object, inForce?.object != nil else { return new }
        var result = JSONObject()
        for (name, member) in members {
            if let value = merged(written?[name], inForce?[name], member) { result[name] = value }
        }
        return .object(result)
    }
}
