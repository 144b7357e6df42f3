import HTTP
import ManifestEngineTesting

@testable import ManifestEngine

/// A budget with one or several policies, and the clock it runs by.
struct BudgetSample {
    static let get = HTTPRequest(method: "GET", url: "https://a.com/x")
    static let post = HTTPRequest(method: "POST", url: "https://a.com/x")

    let budget: RequestBudget
    let clock: TestClock

    /// - Parameter policies: the policies as elements of a YAML list, indented by two.
    init(_ policies: String) throws {
        budget = try HTTPAPIBudget(yaml: "policies:\n\(policies)").makeBudget(in: .sample())
        clock = try TestClock("2024-01-01T00:00:00+0000")
    }

    /// The seconds that have gone by once so many requests were let go.
    func seconds(after requests: [HTTPRequest]) async throws -> Double {
        for request in requests { try await budget.acquire(request, clock: clock) }
        return clock.uptime()
    }
}
