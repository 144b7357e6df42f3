import Text

/// Reads from responses how many calls the API still allows, and until when.
package struct RateLimitSignals: Sendable {
    /// What a response says.
    struct Signal: Equatable {
        /// Calls left.
        var remaining: Int?
        /// Seconds until calls are allowed again; negative for a time that is past.
        var secondsToReset: Double?
        /// The header and value that say when.
        var origin: WaitOrigin?
    }

    package let remainingHeader: String
    package let resetHeader: String
    /// Statuses that mean "no calls left" when the header does not say how many.
    package let exhaustedStatuses: Set<Int>

    package init(remainingHeader: String, resetHeader: String, exhaustedStatuses: Set<Int>) {
        self.remainingHeader = remainingHeader
        self.resetHeader = resetHeader
        self.exhaustedStatuses = exhaustedStatuses
    }

    /// Numbers below this are seconds from now, not a moment: as a moment it would be in 1973.
    private static let smallestMoment = 100_000_000.0
    /// The longest time until a reset, in seconds; longer ones count as this.
    private static let furthest = 1e15

    /// The signal of a response; nil when it has none.
    ///
    /// Values that cannot be read count as missing.
    ///
    /// - Parameter now: seconds since 1970.
    func read(_ response: HTTPResponse, now: Double) -> Signal? {
        let remaining =
            response.headers[remainingHeader].flatMap(DecimalNumber.integer)
            ?? (exhaustedStatuses.contains(response.status) ? 0 : nil)
        let reset = response.headers[resetHeader].flatMap(HeaderReading.init).map { reading in
            switch reading {
            case .moment(let moment): moment - now
            case .number(let number): number < Self.smallestMoment ? number : number - now
            }
        }
        guard remaining != nil || reset != nil else { return nil }
        return Signal(
            remaining: remaining,
            secondsToReset: reset.map { min(max($0, -Self.furthest), Self.furthest) },
            origin: reset == nil ? nil : origin(in: response)
        )
    }

    private func origin(in response: HTTPResponse) -> WaitOrigin {
        WaitOrigin(header: resetHeader, value: response.headers[resetHeader] ?? "", isReset: true)
    }
}
