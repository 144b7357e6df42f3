package import Config
package import Diagnostics
package import JSON

/// The states that a sync begins with, by stream.
package struct StateInput: Sendable {
    package private(set) var streams: JSONObject = [:]
    /// Unknown names in the file.
    package private(set) var warnings = Diagnostics()

    package init() {}

    /// Reads a list of state messages; an empty list, an empty object and null mean no state.
    ///
    /// Accepts STREAM messages and one GLOBAL message without shared state; LEGACY ones are skipped.
    package init(_ file: InputFile) throws {
        guard !file.bytes.allSatisfy({ $0 <= 0x20 }) else {
            let fix = "restore it from a copy, or write [] to read everything from its start"
            throw file.fault("invalid-state", "the state file is empty", fix: fix)
        }
        let value = try file.json()
        if value.isNull || value.object?.isEmpty == true { return }
        guard let entries = value.array else {
            throw file.fault(
                "invalid-state",
                "a state file is a list of state messages, found \(value.kindName)",
                fix: "write [{\"type\": \"STREAM\", \"stream\": {\"stream_descriptor\": …, \"stream_state\": …}}]"
            )
        }
        let reader = try StateFileReader(file, entries: entries)
        streams = reader.streams
        warnings = reader.warnings
    }

    package subscript(stream: String) -> JSONObject? { streams[stream]?.object }

    /// Adds a state that a read emitted.
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
