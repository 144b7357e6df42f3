/// What decides whether a call is listed, and what its other records refer to.
package struct Call: Sendable {
    /// Position in the company, from 0.
    package let index: Int
    /// The call's id; ids rise with the position, start times do not.
    package let id: Identifier
    /// The actual start.
    package let started: Instant
    /// The planned start; nil when the call was not planned.
    package let scheduled: Instant?
    /// Length in seconds.
    package let duration: Int
    /// Position of the user who held the call.
    package let primaryUser: Int
    /// Position of the workspace.
    package let workspace: Int
    /// True for a web conference, whose date filter looks at the planned start.
    package let isConference: Bool
    /// True for a private call.
    package let isPrivate: Bool
    /// True for a call that is not listed until late calls are released.
    package let isLate: Bool
    /// True for a call without content.
    package let isSparse: Bool
    /// False for a call that calls/transcript never returns.
    package let hasTranscript: Bool

    /// The time that `fromDateTime` and `toDateTime` are compared with.
    package var filterTime: Instant { isConference ? scheduled ?? started : started }
}

extension Workspace {
    /// The call at a position; cheap enough to ask for every call of a large company in one listing.
    package func call(at index: Int) -> Call {
        var draws = draws(.call, index)
        let span = options.days * 86_400 - 7_200
        let started = startTime(secondsBefore: 7_200 + draws.below(span), millisecond: draws.below(1_000))
        let isConference = draws.chance(0.7)
        let isPlanned = isConference && draws.chance(0.9)
        let delay = draws.within(-120...600)
        return Call(
            index: index,
            id: callSeries.identifier(at: index),
            started: started,
            scheduled: isPlanned ? started.wholeSecond.adding(seconds: -delay) : nil,
            duration: draws.within(45...3_600),
            primaryUser: draws.below(options.users),
            workspace: draws.below(options.workspaces),
            isConference: isConference,
            isPrivate: draws.chance(options.privateShare),
            isLate: draws.chance(options.lateShare),
            isSparse: draws.chance(options.sparseShare),
            hasTranscript: !draws.chance(options.untranscribedShare)
        )
    }

    /// A start before the present, in whole seconds unless call times show fractions: what is written is what counts.
    private func startTime(secondsBefore age: Int, millisecond: Int) -> Instant {
        let whole = options.now.wholeSecond.adding(seconds: -age)
        guard options.fractions == .always else { return whole }
        return Instant(microseconds: whole.microseconds + Int64(millisecond) * 1_000)
    }
}
