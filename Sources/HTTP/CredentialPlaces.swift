/// Where in a request its credentials are.
package struct CredentialPlaces: Sendable, Equatable {
    /// Names of headers.
    package var headers: [String] = []
    package var isInAddress = false
    package var isInBody = false

    package init() {}
}
