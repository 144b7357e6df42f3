package import Diagnostics

/// Says what `check` reads.
package protocol ConnectionCheck: Sendable {
    /// The streams that the manifest names, in order.
    var streamNames: [String] { get }
    /// What replaces values of the configuration in the check.
    var overrides: CheckOverrides { get }
    /// Reads from streams until one cannot be read; nil when all can.
    func failure(of check: SourceCheck) async throws -> EngineFailure?
}
