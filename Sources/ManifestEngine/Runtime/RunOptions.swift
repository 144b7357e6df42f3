/// What a person may set about a run beside manifest and configuration.
///
/// Limits and choices that the manifest language has no words for; each has a default that suits most runs.
package struct RunOptions: Sendable, Equatable {
    /// Seconds that a request waits at most because an answer or the manifest asks for it.
    package var longestWait = 3600.0

    package init() {}
}
