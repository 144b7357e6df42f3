import ManifestEngine
import Testing

/// The two strategies that do not look at the answer.
struct BackoffStrategyTests {
    @Test(
        "exponential",
        arguments: [("", [10.0, 20, 40]), ("factor: 0.5", [1, 2, 4]), ("factor: '3'", [6, 12, 24])]
    )
    func exponential(yaml: String, expected: [Double]) throws {
        let strategy = try ExponentialBackoffStrategy(yaml: yaml)
        let waits = try (1...3).map { try strategy.wait(after: .answer(500), attempt: $0, in: .sample(), now: 0) }
        #expect(waits == expected)
    }

    @Test(
        "constant, with chance on top",
        arguments: [("2.5", "", 0, 2.5), ("'4'", "", 0, 4), ("1", "jitter_range_in_seconds: 3", UInt64.max, 7)]
    )
    func constant(time: String, more: String, random: UInt64, expected: Double) throws {
        let strategy = try ConstantBackoffStrategy(yaml: "backoff_time_in_seconds: \(time)\n\(more)")
        let wait = try strategy.wait(after: .answer(500), attempt: 1, in: .sample(random: random), now: 0)
        #expect(abs((wait ?? 0) - expected) < 1e-9)
    }
}
