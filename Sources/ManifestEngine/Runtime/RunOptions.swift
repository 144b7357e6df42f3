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

    package init() {}
}
