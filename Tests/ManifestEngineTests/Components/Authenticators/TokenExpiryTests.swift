import Dates
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("TokenExpiry")
struct TokenExpiryTests {
    @Test(
        "reads dates in common forms",
        arguments: [
            ("2023-03-14T15:09:26+00:00", "2023-03-14T15:09:26+00:00"), ("2023-03-14", "2023-03-14T00:00:00+00:00"),
            ("2023-03-14 15:09:26", "2023-03-14T15:09:26+00:00"), ("1678806566", "2023-03-14T15:09:26+00:00"),
            ("2023-03-14T15:09:26.5-04:00", "2023-03-14T19:09:26.500000+00:00"),
            (1_678_806_566, "2023-03-14T15:09:26+00:00"),
            ("Tue, 14 Mar 2023 15:09:26 GMT", "2023-03-14T15:09:26+00:00"), ("soon", nil), (-1, nil),
            (16_788_065_660, nil), (true, nil), (.null, nil), ("", nil),
        ] as [(JSONValue, String?)]
    )
    func date(_ value: JSONValue, _ expected: String?) {
        #expect(TokenExpiry.date(value)?.isoformat() == expected)
    }

    @Test("uses the manifest's format last")
    func format() {
        #expect(TokenExpiry.date("14|03|2023") == nil)
        #expect(TokenExpiry.date("14|03|2023", format: "%d|%m|%Y")?.isoformat() == "2023-03-14T00:00:00+00:00")
    }

    @Test(
        "seconds beyond the calendar are its end",
        arguments: [
            (.bigInteger("99999999999999999999"), "9999-12-31T23:59:59.999999+00:00"),
            (1e300, "9999-12-31T23:59:59.999999+00:00"), ("inf", "9999-12-31T23:59:59.999999+00:00"),
            (.integer(.max), "9999-12-31T23:59:59.999999+00:00"), (.integer(.min), "0001-01-01T00:00:00+00:00"),
            (.double(.nan), nil), ("nan", nil),
        ] as [(JSONValue, String?)]
    )
    func beyond(_ value: JSONValue, _ expected: String?) {
        #expect(TokenExpiry.date(after: value, from: TestClock().now())?.isoformat() == expected)
    }

    @Test(
        "adds seconds",
        arguments: [(60, 60), (60.9, 60), ("1e2", 100), (" 5 ", 5), (0, 0), (-5, -5), ("soon", nil), (.null, nil)]
            as [(JSONValue, Int64?)]
    )
    func seconds(_ value: JSONValue, _ expected: Int64?) {
        let now = TestClock().now()
        let later = TokenExpiry.date(after: value, from: now)
        #expect(later.map { ($0.microsecondsSinceEpoch - now.microsecondsSinceEpoch) / 1_000_000 } == expected)
    }
}
