/// One filled-in scorecard, as far as filters look at it.
package struct AnsweredScorecard: Sendable {
    /// Position in the company, from 0.
    package let index: Int
    /// Its own id, the key of the record.
    package let id: Identifier
    /// Position of the scorecard that was filled in.
    package let scorecard: Int
    /// The call that was reviewed.
    package let call: Call
    /// When the review was handed in; never after the company's present.
    package let reviewTime: Instant
    /// Position of the user who wrote the review, when a person did.
    package let reviewer: Int
    /// True for review method AUTOMATIC, false for MANUAL.
    package let isAutomatic: Bool
}

extension Workspace {
    /// Answered scorecards that exist: none without calls or scorecards to belong to.
    package var answeredCount: Int {
        options.calls > 0 && options.scorecards > 0 ? options.answeredScorecards : 0
    }

    /// The answered scorecard at a position; the position must be below `answeredCount`.
    package func answered(at index: Int) -> AnsweredScorecard {
        var draws = draws(.answered, index)
        let call = call(at: index % options.calls)
        let wanted = call.started.adding(seconds: call.duration + draws.below(259_200))
        return AnsweredScorecard(
            index: index,
            id: answeredSeries.identifier(at: index),
            scorecard: draws.below(options.scorecards),
            call: call,
            reviewTime: min(wanted, options.now.wholeSecond),
            reviewer: draws.below(options.users),
            isAutomatic: draws.chance(options.automaticReviewShare)
        )
    }
}
