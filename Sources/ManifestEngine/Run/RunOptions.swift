package import HTTP

/// What a person may set about a run beside manifest and configuration.
///
/// Limits and choices that the manifest language has no words for; each has a default that suits most runs.
package struct RunOptions: Sendable, Equatable {
    /// How long a request waits at most because an answer, the manifest or a budget asks for it.
    package var longestWait = LongestWait()

    /// Records of each stream that are read at most; nil for all.
    package var recordLimit: Int?
    /// Whether a stream fails when settings of the manifest find nothing; see `StreamFindings`.
    package var isStrict = false
    /// Whether a stream goes on although all its slices so far failed in the same way.
    package var keepsGoing = false
    /// Seconds from the first attempt at a request within which the last one begins; nil leaves it to the manifest.
    package var patience: Double?
    /// How often a request is sent at most that brings no response at all; nil leaves it to the manifest.
    package var unansweredAttempts: Int?

    /// Seconds that somebody waits for the answer to a check, for one response and for all attempts at it.
    package static let checkPatience = 10.0

    package init() {}

    /// The same for a check: what is not there at once counts as not there.
    package var ofCheck: RunOptions {
        var options = self
        options.patience = Self.checkPatience
        options.unansweredAttempts = 2
        return options
    }
}
