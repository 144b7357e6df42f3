import Testing

@testable import HTTP

struct MovingWindowTests {
    /// The moments at which calls go out that ask at given moments.
    private func moments(_ rates: [MovingWindow.Rate], _ asks: [Double], weight: Int = 1) -> [Double] {
        var window = MovingWindow(rates: rates)
        return asks.map { (($0 + window.reserve(weight: weight, at: $0)) * 1000).rounded() / 1000 }
    }

    @Test(
        "three calls a second",
        arguments: [
            ([0, 0, 0], [0, 0, 0]),
            ([0, 0, 0, 0], [0, 0, 0, 1.001]),
            ([0, 0.4, 0.8, 0.9], [0, 0.4, 0.8, 1.001]),
            ([0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1.001, 1.001, 1.001, 2.002]),
            ([0, 0, 0, 1], [0, 0, 0, 1.001]),
            ([0, 0, 0, 5], [0, 0, 0, 5]),
        ] as [([Double], [Double])]
    )
    func threeASecond(asks: [Double], expected: [Double]) {
        #expect(moments([.init(limit: 3, interval: 1)], asks) == expected)
    }

    @Test("all rates hold at once")
    func severalRates() {
        let rates: [MovingWindow.Rate] = [.init(limit: 2, interval: 1), .init(limit: 3, interval: 10)]
        #expect(moments(rates, [0, 0, 0, 0]) == [0, 0, 1.001, 10.001])
    }

    @Test("a heavy call takes as many places as it weighs")
    func weight() {
        #expect(moments([.init(limit: 5, interval: 1)], [0, 0, 0], weight: 2) == [0, 0, 1.001])
    }

    @Test("a call that asks later does not go out earlier")
    func order() {
        var window = MovingWindow(rates: [.init(limit: 2, interval: 1)])
        _ = window.reserve(at: 0)
        let heavy = window.reserve(weight: 2, at: 0)
        let light = window.reserve(at: 0)
        #expect(heavy == 1.001)
        #expect(light >= heavy)
    }

    @Test("no window of a second holds more than the limit, whatever the asks")
    func never() {
        var window = MovingWindow(rates: [.init(limit: 4, interval: 1)])
        var now = 0.0
        var out: [Double] = []
        for step in 0..<200 {
            now += Double((step * 37) % 11) / 40
            out.append(now + window.reserve(at: now))
        }
        for (index, moment) in out.enumerated().dropFirst(4) { #expect(moment - out[index - 4] > 1 - 1e-9) }
    }

    @Test("used up without a known end: the window is full from now on")
    func exhausted() {
        var window = MovingWindow(rates: [.init(limit: 3, interval: 1)])
        _ = window.reserve(at: 0)
        window.exhaust(at: 0.5)
        #expect(window.reserve(at: 0.5) == 0.501)
        #expect(window.reserve(at: 0.5) == 1.001)
    }

    @Test("used up until a moment: no call before it, nor later than an interval", arguments: [(2.0, 2.0), (60, 5)])
    func heldUntil(reset: Double, expected: Double) {
        var window = MovingWindow(rates: [.init(limit: 100, interval: 5)])
        window.exhaust(at: 0, until: reset)
        #expect(window.reserve(at: 0) == expected)
    }
}
