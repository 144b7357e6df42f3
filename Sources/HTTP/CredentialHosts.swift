package import Diagnostics
import Synchronization

/// Decides which hosts get the credentials of a run.
///
/// Those that the manifest names in the address of a requester, as it stands there or as the configuration fills it in,
/// and those that the operator allows. A host that only a response names gets none: neither by a link to a next page,
/// nor by a redirect, nor by a value of a record in an address.
package final class CredentialHosts: Sendable {
    private let allowed: [AllowedHost]
    private let secrets: SecretMask
    private let named = Mutex<Named>(Named())

    private struct Named {
        var addresses: @Sendable () -> [String] = { [] }
        /// The origins of the addresses, once they are needed.
        var origins: [AddressOrigin]?
    }

    /// - Parameters:
    ///   - allowed: hosts that the operator allows.
    ///   - secrets: tell whether a request carries credentials in other places than the authenticator's.
    package init(allowed: [AllowedHost] = [], secrets: SecretMask = SecretMask()) {
        self.allowed = allowed
        self.secrets = secrets
    }

    /// Sets the addresses that the manifest names; they are evaluated when first needed.
    package func name(_ addresses: @escaping @Sendable () -> [String]) {
        named.withLock { $0 = Named(addresses: addresses) }
    }

    private var namedOrigins: [AddressOrigin] {
        let (known, addresses) = named.withLock { ($0.origins, $0.addresses) }
        if let known { return known }
        let origins = addresses().compactMap(AddressOrigin.init)
        named.withLock { $0.origins = origins }
        return origins
    }

    // MARK: Requests

    /// Throws a configuration failure for a request that would send credentials to an unnamed host.
    ///
    /// - Parameter own: addresses that the manifest names for this request, without any value of a response.
    package func check(_ request: HTTPRequest, own: [String]) throws {
        // The client reports invalid addresses.
        guard let origin = AddressOrigin(request.url) else { return }
        let homes = own.compactMap(AddressOrigin.init)
        if homes.contains(where: origin.receives) || isAllowed(origin, insteadOf: homes.last) { return }
        if namedOrigins.contains(where: origin.receives) || !hasCredentials(request) { return }
        let home = homes.last ?? namedOrigins.first
        let (new, old) = Self.names(origin, home)
        throw EngineFailure(
            .config,
            "The address of a request leads to \(new), but the manifest names \(old). "
                + "It was not sent, as \(new) would receive its credentials. " + Self.remedy(origin, home)
        )
    }

    private func isAllowed(_ origin: AddressOrigin, insteadOf other: AddressOrigin?) -> Bool {
        allowed.contains { $0.covers(origin, insteadOf: other) }
    }

    // MARK: Redirects

    /// The request that a redirect leads to, without what the new host may not receive.
    ///
    /// Throws for a redirect that would send credentials to an unnamed host.
    func redirected(_ next: HTTPRequest, from old: HTTPRequest) throws(TransportError) -> HTTPRequest {
        guard let origin = AddressOrigin(next.url), let home = AddressOrigin(old.url), !origin.receives(from: home),
            !isAllowed(origin, insteadOf: home)
        else { return next }
        var next = next
        for name in Self.droppedHeaders { next.headers[name] = nil }
        if namedOrigins.contains(where: origin.receives) { return next }
        // A body of a request with credentials goes nowhere else, whatever is in it.
        if hasCredentials(next) || next.body?.isEmpty == false && hasCredentials(old) {
            let (new, known) = Self.names(origin, home)
            throw TransportError(
                .foreignHost,
                "\(known) redirects to \(new). The redirect was not followed, as \(new) would receive the credentials of "
                    + "the request. " + Self.remedy(origin, home)
            )
        }
        return next
    }

    /// Headers that a redirect to another host takes away, as HTTP clients do.
    private static let droppedHeaders = ["Authorization", "Proxy-Authorization", "Cookie"]

    // MARK: Credentials

    /// Parts of the names of headers that carry credentials.
    private static let tellingNames = [
        "auth", "token", "key", "secret", "cookie", "session", "password", "signature", "credential",
    ]

    private func hasCredentials(_ request: HTTPRequest) -> Bool {
        let places = request.credentials
        if request.body != nil && places.isInBody { return true }
        if request.headers.fields.contains(where: { isSecret($0, places) }) { return true }
        if places.isInAddress && !request.isRedirected { return true }
        if secrets.isFound(in: request.url) { return true }
        return request.body.map { secrets.isFound(in: String(decoding: $0, as: UTF8.self)) } ?? false
    }

    /// Whether a header carries a credential, as far as place, name and value show.
    package func isSecret(_ field: HTTPHeaderList.Field, _ places: CredentialPlaces) -> Bool {
        if places.headers.contains(where: { HTTPHeaderList.isSame($0, field.name) }) { return true }
        let name = field.name.lowercased()
        return Self.tellingNames.contains(where: name.contains) || secrets.isFound(in: field.value)
    }

    // MARK: Texts

    /// Two origins, written so that they differ.
    private static func names(_ new: AddressOrigin, _ old: AddressOrigin?) -> (new: String, old: String) {
        guard let old else { return (new.text, "no host for it") }
        guard old.host == new.host, old.scheme != new.scheme else { return (new.text, old.text) }
        return ("\(new.scheme)://\(new.text)", "\(old.scheme)://\(old.text)")
    }

    private static func remedy(_ new: AddressOrigin, _ old: AddressOrigin?) -> String {
        let scheme = new.scheme == "http" && old?.scheme == "https" ? "http://" : ""
        return "If that host may receive them, add --allow-host \(scheme)\(new.text)"
    }
}
