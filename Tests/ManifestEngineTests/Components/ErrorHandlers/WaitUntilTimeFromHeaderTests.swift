import Diagnostics
import ManifestEngine
import Testing

struct WaitUntilTimeFromHeaderTests {
    private func wait(_ value: String?, _ more: String = "") throws -> Double? {
        let strategy = try WaitUntilTimeFromHeader(yaml: "header: Reset\n\(more)")
        let headers = value.map { [("reset", $0)] } ?? []
        return try strategy.wait(after: .response(429, headers: headers), attempt: 1, in: .sample(), now: 1000)
    }

    @Test(
        "moments in seconds since 1970",
        arguments: [
            ("1010", "", 10), ("990", "", nil), ("990", "min_wait: 5", 5), ("1010", "min_wait: 5", 10),
            ("1002", "min_wait: 5", 5), (nil, "", nil), (nil, "min_wait: 5", 5), (nil, "min_wait: 0", nil),
            ("abc", "min_wait: '7'", 7), ("1010", "max_waiting_time_in_seconds: 11", 10),
        ] as [(String?, String, Double?)]
    )
    func moments(value: String?, more: String, expected: Double?) throws {
        #expect(try wait(value, more) == expected)
    }

    @Test(
        "a wait as long as the limit fails the stream",
        arguments: [
            ("1010", "max_waiting_time_in_seconds: 10"), (nil, "min_wait: 5\nmax_waiting_time_in_seconds: 5"),
        ] as [(String?, String)]
    )
    func limit(value: String?, more: String) {
        #expect(throws: EngineFailure.self) { try wait(value, more) }
    }
}
