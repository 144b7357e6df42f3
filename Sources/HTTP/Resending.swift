/// Decides whether a request that met a closed connection is sent again at once.
///
/// What the server has not read may go again whatever it is (RFC 9110, section 9.2.2), and each time means one closed
/// connection less. What it may have read goes again when the method may be repeated. Only that of which not a byte
/// arrived goes more than twice.
struct Resending {
    private static let repeatable: Set<String> = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"]
    private static let limit = 2
    /// More connections than are kept to one host.
    private static let unreadLimit = 100

    private let method: String
    private var count = 0
    private var unreadCount = 0

    init(method: String) { self.method = method }

    /// Whether the request goes again; counts that it does.
    mutating func isDue(after closed: KeptConnectionClosed) -> Bool {
        switch closed.reading {
        case .unread:
            unreadCount += 1
            return unreadCount <= Self.unreadLimit
        case .reset, .perhapsRead:
            count += 1
            return count <= Self.limit && (Self.repeatable.contains(method) || closed.reading == .reset)
        }
    }
}
