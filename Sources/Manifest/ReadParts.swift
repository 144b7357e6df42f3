import Synchronization

/// Components of a manifest that others ask for once all are read, in the order they were read.
package final class ReadParts: Sendable {
    private let list = Mutex<[any Sendable]>([])
    /// Whether templates change what all of them see; shared with the parts that are read later.
    package let changes: ChangedVariables

    package init(changes: ChangedVariables = ChangedVariables()) { self.changes = changes }

    /// The parts of one type.
    package func all<Part>(_ type: Part.Type) -> [Part] { list.withLock { $0.compactMap { $0 as? Part } } }

    package func add(_ part: any Sendable) { list.withLock { $0.append(part) } }
}
