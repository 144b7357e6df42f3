import HTTP
import JSON
import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

/// What holds for every error handler and every backoff strategy.
@Suite("error handler contract")
struct ErrorHandlerContractTests {
    private static let handlers = ContractSample.all(of: ComponentRegistry.errorHandlers)
    private static let strategies = ContractSample.all(of: ComponentRegistry.backoffStrategies)
    private static let waits = [
        "", "5", "-5", "0", "1e400", "nan", "soon", "1800000060", "Fri, 15 Jan 2027 08:00:30 GMT",
    ]

    /// Responses of every status with headers and bodies that may say how long to wait, and requests without a response.
    private static var outcomes: [RequestOutcome] {
        let responses = (100..<600).map { status in
            let wait = waits[status % waits.count]
            return RequestOutcome.response(
                status,
                status % 2 == 0 ? #"{"retry_in": "\#(wait)"}"# : "<html>",
                headers: [("Retry-After", wait), ("X-RateLimit-Reset", wait)]
            )
        }
        let request = HTTPRequest(method: "GET", url: "http://api/items")
        return responses + TransportError.Kind.allCases.map { .failure(TransportError($0, "broken"), request: request) }
    }

    @Test("decides in the same way each time: a success is one, what failed is none")
    func decisions() async throws {
        for sample in Self.handlers {
            let handler = try sample.make()
            for outcome in Self.outcomes {
                let decision = try await handler.resolve(outcome, in: Scope.testing())
                let again = try await handler.resolve(outcome, in: Scope.testing())
                #expect(decision.action == again.action && decision.message == again.message, "\(sample.type)")
                switch outcome {
                case .response(let response, _) where response.status == 200:
                    #expect(decision.action == .success, "\(sample.type)")
                case .response(let response, _) where response.status >= 500 || response.status == 429:
                    #expect([.retry, .rateLimited, .fail].contains(decision.action), "\(sample.type)")
                case .failure: #expect([.retry, .fail].contains(decision.action), "\(sample.type)")
                default: break
                }
            }
        }
    }

    @Test("leaves the scope of a request as it was")
    func scope() async throws {
        for sample in Self.handlers {
            let handler = try sample.make()
            let scope = try Scope.testing(config: #"{"a":[1]}"#)
            let names = scope.names.sorted()
            for outcome in Self.outcomes { _ = try await handler.resolve(outcome, in: scope) }
            #expect(scope.names.sorted() == names, "\(sample.type)")
            #expect(scope[.config]?.pythonText == "{'a': [1]}", "\(sample.type)")
        }
    }

    @Test("never retries less than not at all, and never waits a negative time or one without a length")
    func waits() async throws {
        for sample in Self.handlers {
            let handler = try sample.make()
            #expect(try handler.maxRetries(in: Scope.testing()) >= 0, "\(sample.type)")
            for outcome in Self.outcomes {
                let wait = try? await handler.backoff(
                    after: outcome,
                    attempt: 1,
                    in: Scope.testing(),
                    now: 1_800_000_000
                )
                #expect((wait ?? nil).map { $0 >= 0 } ?? true, "\(sample.type), \(outcome)")
            }
        }
        for sample in Self.strategies {
            let strategy = try sample.make()
            for (attempt, outcome) in Self.outcomes.enumerated() {
                let scope = try Scope.testing()
                let wait = try? await strategy.wait(
                    after: outcome,
                    attempt: attempt % 9 + 1,
                    in: scope,
                    now: 1_800_000_000
                )
                #expect((wait ?? nil).map { $0 >= 0 } ?? true, "\(sample.type), \(outcome)")
            }
        }
    }
}
