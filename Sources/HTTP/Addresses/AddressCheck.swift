import Diagnostics
import Text

/// Finds addresses that no request can go to, before anything is sent.
package enum AddressCheck {
    /// Why an address is invalid; nil when it is valid.
    package static func fault(in address: String) -> TransportError? {
        guard let length = schemeLength(address.utf8) else { return noScheme(address) }
        guard let reason = fault(inAuthority: authority(of: address, behind: length)) else { return nil }
        return TransportError(.invalidURL, "'\(shown(address))' is not a valid request address: \(reason)")
    }

    /// Why a string is not an address, as the end of a sentence; nil when it is valid.
    static func reason(in address: String) -> String? {
        guard let length = schemeLength(address.utf8) else { return "requests go only to http:// and https://" }
        return fault(inAuthority: authority(of: address, behind: length))
    }

    private static func authority(of address: String, behind length: Int) -> Substring.UTF8View {
        address.utf8.dropFirst(length).prefix { byte in
            byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
        }
    }

    /// Bytes of `http://` or `https://` at the start.
    private static func schemeLength(_ bytes: String.UTF8View) -> Int? {
        for scheme in ["https://", "http://"] {
            // Letters in either case.
            let isFound = bytes.starts(with: scheme.utf8) { $0 == $1 || $1 >= 0x61 && $0 | 0x20 == $1 }
            if isFound { return scheme.utf8.count }
        }
        return nil
    }

    private static func noScheme(_ address: String) -> TransportError {
        if let start = otherScheme(of: address) {
            return TransportError(
                .invalidScheme,
                "'\(shown(address))' begins with \(start); requests go only to http:// and https://"
            )
        }
        let bare = shown(address).drop { $0 == "/" }
        let near = bare.isEmpty || bare.hasPrefix("http") ? "" : "; did you mean 'https://\(bare)'?"
        return TransportError(
            .invalidURL,
            "'\(bare)' is not a valid request address, as it does not begin with http:// or https://\(near)"
        )
    }

    /// What comes in an address without a host, such as `javascript:1`.
    private static let hostless = ["about", "blob", "data", "file", "javascript", "mailto", "tel", "urn"]

    /// The scheme at the start of an address, with its colon and slashes.
    private static func otherScheme(of address: String) -> String? {
        if let end = address.firstRange(of: "://"), end.lowerBound > address.startIndex, !address.hasPrefix("/") {
            return String(address[..<end.lowerBound]).shortened(to: 20) + "://"
        }
        let start = address.prefix { $0 != ":" }
        return start.count < address.count && hostless.contains(start.lowercased()) ? "\(start):" : nil
    }

    private static func fault(inAuthority authority: Substring.UTF8View) -> String? {
        let bare =
            authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] } ?? authority
        guard let first = bare.first else { return "it has no host" }
        let isLiteral = first == UInt8(ascii: "[")
        let hostEnd =
            isLiteral
            ? bare.firstIndex(of: UInt8(ascii: "]")).map { bare.index(after: $0) }
            : bare.firstIndex(of: UInt8(ascii: ":"))
        let host = bare[..<(hostEnd ?? bare.endIndex)]
        guard !host.isEmpty else { return "it has no host" }
        guard isLiteral ? hostEnd != nil : host.allSatisfy(isHostByte) else {
            return "the host has a character that is not allowed in host names"
        }
        let rest = bare[host.endIndex...]
        guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { return "there is more than a port after its host" }
        let port = rest.dropFirst()
        guard !port.isEmpty else { return nil }
        guard let number = Int(String(Substring(port))), (1...65535).contains(number) else {
            return "the port '\(String(Substring(port)).shortened(to: 20))' is not a number between 1 and 65535"
        }
        return nil
    }

    /// Letters beyond ASCII are left to the name server.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "\\"), UInt8(ascii: "]"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }

    /// The beginning of an address, without its query, which may hold secrets.
    static func shown(_ address: String) -> String {
        String(address.prefix { $0 != "?" && $0 != "#" }).shortened(to: SecretMask.addressLength)
    }
}
