import JSON

/// Compares two contents of `outcome.json`.
enum OutcomeComparison {
    /// What is compared as it is.
    private static let names = ["exit", "catalog", "spec", "statuses", "controls"]

    /// The differences; what the engine says in its own words is left out.
    static func differences(was: JSONValue, now: JSONValue) -> [JSONDifference] {
        ErrorComparison.differences(was: was["errors"]?.array ?? [], now: now["errors"]?.array ?? [])
            + names.flatMap { JSONComparison.meaning.differences($0, was: was[$0], now: now[$0]) }
            + JSONComparison.meaning.differences(
                "check.status",
                was: was["check"]?["status"],
                now: now["check"]?["status"]
            )
            + LineComparison(name: "waits").differences(was: waits(was), now: waits(now))
    }

    /// The waits in seconds, to the microsecond.
    private static func waits(_ outcome: JSONValue) -> [JSONValue] {
        (outcome["waits"]?.array ?? []).map { wait in
            switch wait.opened {
            case .integer(let seconds): .double(Double(seconds))
            case .double(let seconds): .double((seconds * 1_000_000).rounded() / 1_000_000)
            default: wait
            }
        }
    }
}
