import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("MovingWindowCallRatePolicy")
struct MovingWindowCallRatePolicyTests {
    @Test("holds the call back that is one too many, whatever the number of rates")
    func window() async throws {
        let sample = try BudgetSample(
            """
              - type: MovingWindowCallRatePolicy
                rates: [{limit: 2, interval: PT1S}, {limit: 100, interval: PT1M}]
                matchers: []
            """
        )
        #expect(try await sample.seconds(after: [BudgetSample.get, BudgetSample.post]) == 0)
        #expect(try await sample.seconds(after: [BudgetSample.get]) == 1.001)
    }

    @Test("needs a rate")
    func empty() throws {
        let codes = try MovingWindowCallRatePolicy.codes(
            yaml: "rates: []\nmatchers: []",
            as: ComponentRegistry.callRatePolicies
        )
        #expect(codes == ["invalid-value"])
    }
}
