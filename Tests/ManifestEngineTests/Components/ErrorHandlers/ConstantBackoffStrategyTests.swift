import ManifestEngine
import Testing

@Suite("ConstantBackoffStrategy")
struct ConstantBackoffStrategyTests {
    @Test(
        "waits the same time, with chance on top",
        arguments: [("2.5", "", 0, 2.5), ("'4'", "", 0, 4), ("1", "jitter_range_in_seconds: 3", UInt64.max, 7)]
    )
    func wait(time: String, more: String, random: UInt64, expected: Double) throws {
        let strategy = try ConstantBackoffStrategy(yaml: "backoff_time_in_seconds: \(time)\n\(more)")
        let wait = try strategy.wait(after: .response(500), attempt: 1, in: .sample(random: random), now: 0)
        #expect(abs((wait ?? 0) - expected) < 1e-9)
    }

    @Test("a time below 0 is refused", arguments: ["-1", "\"-1\""])
    func negative(time: String) throws {
        let yaml = "backoff_time_in_seconds: \(time)"
        let codes = try ConstantBackoffStrategy.codes(yaml: yaml, as: ComponentRegistry.backoffStrategies)
        #expect(codes == ["out-of-range"])
    }
}
