/// Something that goes wrong on purpose: which requests it hits, what happens, and how often.
package struct Fault: Sendable, Equatable {
    /// What happens to a request.
    package enum Kind: Sendable, Equatable {
        /// The response has this status and Gong's error body; 404 carries a string that is not the
        /// empty-result one.
        case status(Int)
        /// The proper response's body ends early, while the HTTP message is whole.
        case malformedJSON
        /// The connection closes in the middle of the announced body.
        case truncatedBody
        /// The connection closes without a response.
        case droppedConnection
        /// The proper response comes late.
        case slow(milliseconds: Int)
    }

    /// When the fault strikes, counted over the requests that match.
    package enum Frequency: Sendable, Equatable {
        /// Every time.
        case always
        /// The first n times, then never again.
        case times(Int)
        /// Every k-th time: k, 2k, 3k.
        case every(Int)
    }

    /// The method to match; nil for any.
    package var method: String?
    /// The path to match; a `*` at the end matches any rest.
    package var path: String
    /// What happens.
    package var kind: Kind
    /// How often.
    package var frequency: Frequency
    /// Matching requests that pass before counting begins.
    package var after: Int
    /// Seconds for a `Retry-After` header; nil leaves it out, but a 429 always has one.
    package var retryAfter: Int?

    /// Makes a fault; by default it hits every request of any method.
    package init(
        _ kind: Kind,
        method: String? = nil,
        path: String = "*",
        frequency: Frequency = .always,
        after: Int = 0,
        retryAfter: Int? = nil
    ) {
        self.kind = kind
        self.method = method
        self.path = path
        self.frequency = frequency
        self.after = after
        self.retryAfter = retryAfter
    }

    /// True when a request's method and path are those of the fault.
    func matches(method: String, path: String) -> Bool {
        guard self.method == nil || self.method == method else { return false }
        return self.path.hasSuffix("*") ? path.hasPrefix(self.path.dropLast()) : path == self.path
    }

    /// True when the fault strikes the request with this number among the matching ones, counted from 1.
    func strikes(matchNumber: Int) -> Bool {
        let number = matchNumber - after
        guard number > 0 else { return false }
        return switch frequency {
        case .always: true
        case .times(let limit): number <= limit
        case .every(let step): step > 0 && number % step == 0
        }
    }
}
