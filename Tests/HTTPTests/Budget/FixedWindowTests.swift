import Testing

@testable import HTTP

struct FixedWindowTests {
    @Test("the first call begins the first period")
    func firstPeriod() {
        var window = FixedWindow(limit: 2, period: 60)
        #expect([window.acquire(at: 1000), window.acquire(at: 1010)] == [0, 0])
        #expect(window.acquire(at: 1020) == 40)
        #expect(window.acquire(at: 1060) == 0)
    }

    @Test("periods follow each other without gaps", arguments: [(1060.0, 60.0), (1185, 55), (1180, 60)])
    func laterPeriods(asked: Double, untilNext: Double) {
        var window = FixedWindow(limit: 1, period: 60)
        #expect(window.acquire(at: 1000) == 0)
        #expect(window.acquire(at: asked) == 0)
        #expect(window.acquire(at: asked) == untilNext)
    }

    @Test(
        "what the API says can only lower the calls left",
        arguments: [(0, 60.0), (1, 0), (9, 0)] as [(Int, Double)]
    )
    func remaining(stated: Int, wait: Double) {
        var window = FixedWindow(limit: 5, period: 60)
        _ = window.acquire(at: 0)
        window.update(remaining: stated, reset: nil, at: 0)
        #expect(window.acquire(at: 0) == wait)
    }

    @Test("a stated reset replaces the computed one")
    func reset() {
        var window = FixedWindow(limit: 1, period: 60)
        _ = window.acquire(at: 0)
        window.update(remaining: 0, reset: 7, at: 1)
        #expect(window.acquire(at: 2) == 5)
        #expect(window.acquire(at: 7) == 0)
    }

    @Test("a wait is never too short for the clock to move")
    func leastWait() {
        var window = FixedWindow(limit: 1, period: 60)
        _ = window.acquire(at: 0)
        #expect(window.acquire(at: 59.9999999) == 0.001)
    }

    @Test("weights count")
    func weight() {
        var window = FixedWindow(limit: 3, period: 60)
        #expect(window.acquire(weight: 2, at: 0) == 0)
        #expect(window.acquire(weight: 2, at: 0) == 60)
        #expect(window.acquire(weight: 1, at: 0) == 0)
    }
}
