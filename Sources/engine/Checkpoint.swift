import AirbyteProtocol
import Config
import JSON
import ManifestEngine
import Synchronization

/// The state file of a read: where it starts, rewritten as the state advances.
///
/// The file never covers a record that was not written. After a run that was killed, the next one reads again what came after the last
/// state; nothing is left out. The same holds for a loss of power when standard output is a file.
final class Checkpoint: Sendable {
    private let file: ReplaceableFile
    private let destination: StandardOutput
    private let output: MessageOutput
    private let kept: Mutex<(states: StateInput, failure: (any Error)?)>

    init(path: String, states: StateInput, command: CommandRun) {
        file = ReplaceableFile(path)
        destination = command.destination
        output = command.output
        kept = Mutex((states, nil))
    }

    /// The states in the file; none without a file.
    ///
    /// Throws when it could not be kept there later, and for a file without a state in it: only a missing file means
    /// that everything is to be read from its start.
    static func states(in path: String) throws -> StateInput {
        let file = ReplaceableFile(path)
        try file.check()
        file.sweep()
        guard let bytes = try Files.readIfThere(path, role: "state") else { return StateInput() }
        let input = InputFile(name: path, bytes: bytes, role: "state")
        if let damage = try damage(in: input) {
            let fix = "restore it from a copy, or remove it to read everything from its start"
            throw input.fault("invalid-state", "the checkpoint \(damage)", fix: fix)
        }
        return try StateInput(input)
    }

    private static func damage(in input: InputFile) throws -> String? {
        let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        if input.bytes.allSatisfy(spaces.contains) { return "is empty" }
        if input.bytes.contains(where: { $0 < 0x20 && !spaces.contains($0) }) { return "contains binary data" }
        // No run writes these, which a state file that is handed over may hold.
        let value = try input.json()
        return value.isNull || value.object?.isEmpty == true ? "contains \(value.text) instead of states" : nil
    }

    var failure: (any Error)? { kept.withLock { $0.failure } }

    /// Stores a state once the records it covers were written; a state whose records were lost is not kept.
    func keep(_ state: JSONObject, of stream: String) {
        guard state["__ab_no_cursor_state_message"] == nil else { return }
        output.flush()
        guard output.failure == nil else { return }
        destination.sync()
        kept.withLock { kept in
            kept.states.set(state, for: stream)
            do { try file.replace(with: kept.states.fileText) } catch { kept.failure = error }
        }
    }
}
