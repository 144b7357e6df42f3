import AirbyteProtocol
package import JSON
import Synchronization

/// Keeps what a command writes.
package final class MemoryDestination: ByteDestination {
    private let content = Mutex<[UInt8]>([])

    package init() {}

    package func write(_ bytes: UnsafeBufferPointer<UInt8>) { content.withLock { $0 += bytes } }

    /// All that was written.
    package var text: String { content.withLock { String(decoding: $0, as: UTF8.self) } }

    /// The lines that were written.
    package var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// The lines as JSON.
    package func messages() throws -> [JSONValue] { try lines.map { try JSONValue(parsing: $0) } }
}
