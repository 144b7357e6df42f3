package import JSON

/// The states that a sync begins with, by stream.
package struct StateInput: Sendable {
    package private(set) var streams: JSONObject = [:]

    package init() {}

    /// Reads a list of state messages; an empty file, an empty list and null mean no state.
    ///
    /// STREAM messages count, and one GLOBAL message without shared state; LEGACY ones are passed over.
    package init(_ file: InputFile) throws {
        guard !file.bytes.allSatisfy({ $0 <= 0x20 }) else { return }
        let value = try file.json()
        if value.isNull { return }
        guard let entries = value.array else {
            throw file.fault(
                "invalid-state",
                "a state file is a list of state messages, found \(value.kindName)",
                fix: "write [{\"type\": \"STREAM\", \"stream\": {\"stream_descriptor\": …, \"stream_state\": …}}]"
            )
        }
        for (index, entry) in entries.enumerated() { try add(entry, index, file) }
    }

    private mutating func add(_ entry: JSONValue, _ index: Int, _ file: InputFile) throws {
        // A whole STATE message counts as the state in it.
        let state = entry["state"].flatMap { $0.object == nil ? nil : $0 } ?? entry
        if let stream = state["stream"], stream.object != nil {
            try addStream(stream, index, file)
        } else if let global = state["global"], global.object != nil {
            guard global["shared_state"]?.isNull ?? true else {
                throw file.fault(
                    "invalid-state",
                    "[\(index)] is a GLOBAL state with a shared_state",
                    fix: "use STREAM states"
                )
            }
            for stream in global["stream_states"]?.array ?? [] { try addStream(stream, index, file) }
        } else if state["data"] == nil {
            throw file.fault(
                "invalid-state",
                "[\(index)] has neither 'stream' nor 'global'",
                fix: "each entry is a state message as `read` writes them"
            )
        }
    }

    private mutating func addStream(_ stream: JSONValue, _ index: Int, _ file: InputFile) throws {
        guard let name = stream["stream_descriptor"]?["name"]?.string else {
            throw file.fault("invalid-state", "[\(index)] has no stream_descriptor.name", fix: "name the stream")
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

    package subscript(stream: String) -> JSONObject? { streams[stream]?.object }

    /// Takes in a state that a read emitted.
    package mutating func set(_ state: JSONObject, for stream: String) { streams[stream] = .object(state) }

    /// The text of a state file, one stream a line.
    package var fileText: String {
        let lines = streams.map { name, state in
            let descriptor: JSONValue = ["name": .string(name)]
            let entry: JSONValue = [
                "type": "STREAM", "stream": ["stream_descriptor": descriptor, "stream_state": state],
            ]
            return entry.text
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}
