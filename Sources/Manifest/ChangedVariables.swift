package import Jinja
import Synchronization

/// Whether some template of a manifest changes variables in place that templates elsewhere see, too.
package final class ChangedVariables: Sendable {
    private let noted = Atomic(false)

    package init() {}

    /// What outlives an evaluation, apart from records.
    package static let symbols: [Symbol] = [.config, .parameters, .streamSlice, .streamInterval, .streamPartition]

    package var areNoted: Bool { noted.load(ordering: .relaxed) }

    package func note() { noted.store(true, ordering: .relaxed) }
}
