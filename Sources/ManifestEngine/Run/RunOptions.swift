package import HTTP

/// Settings of a run besides manifest and configuration.
///
/// Limits and choices that the manifest language cannot express; each has a default that suits most runs.
package struct RunOptions: Sendable, Equatable {
    /// The longest wait of a request that a response, the manifest or a budget may ask for.
    package var longestWait = LongestWait()

    /// The most records to read of each stream; nil for all.
    package var recordLimit: Int?
    /// Whether a stream fails when settings of the manifest match nothing; see `StreamFindings`.
    package var isStrict = false
    /// Whether a stream continues although all its slices so far failed in the same way.
    package var keepsGoing = false
    /// Seconds from the first attempt at a request within which the last one begins; nil leaves it to the manifest.
    package var patience: Double?
    /// How often a request without any response is sent at most; nil leaves it to the manifest.
    package var attemptsWithoutResponse: Int?

    /// Time limit of a check in seconds: for one response, and for all attempts at it.
    package static let checkPatience = 10.0
    /// The folder for the files of records; nil for the one that the reference uses.
    package var filesFolder: String?

    package init() {}

    /// The same for a check: a host that does not respond at once counts as down.
    package var ofCheck: RunOptions {
        var options = self
        options.patience = Self.checkPatience
        options.attemptsWithoutResponse = 2
        return options
    }
}
