import Diagnostics
import ManifestEngine
import Testing

struct WaitTimeFromHeaderTests {
    private func wait(_ value: String?, _ more: String = "", now: Double = 0) throws -> Double? {
        let strategy = try WaitTimeFromHeader(yaml: "header: Retry-After\n\(more)")
        let headers = value.map { [("retry-after", $0)] } ?? []
        return try strategy.wait(after: .response(429, headers: headers), attempt: 1, in: .sample(), now: now)
    }

    @Test(
        "numbers of seconds",
        arguments: [
            ("2", 2), ("1.5", 1.5), (" 3 ", 3), ("1e2", 100), ("0", nil), ("-5", nil), ("abc", nil), ("0x10", nil),
            ("nan", nil), ("inf", nil), ("", nil), (nil, nil),
        ] as [(String?, Double?)]
    )
    func numbers(value: String?, expected: Double?) throws {
        #expect(try wait(value) == expected)
    }

    @Test(
        "a pattern reads from the start of the value",
        arguments: [("[0-9]+", "12 seconds", 12), ("[0-9]+", "a12", nil), ("[a-z=]*", "wait=7", nil)]
            as [(String, String, Double?)]
    )
    func regex(pattern: String, value: String, expected: Double?) throws {
        #expect(try wait(value, "regex: '\(pattern)'") == expected)
    }

    @Test("HTTP dates", arguments: [(1_445_412_470.0, 10.0), (1_445_412_480, nil), (1_445_412_999, nil)])
    func dates(now: Double, expected: Double?) throws {
        #expect(try wait("Wed, 21 Oct 2015 07:28:00 GMT", now: now) == expected)
    }

    @Test("a wait as long as the limit fails the stream", arguments: [("59", true), ("60", false), ("61", false)])
    func limit(value: String, passes: Bool) throws {
        let limit = "max_waiting_time_in_seconds: 60"
        if passes {
            #expect(try wait(value, limit) == 59)
        } else {
            let failure = #expect(throws: EngineFailure.self) { try wait(value, limit) }
            #expect(failure?.type == .transient)
        }
    }
}
