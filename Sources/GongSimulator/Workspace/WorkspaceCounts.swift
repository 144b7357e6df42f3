/// How many records of each sort a company holds, for tests and load runs to compare with.
package struct WorkspaceCounts: Sendable, Equatable {
    /// All calls, late and private ones included.
    package var calls = 0
    /// Private calls.
    package var privateCalls = 0
    /// Calls that are invisible until released.
    package var lateCalls = 0
    /// Calls with a transcript.
    package var transcripts = 0
    /// Calls with a transcript that are not private.
    package var publicTranscripts = 0
    /// Users.
    package var users = 0
    /// Answered scorecards with review method MANUAL.
    package var manualReviews = 0
    /// Answered scorecards with review method AUTOMATIC.
    package var automaticReviews = 0
}

extension Workspace {
    /// Counts by walking over all records once; a million calls take a fraction of a second.
    package func counts() -> WorkspaceCounts {
        var counts = WorkspaceCounts()
        counts.calls = options.calls
        counts.users = options.users
        for index in 0..<options.calls {
            let call = call(at: index)
            if call.isPrivate { counts.privateCalls += 1 }
            if call.isLate { counts.lateCalls += 1 }
            if call.hasTranscript { counts.transcripts += 1 }
            if call.hasTranscript && !call.isPrivate { counts.publicTranscripts += 1 }
        }
        for index in 0..<answeredCount {
            if answered(at: index).isAutomatic { counts.automaticReviews += 1 } else { counts.manualReviews += 1 }
        }
        return counts
    }
}
