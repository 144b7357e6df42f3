package import HTTP
package import Jinja
package import Manifest

/// Waits as many seconds as a response header says.
///
/// Manifest type `WaitTimeFromHeader`. The value may also be an HTTP date, which `Retry-After` allows: then the wait
/// lasts until that moment. No wait without the header, for other values, and for times that are 0 or past.
package struct WaitTimeFromHeader: Component, BackoffStrategy {
    package static let typeName = "WaitTimeFromHeader"
    package static let summary = "Waits as long as a response header says."
    package static let details = """
        The value is a number of seconds, or an HTTP date, as `Retry-After` allows. Without the header, and for \
        other values and times in the past, the next strategy decides.
        """
    package static let example = """
        type: WaitTimeFromHeader
        header: Retry-After
        max_waiting_time_in_seconds: 600
        """
    package static let fields = [HeaderNumber.header, HeaderNumber.regex, WaitLimit.field]

    private let number: HeaderNumber
    private let limit: WaitLimit

    package init(_ reader: ComponentReader) throws {
        number = try HeaderNumber(reader)
        limit = try WaitLimit(reader)
    }

    package func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) throws -> Double? {
        let seconds: Double? =
            switch try number.reading(of: outcome, in: scope) {
            case .number(let seconds): seconds
            case .moment(let moment): moment - now
            case nil: nil
            }
        guard let seconds, seconds > 0 else { return nil }
        return try limit.checked(seconds, in: scope)
    }

    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        number.origin(of: outcome, in: scope, isReset: false) ?? WaitOrigin("The manifest waits as a header says")
    }
}
