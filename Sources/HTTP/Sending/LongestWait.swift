package import Diagnostics
import Text

/// How long a request waits at most because an answer, the manifest or a budget asks for it.
///
/// Longer waits end the stream, as nobody sits beside a sync that sleeps for years.
package struct LongestWait: Sendable, Equatable {
    /// Seconds before a request is tried again.
    package let usual: Double
    /// Seconds until a quota is given anew: where a date, a reset header or a budget says when, or the answer speaks of a
    /// daily quota.
    package let untilReset: Double

    /// An hour, and a day until a quota is given anew.
    package init() {
        usual = 3600
        untilReset = 86_400
    }

    /// The same number of seconds for all waits.
    package init(seconds: Double) {
        usual = seconds
        untilReset = seconds
    }

    /// The failure of a wait that is too long; nil for one that is not.
    package func failure(of seconds: Double, askedBy origin: WaitOrigin) -> EngineFailure? {
        let limit = origin.isReset ? untilReset : usual
        guard !(seconds <= limit) else { return nil }
        return EngineFailure(
            .transient,
            "\(origin.words): that asks to wait for \(LengthOfTime.words(seconds)), and the longest wait is "
                + "\(LengthOfTime.words(limit)). The stream ends here; the next sync goes on from its state. "
                + "--max-wait allows longer waits, such as --max-wait 12h."
        )
    }
}
