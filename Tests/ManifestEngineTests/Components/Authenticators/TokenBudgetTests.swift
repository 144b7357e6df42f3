import Testing

@testable import ManifestEngine

@Suite("quotas of tokens")
struct TokenBudgetTests {
    private typealias Pool = TokenBudget.Pool

    private func budget(_ left: [Int], reset: [Double] = [100, 200], limit: Int = 0, reserve: Int = 0) -> TokenBudget {
        let pools = zip(left, reset).map { left, reset in
            left < 0 ? Pool.untracked : Pool(remaining: left, reset: reset, limit: limit)
        }
        return TokenBudget(pools: pools.map { [$0] }, reserveFraction: 0.1, leastReserve: reserve)
    }

    private func steps(_ budget: TokenBudget, _ count: Int, now: Double = 0, patience: Double = 7200) -> [TokenBudget
        .Step]
    {
        var budget = budget
        return (0..<count).map { _ in budget.step(of: 0, now: now, patience: patience) }
    }

    @Test("a token serves until it is spent, then the next one; when all are, the first reset is waited for")
    func turns() {
        #expect(
            steps(budget([2, 1]), 4)
                == [.call(token: 0, after: 0), .call(token: 0, after: 0), .call(token: 1, after: 0), .wait(100)]
        )
    }

    @Test(
        "waits at least five seconds, and no longer than is left",
        arguments: [
            (0.0, 7200.0, TokenBudget.Step.wait(100)), (98, 7200, .wait(5)), (500, 7200, .wait(5)), (500, 3, .wait(3)),
            (0, 100, .exhausted(100)), (0, 101, .wait(100)), (500, 0, .exhausted(-400)),
        ]
    )
    func waits(_ now: Double, _ patience: Double, _ step: TokenBudget.Step) {
        #expect(steps(budget([0, 0]), 1, now: now, patience: patience) == [step])
    }

    @Test("tokens without a quota take turns, and come before a wait")
    func untracked() {
        let tokens = steps(budget([-1, -1, -1], reset: [0, 0, 0]), 4).map { step in
            if case .call(let token, _) = step { token } else { -1 }
        }
        #expect(tokens == [0, 1, 2, 0])
        #expect(steps(budget([1, -1]), 2) == [.call(token: 0, after: 0), .call(token: 1, after: 0)])
    }

    @Test(
        "spreads requests once all tokens are at their reserve",
        arguments: [
            ([3, 2], 0, 50, 10.0), ([30, 21], 0, 50, 2.0), ([60, 2], 0, 50, 0), ([60, 2], 600, 0, 100.0 / 61),
            ([3, 2], 0, 0, 0), ([30, -1], 0, 50, 0),
        ] as [([Int], Int, Int, Double)]
    )
    func spread(_ left: [Int], _ limit: Int, _ reserve: Int, _ delay: Double) {
        #expect(steps(budget(left, limit: limit, reserve: reserve), 1) == [.call(token: 0, after: delay)])
    }

    @Test(
        "learns from responses of the same or a newer window",
        arguments: [
            (TokenBudget.Report(remaining: 3, isRefusal: false), 3, 100.0),
            (.init(remaining: 9, isRefusal: false), 5, 100),
            (.init(isRefusal: true), 0, 100),
            (.init(remaining: 9, reset: 150, isRefusal: false), 9, 150),
            (.init(reset: 150, isRefusal: false), 20, 150),
            (.init(reset: 150, limit: 40, isRefusal: false), 40, 150),
            (.init(remaining: 1, reset: 41, isRefusal: false), 1, 100),
            (.init(remaining: 1, reset: 39, isRefusal: false), 5, 100),
            (.init(remaining: 0, reset: 39, isRefusal: false), 5, 100),
            (.init(remaining: 0, reset: 39, isRefusal: true), 0, 100),
        ]
    )
    func notes(_ report: TokenBudget.Report, _ remaining: Int, _ reset: Double) {
        var budget = budget([5, 5], limit: 20)
        budget.note(report, token: 0, kind: 0)
        #expect(budget.pools[0][0].remaining == remaining)
        #expect(budget.pools[0][0].reset == reset)
        #expect(budget.pools[1][0].remaining == 5)
    }

    @Test(
        "another token is an alternative to a spent one only",
        arguments: [([0, 1], true), ([1, 1], false), ([0, 0], false), ([-1, 1], false), ([0, -1], false)]
    )
    func alternative(_ left: [Int], _ expected: Bool) {
        #expect(budget(left).hasAlternative(to: 0, for: 0) == expected)
    }
}
