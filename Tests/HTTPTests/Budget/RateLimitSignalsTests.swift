import Testing

@testable import HTTP

struct RateLimitSignalsTests {
    private let signals = RateLimitSignals(
        remainingHeader: "ratelimit-remaining",
        resetHeader: "ratelimit-reset",
        exhaustedStatuses: [429]
    )

    @Test(
        "what headers and status say",
        arguments: [
            (200, [], nil, nil), (429, [], 0, nil), (429, [("RateLimit-Remaining", "3")], 3, nil),
            (200, [("ratelimit-remaining", "0"), ("ratelimit-reset", "1700000060")], 0, 60),
            (429, [("ratelimit-reset", "30")], 0, 30),
            (429, [("ratelimit-reset", "Tue, 14 Nov 2023 22:14:20 GMT")], 0, 60),
            (200, [("ratelimit-remaining", "many"), ("ratelimit-reset", "soon")], nil, nil),
        ] as [(Int, [(String, String)], Int?, Double?)]
    )
    func read(status: Int, headers: [(String, String)], remaining: Int?, reset: Double?) {
        let response = HTTPResponse(status: status, headers: HTTPHeaderList(headers))
        let signal = signals.read(response, now: 1_700_000_000)
        #expect(signal?.remaining == remaining)
        #expect(signal?.secondsToReset == reset)
    }
}
