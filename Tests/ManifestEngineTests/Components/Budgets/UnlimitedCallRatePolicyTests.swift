import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("UnlimitedCallRatePolicy")
struct UnlimitedCallRatePolicyTests {
    @Test("keeps later policies from counting what it matches")
    func order() async throws {
        let sample = try BudgetSample(
            """
              - {type: UnlimitedCallRatePolicy, matchers: [{method: POST}]}
              - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 1, matchers: []}
            """
        )
        let post = BudgetSample.post
        #expect(try await sample.seconds(after: [post, post, post, BudgetSample.get]) == 0)
        #expect(try await sample.seconds(after: [BudgetSample.get]) == 60)
    }
}
