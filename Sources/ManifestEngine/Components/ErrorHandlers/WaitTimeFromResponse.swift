package import HTTP
package import Jinja
package import Manifest
import Text

/// Waits as many seconds as a template finds in the response.
///
/// Manifest type `WaitTimeFromResponse`. The template sees `response`, `headers` and `config`. No wait when the
/// result is empty, not a number, 0 or negative, or cannot be evaluated: the template runs on every response that is
/// retried, not only on those it was written for.
package struct WaitTimeFromResponse: Component, BackoffStrategy {
    package static let typeName = "WaitTimeFromResponse"
    package static let summary = "Waits as long as a template finds in the response."
    package static let details = """
        A result that is empty, not a number, or not above 0 counts as none, and so does a template that fails: \
        it runs on every response that is retried.
        """
    package static let example = """
        type: WaitTimeFromResponse
        wait_time_in_seconds: "{{ response['retry_in'] }}"
        """

    private static let waitTime = Field.required(
        "wait_time_in_seconds",
        .template(reads: .config.and("response", "headers")),
        "The wait (seconds)."
    )
    package static let fields = [waitTime, WaitLimit.field]

    private let waitTime: TemplateText
    private let limit: WaitLimit

    package init(_ reader: ComponentReader) throws {
        waitTime = try reader.template(Self.waitTime)
        limit = try WaitLimit(reader)
    }

    package func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) throws -> Double? {
        let scope = ResponseReading(outcome).scope(copying: scope)
        guard let value = try? waitTime.value(in: scope), let seconds = DecimalNumber.of(value), seconds > 0 else {
            return nil
        }
        return try limit.checked(seconds, in: scope)
    }

    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        let scope = ResponseReading(outcome).scope(copying: scope)
        let value = (try? waitTime.text(in: scope)) ?? ""
        return WaitOrigin("'\(Self.waitTime.name)' of \(Self.typeName) finds '\(value.prefix(100))' in the response")
    }
}
