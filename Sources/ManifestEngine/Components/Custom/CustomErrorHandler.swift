import Diagnostics
import HTTP
import JSON
package import Jinja
package import Manifest

/// Decides by a Python class what a response means.
///
/// Manifest type `CustomErrorHandler`.
package struct CustomErrorHandler: Component, ErrorHandler {
    package static let typeName = "CustomErrorHandler"
    package static let summary = "Decides by a Python class what a response means."
    package static let details = """
        The class has `interpret_response(response_or_exception)`, `max_retries`, and `backoff_strategies` where it has any.
        """
    package static let example = """
        type: CustomErrorHandler
        class_name: source_declarative_manifest.components.Quota
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package var backoffStrategies: [any BackoffStrategy] { [] }

    package func resolve(_ outcome: RequestOutcome, in scope: Scope) async throws -> ErrorResolution {
        let reply = try await python.call("interpret", ["outcome": PythonComponent.argument(outcome)])
        return ErrorResolution(
            action: reply["action"]?.string.flatMap(ResponseAction.init(rawValue:)) ?? .fail,
            failureType: reply["failure_type"]?.string.flatMap(FailureType.init(rawValue:)),
            message: reply["message"]?.string,
            decidedBy: python.place
        )
    }

    package func maxRetries(in scope: Scope) throws -> Int { try python.callNow("retries").integer ?? 5 }

    package func backoff(
        after outcome: RequestOutcome,
        attempt: Int,
        in scope: Scope,
        now: Double
    ) async throws -> Double? {
        try await python.seconds(after: outcome, attempt: attempt)
    }
}
