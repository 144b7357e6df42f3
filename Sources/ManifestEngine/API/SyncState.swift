import Config
import Diagnostics
import JSON

/// How far streams were read: where the next read continues.
///
/// A read gives a whole state with each ``ReadEvent/state(_:)``, which stands for all records before it. Save it, and hand
/// it to the next read.
public struct SyncState: Sendable {
    var input: StateInput

    /// The state of which nothing was read.
    public init() { input = StateInput() }

    /// Reads a file that ``write(to:)`` wrote, or a list of state messages.
    ///
    /// A file that is missing means that nothing was read; one that is empty or damaged is an error, as it may stand for
    /// much that was read.
    public init(file path: String) throws(ConnectorError) {
        do {
            let bytes = try Files.readIfThere(path, role: "state")
            input = try bytes.map { try StateInput(InputFile(name: path, bytes: $0, role: "state")) } ?? StateInput()
        } catch {
            throw ConnectorError(error, .invalidState)
        }
    }

    /// Reads the text of a state, or of a list of state messages.
    public init(json text: String) throws(ConnectorError) {
        do {
            input = try StateInput(InputFile(name: "state", bytes: Array(text.utf8), role: "state"))
        } catch {
            throw ConnectorError(error, .invalidState)
        }
    }

    /// The streams that have a state.
    public var streams: [String] { Array(input.streams.keys) }

    /// The state of a stream; nil when nothing of it was read.
    public subscript(stream: String) -> DataValue? { input.streams[stream].map(DataValue.init) }

    /// The state as JSON text, one stream a line.
    public var json: String { input.fileText }

    /// Replaces the content of a file in one step, so that it always holds a whole state.
    public func write(to path: String) throws(ConnectorError) {
        do { try ReplaceableFile(path).replace(with: json) } catch { throw ConnectorError(error, .file) }
    }
}
