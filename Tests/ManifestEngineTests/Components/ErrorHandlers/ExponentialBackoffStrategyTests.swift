import ManifestEngine
import Testing

@Suite("ExponentialBackoffStrategy")
struct ExponentialBackoffStrategyTests {
    @Test(
        "doubles the wait with every attempt",
        arguments: [("", [10.0, 20, 40]), ("factor: 0.5", [1, 2, 4]), ("factor: '3'", [6, 12, 24])]
    )
    func waits(yaml: String, expected: [Double]) throws {
        let strategy = try ExponentialBackoffStrategy(yaml: yaml)
        let waits = try (1...3).map { try strategy.wait(after: .response(500), attempt: $0, in: .sample(), now: 0) }
        #expect(waits == expected)
    }
}
