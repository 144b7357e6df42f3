import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("TokenQuota")
struct TokenQuotaTests {
    private static func quota(_ more: String = "") throws -> TokenQuota {
        try TokenQuota(fields: "{name: core, remaining_path: [a, left], reset_path: [a, reset]\(more)}")
    }

    private func pool(_ status: String, _ more: String = "") throws -> TokenBudget.Pool {
        try Self.quota(more).pool(in: JSONDocument(text: status, indexDepth: 2).root.value)
    }

    @Test(
        "reads the quota status",
        arguments: [
            (#"{"a":{"left":7,"reset":1800000000}}"#, "", 7, 7),
            (#"{"a":{"left":"7","reset":"1800000000"}}"#, "", 7, 7),
            (#"{"a":{"left":7.9,"reset":"2027-01-15T08:00:00Z"},"l":10}"#, ", limit_path: [l]", 7, 10),
        ]
    )
    func status(_ status: String, _ more: String, _ remaining: Int, _ limit: Int) throws {
        let pool = try pool(status, more)
        #expect(pool == TokenBudget.Pool(remaining: remaining, reset: 1_800_000_000, limit: limit))
    }

    @Test(
        "says what is missing",
        arguments: [
            ("{}", "'a.left' of the quota 'core' is missing"), (#"{"a":{"left":"x"}}"#, "'a.left'"),
            (#"{"a":{"left":1}}"#, "'a.reset'"), (#"{"a":{"left":1,"reset":"soon"}}"#, "is no date"),
        ]
    )
    func faults(_ status: String, _ text: String) throws {
        let failure = #expect(throws: EngineFailure.self) { try pool(status) }
        #expect(failure?.message.contains(text) == true)
    }

    @Test("reads the headers of a response, and is silent where they say nothing")
    func headers() throws {
        let quota = try Self.quota(
            ", remaining_header: X-Left, reset_header: X-Reset, limit_header: X-Limit, exhaustion_status_codes: [403]"
        )
        var headers = HTTPHeaderList()
        #expect(quota.report(HTTPResponse(status: 200, headers: headers, body: Bytes(""))) == nil)
        #expect(quota.report(HTTPResponse(status: 403, headers: headers, body: Bytes("")))?.isRefusal == true)
        headers["x-left"] = "3"
        headers["x-reset"] = "1800000000"
        headers["x-limit"] = "many"
        let report = quota.report(HTTPResponse(status: 200, headers: headers, body: Bytes("")))
        #expect(report?.remaining == 3 && report?.reset == 1_800_000_000 && report?.limit == nil)
    }
}
