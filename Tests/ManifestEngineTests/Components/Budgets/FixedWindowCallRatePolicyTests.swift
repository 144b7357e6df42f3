import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("FixedWindowCallRatePolicy")
struct FixedWindowCallRatePolicyTests {
    @Test("waits for the end of its own first period")
    func window() async throws {
        let sample = try BudgetSample(
            "  - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 2, matchers: []}"
        )
        #expect(try await sample.seconds(after: [BudgetSample.get, BudgetSample.get]) == 0)
        #expect(try await sample.seconds(after: [BudgetSample.get]) == 60)
    }

    @Test(
        "refuses what allows nothing",
        arguments: [("PT1M", "0", "out-of-range"), ("P1M", "1", "invalid-value"), ("PT0S", "1", "invalid-value")]
    )
    func faults(period: String, limit: String, code: String) throws {
        let yaml = "period: \(period)\ncall_limit: \(limit)\nmatchers: []"
        #expect(try FixedWindowCallRatePolicy.codes(yaml: yaml, as: ComponentRegistry.callRatePolicies) == [code])
    }
}
