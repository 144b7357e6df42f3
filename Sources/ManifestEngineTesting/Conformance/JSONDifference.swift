import JSON

/// A place at which two JSON values differ.
struct JSONDifference: CustomStringConvertible {
    /// How they differ there.
    enum Change {
        case changed(was: JSONValue, now: JSONValue)
        case missing(JSONValue)
        case extra(JSONValue)
        /// The members are the same, in another order.
        case order(was: [String], now: [String])
    }

    /// From the root of the value, such as `records[3].owner.name`.
    let path: String
    let change: Change

    init(_ path: String, _ change: Change) {
        self.path = path
        self.change = change
    }

    /// One line; long values are cut.
    var description: String {
        switch change {
        case .changed(let was, let now):
            let (was, now) = Excerpt.pair(was.printed, now.printed)
            return "\(path): was \(was), is \(now)"
        case .missing(let value): return "\(path): missing \(Excerpt.of(value.printed))"
        case .extra(let value): return "\(path): extra \(Excerpt.of(value.printed))"
        case .order(let was, let now):
            let (was, now) = Excerpt.pair(was.joined(separator: ", "), now.joined(separator: ", "))
            return "\(path): the order of members was \(was), is \(now)"
        }
    }
}
