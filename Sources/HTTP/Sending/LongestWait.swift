package import Diagnostics
import Text

/// The longest wait of a request that a response, the manifest or a budget may ask for.
///
/// Longer waits end the stream, as no sync should sleep for years.
package struct LongestWait: Sendable, Equatable {
    /// Seconds before a request is retried.
    package let usual: Double
    /// Seconds until a quota is reset: where a date, a reset header or a budget says when, or the response speaks of a
    /// daily quota.
    package let untilReset: Double

    /// An hour, and a day until a quota is reset.
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
            "\(origin.words): it asks for a wait of \(LengthOfTime.words(seconds)), and the longest wait allowed is "
                + "\(LengthOfTime.words(limit)). The stream ends here; the next sync continues from its state. "
                + "--max-wait allows longer waits, such as --max-wait 12h."
        )
    }
}
