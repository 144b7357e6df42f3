package import HTTP
package import Jinja
package import Manifest

/// Waits until the moment that a response header names, in seconds since 1970.
///
/// Manifest type `WaitUntilTimeFromHeader`. The value may also be an HTTP date. `min_wait` is the least wait, and the
/// wait when the header is missing; without it a moment in the past gives no wait.
package struct WaitUntilTimeFromHeader: Component, BackoffStrategy {
    package static let typeName = "WaitUntilTimeFromHeader"
    package static let summary = "Waits until the moment that a response header names."
    package static let details = "The value is in seconds since 1970, or an HTTP date."
    package static let example = """
        type: WaitUntilTimeFromHeader
        header: X-RateLimit-Reset
        min_wait: 5
        """

    private static let minWait = Field(
        "min_wait",
        .numberOrTemplate(otherwise: .warning),
        "The shortest wait, and the wait without the header (seconds)."
    )
    package static let fields = [HeaderNumber.header, minWait, HeaderNumber.regex, WaitLimit.field]

    private let number: HeaderNumber
    private let minWait: TemplateText?
    private let limit: WaitLimit

    package init(_ reader: ComponentReader) throws {
        number = try HeaderNumber(reader)
        minWait = try reader.optionalTemplate(Self.minWait)
        limit = try WaitLimit(reader)
    }

    package func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) throws -> Double? {
        let floor = try floor(in: scope)
        let moment: Double? =
            switch try number.reading(of: outcome, in: scope) {
            case .number(let moment), .moment(let moment): moment == 0 ? nil : moment
            case nil: nil
            }
        guard let moment else { return try limit.checked(floor, in: scope) }
        let wait = max(moment - now, floor ?? 0)
        return wait > 0 ? try limit.checked(wait, in: scope) : nil
    }

    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        let reading = try? number.reading(of: outcome, in: scope)
        let header = reading == nil ? nil : number.origin(of: outcome, in: scope, isReset: true)
        if let header { return header }
        let floor = (try? minWait?.text(in: scope)) ?? ""
        return WaitOrigin("'\(Self.minWait.name)' of \(Self.typeName) is '\(floor)'")
    }

    /// The least wait; nil when there is none or it is 0.
    private func floor(in scope: Scope) throws -> Double? {
        guard let minWait else { return nil }
        let value = try minWait.value(in: scope)
        if value.isNull || value.text?.isEmpty == true { return nil }
        let floor = try WaitNumber.value(of: minWait, named: Self.minWait.name, in: scope)
        return floor == 0 ? nil : floor
    }
}
