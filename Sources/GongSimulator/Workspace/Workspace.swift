/// The invented company: every record as a function of the options and its position.
///
/// Nothing is stored but text pools, so a company of a million calls takes no more memory than one of ten.
package final class Workspace: Sendable {
    let options: SimulatorOptions
    let text: TextPool
    let callSeries: IdentifierSeries
    let userSeries: IdentifierSeries
    let answeredSeries: IdentifierSeries
    let scorecardSeries: IdentifierSeries

    /// Makes the company that the options describe.
    package init(_ options: SimulatorOptions) {
        self.options = options.clamped
        text = TextPool(unicodeShare: options.unicodeShare)
        let seed = options.seed
        callSeries = IdentifierSeries(
            seed: seed,
            kind: .call,
            base: 1_000_000_000_000_000_000,
            stride: 8_000_000_000_000
        )
        userSeries = IdentifierSeries(seed: seed, kind: .user, base: 200_000_000_000_000_000, stride: 7_000_000_000_000)
        answeredSeries = IdentifierSeries(
            seed: seed,
            kind: .answered,
            base: 1_300_000_000_000_000_000,
            stride: 5_000_000_000_000
        )
        scorecardSeries = IdentifierSeries(
            seed: seed,
            kind: .scorecard,
            base: 1_500_000_000_000_000_000,
            stride: 90_000_000_000_000
        )
    }

    /// A 19-digit id for a record that is never looked up by it.
    func looseIdentifier(_ kind: RecordKind, _ index: Int) -> Identifier {
        var draws = draws(kind, index)
        return Identifier(number: 1_000_000_000_000_000_000 + draws.next() % 8_000_000_000_000_000_000)
    }

    /// The random numbers of one record.
    func draws(_ kind: RecordKind, _ index: Int) -> Draws {
        Draws(seed: options.seed, kind, index)
    }

    /// A timestamp of a kind of record that shows whole seconds, or another fraction, in live responses.
    func timestamp(_ instant: Instant, liveDigits: Int = 0) -> Timestamp {
        let digits =
            switch options.fractions {
            case .asLive: liveDigits
            case .always: max(3, liveDigits)
            case .never: 0
            }
        return Timestamp(instant: instant, offset: options.utcOffset, fractionDigits: digits)
    }

    /// The id of the workspace at a position.
    package func workspaceID(at index: Int) -> Identifier { looseIdentifier(.workspace, index) }

    /// The id of the user at a position.
    package func userID(at index: Int) -> Identifier { userSeries.identifier(at: index) }

    /// The id of the scorecard at a position.
    package func scorecardID(at index: Int) -> Identifier { scorecardSeries.identifier(at: index) }

    /// The position of a call by its id text; nil when there is no such call.
    package func callIndex(of id: String) -> Int? {
        callSeries.index(of: id).flatMap { $0 < options.calls ? $0 : nil }
    }

    /// The position of a user by its id text; nil when there is no such user.
    package func userIndex(of id: String) -> Int? {
        userSeries.index(of: id).flatMap { $0 < options.users ? $0 : nil }
    }
}
