import Diagnostics
import Testing

@testable import HTTP

@Suite struct LongestWaitTests {
    @Test(
        "an hour, and a day until a quota is reset",
        arguments: [
            (3600.0, false, true), (3600.5, false, false), (86_400, true, true), (86_401, true, false),
            (.infinity, true, false), (.nan, false, false), (-5, false, true),
        ]
    )
    func standard(_ seconds: Double, _ isReset: Bool, _ isAllowed: Bool) {
        let origin = WaitOrigin(header: "Retry-After", value: "9", isReset: isReset)
        #expect((LongestWait().failure(of: seconds, askedBy: origin) == nil) == isAllowed)
    }

    @Test("the failure names header, value, both lengths and the option")
    func message() throws {
        let origin = WaitOrigin(header: "Retry-After", value: "99999999999999999999", isReset: false)
        let failure = try #require(LongestWait().failure(of: 1e20, askedBy: origin))
        #expect(failure.type == .transient)
        for part in ["'Retry-After' says '99999999999999999999'", "3168808781402 years", "60 minutes", "--max-wait"] {
            #expect(failure.message.contains(part))
        }
    }

    @Test(arguments: [
        ("Daily quota exceeded", true), ("1000 requests per day", true), ("come back in 24 hours", true),
        ("Too many requests", false),
    ])
    func dailyQuota(_ text: String, _ isNamed: Bool) { #expect(WaitOrigin.namesDailyQuota(text) == isNamed) }
}
