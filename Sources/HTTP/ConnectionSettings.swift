import NIOCore

/// What the connections of one client are set up for.
struct ConnectionSettings: Sendable, Equatable {
    /// The proxy that requests are sent to with their whole address.
    let forwardingPlace: String?
    /// How long a response may be silent; nil for any time.
    let readTimeout: TimeAmount?
    /// Whether heads have non-ASCII characters.
    let hasLatinHeads: Bool

    init(_ options: TransportOptions, _ key: ClientPool.Key) {
        forwardingPlace = key.route.forwardingPlace
        readTimeout = (key.timeouts.read ?? options.readTimeout).map(TimeAmount.init(seconds:))
        hasLatinHeads = key.hasLatinHeads
    }
}
