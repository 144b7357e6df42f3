import Testing

@testable import HTTP

struct RequestAttemptsTests {
    /// Feeds one cause after each attempt and returns the waits until no attempts are left or the causes end.
    private func waits(maxRetries: Int, _ causes: [RequestAttempts.Cause], attemptLength: Double = 0) -> [Double] {
        var attempts = RequestAttempts(maxRetries: maxRetries)
        var now = 100.0
        var waits: [Double] = []
        for cause in causes {
            attempts.begin(at: now)
            now += attemptLength
            guard case .wait(let seconds) = attempts.next(after: cause) else { break }
            waits.append(seconds)
            now += seconds
        }
        return waits
    }

    @Test(
        "plain failures wait twice as long each time",
        arguments: [(5, [1.0, 2, 4, 8, 16]), (2, [1, 2]), (0, []), (-3, [])]
    )
    func plain(maxRetries: Int, expected: [Double]) {
        #expect(waits(maxRetries: maxRetries, Array(repeating: .plain, count: 9)) == expected)
    }

    @Test("rate limits without a stated wait do the same", arguments: [(5, [1.0, 2, 4, 8, 16]), (1, [1])])
    func rateLimited(maxRetries: Int, expected: [Double]) {
        #expect(waits(maxRetries: maxRetries, Array(repeating: .rateLimited, count: 9)) == expected)
    }

    @Test("a stated wait gets a second on top", arguments: [(2.0, 3.0), (0.1, 1.1), (-5, 0)])
    func asked(seconds: Double, expected: Double) {
        #expect(waits(maxRetries: 1, [.asked(seconds: seconds)]) == [expected])
    }

    @Test("stated waits end with the number of attempts")
    func askedEnds() {
        #expect(waits(maxRetries: 2, Array(repeating: .asked(seconds: 2), count: 9)) == [3, 3])
    }

    @Test(
        "an outer failure starts the inner counts afresh, an inner one leaves the outer ones",
        arguments: [
            ([.asked(seconds: 1), .plain, .asked(seconds: 1), .plain, .asked(seconds: 1)], [2.0, 1, 2, 2, 2]),
            ([.rateLimited, .plain, .rateLimited, .plain, .rateLimited], [1, 1, 1, 2, 1]),
            ([.asked(seconds: 1), .rateLimited, .asked(seconds: 1), .rateLimited], [2, 1, 2, 2]),
            ([.plain, .asked(seconds: 1), .asked(seconds: 1), .asked(seconds: 1)], [1, 2, 2]),
        ] as [([RequestAttempts.Cause], [Double])]
    )
    func nesting(causes: [RequestAttempts.Cause], expected: [Double]) {
        #expect(waits(maxRetries: 2, causes) == expected)
    }

    @Test("plain failures end after 600 s, and the last wait is cut there")
    func plainTimeLimit() {
        let waits = waits(maxRetries: 50, Array(repeating: .plain, count: 50))
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 89])
        #expect(waits.reduce(0, +) == 600)
    }

    @Test("stated waits end when an attempt begins after 600 s")
    func askedTimeLimit() {
        #expect(waits(maxRetries: 50, Array(repeating: .asked(seconds: 299), count: 50)) == [300, 300])
    }

    @Test("rate limits without a stated wait have no time limit")
    func rateLimitedHasNoTimeLimit() {
        #expect(waits(maxRetries: 12, Array(repeating: .rateLimited, count: 50)).count == 12)
    }
}
