package import Dates

/// An access token and the moment it runs out.
package struct IssuedToken: Sendable, Equatable {
    package let text: String
    package let expires: DateTime

    package init(_ text: String, expires: DateTime) {
        self.text = text
        self.expires = expires
    }

    /// Whether the token has run out at a moment; it is good up to the moment itself.
    func hasExpired(at now: DateTime) -> Bool { now.microsecondsSinceEpoch > expires.microsecondsSinceEpoch }
}
