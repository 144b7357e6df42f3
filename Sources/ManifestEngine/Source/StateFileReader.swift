import Config
import Diagnostics
import JSON
import Text

/// Reads the state messages of a file, and notes unknown names in them.
struct StateFileReader {
    private(set) var streams: JSONObject = [:]
    private let file: InputFile
    private var unknown: [UnknownName] = []

    /// An unknown name; the state below it is not used.
    private struct UnknownName {
        let path: [String]
        let known: [String]

        var name: String { path.last ?? "" }
    }

    private static let entryNames = ["type", "stream", "global", "data", "sourceStats", "destinationStats", "id"]
    private static let streamNames = ["stream_descriptor", "stream_state"]
    private static let descriptorNames = ["name", "namespace"]
    private static let globalNames = ["stream_states", "shared_state"]
    private static let types = ["STREAM", "GLOBAL", "LEGACY"]

    init(_ file: InputFile, entries: [JSONValue]) throws {
        self.file = file
        for (index, entry) in entries.enumerated() { try add(entry, at: [String(index)]) }
    }

    // MARK: Entries

    private mutating func add(_ entry: JSONValue, at path: [String]) throws {
        // A whole STATE message stands for the state in it.
        if let inner = entry["state"], inner.object != nil { return try addState(inner, at: path + ["state"]) }
        try addState(entry, at: path)
    }

    private mutating func addState(_ state: JSONValue, at path: [String]) throws {
        noteNames(of: state, known: Self.entryNames, at: path)
        try checkType(of: state, at: path)
        if let stream = state["stream"], stream.object != nil {
            try addStream(stream, at: path + ["stream"])
        } else if let global = state["global"], global.object != nil {
            try addGlobal(global, at: path + ["global"])
        } else if state["data"] == nil {
            throw fault(
                "has neither 'stream' nor 'global'",
                at: path,
                fix: near(["stream", "global"], in: state) ?? "each entry is a state message as `read` writes them"
            )
        }
    }

    private func checkType(of state: JSONValue, at path: [String]) throws {
        guard let type = state["type"], !type.isNull, !Self.types.contains(type.string ?? "") else { return }
        let near = NearestName.of(type.string ?? "", in: Self.types).map { "did you mean '\($0)'? " } ?? ""
        throw fault(
            "has the type \(type.text.shortened(to: 40)), which is not a type of state message",
            at: path,
            fix: "\(near)Types: \(Self.types.joined(separator: ", "))"
        )
    }

    private mutating func addGlobal(_ global: JSONValue, at path: [String]) throws {
        noteNames(of: global, known: Self.globalNames, at: path)
        guard global["shared_state"]?.isNull ?? true else {
            throw fault("is a GLOBAL state with a shared_state", at: path, fix: "use STREAM states")
        }
        guard let states = global["stream_states"]?.array else {
            let fix = near(["stream_states"], in: global) ?? "add the list; it may be empty"
            throw fault("has no list stream_states", at: path, fix: fix)
        }
        for (index, stream) in states.enumerated() {
            try addStream(stream, at: path + ["stream_states", String(index)])
        }
    }

    private mutating func addStream(_ stream: JSONValue, at path: [String]) throws {
        noteNames(of: stream, known: Self.streamNames, at: path)
        let descriptor = stream["stream_descriptor"]
        descriptor.map { noteNames(of: $0, known: Self.descriptorNames, at: path + ["stream_descriptor"]) }
        guard let name = descriptor?["name"]?.string else {
            let fix = descriptor.map { near(["name"], in: $0) } ?? near(["stream_descriptor"], in: stream)
            throw fault("has no stream_descriptor.name", at: path, fix: fix ?? "name the stream")
        }
        guard let state = stream["stream_state"], !state.isNull else { return }
        guard state.object != nil else {
            throw file.fault(
                "invalid-state",
                "the stream_state of '\(name)' is \(state.kindName) instead of an object",
                fix: "restore the file from the last good state, or remove the entry to read '\(name)' from its start"
            )
        }
        streams[name] = state.resolved
    }

    private func fault(_ what: String, at path: [String], fix: String) -> ManifestFault {
        file.fault("invalid-state", "[\(path[0])] \(what)", fix: fix)
    }

    // MARK: Names

    /// Which name of an object was probably meant to be one of the missing ones.
    private func near(_ missing: [String], in object: JSONValue) -> String? {
        for name in object.object?.keys ?? [] where !missing.contains(name) {
            if let meant = NearestName.of(name, in: missing) {
                return "did you mean '\(meant)' instead of '\(name)'?"
            }
        }
        return nil
    }

    private mutating func noteNames(of object: JSONValue, known: [String], at path: [String]) {
        for name in object.object?.keys ?? [] where !known.contains(name) {
            // Once is enough: a program that writes an unknown name writes it in every entry.
            if unknown.contains(where: { $0.name == name && $0.known == known }) { continue }
            unknown.append(UnknownName(path: path + [name], known: known))
        }
    }

    /// The unknown names, with their places.
    var warnings: Diagnostics {
        guard !unknown.isEmpty else { return Diagnostics() }
        let places = InputPlaces(file)
        return Diagnostics(
            unknown.map { unknown in
                let near = NearestName.of(unknown.name, in: unknown.known).map { "did you mean '\($0)'? " } ?? ""
                return Diagnostic(
                    .warning,
                    code: "unknown-key",
                    "the state has an unknown name '\(unknown.name.shortened(to: 40))', which is ignored",
                    place: places.place(ofName: unknown.path),
                    fix: "\(near)Names: \(unknown.known.joined(separator: ", "))"
                )
            }
        )
    }
}
