import Config
package import Diagnostics
import Glibc
package import HTTP

/// What the environment of a process says about the network: proxies, and authorities to trust.
package enum NetworkEnvironment {
    /// The proxies that the variables name.
    ///
    /// - Throws: `ManifestFault` for a variable that names no proxy that can be used.
    package static func proxies(_ environment: [String: String]) throws -> ProxyRules {
        do throws(ProxyRules.Fault) {
            return try ProxyRules(environment: environment)
        } catch {
            let message = "\(error.variable) is not a usable proxy address"
            let fix = "write it like http://user:password@proxy.example:3128; socks5:// works without a login"
            throw ManifestFault(Diagnostic(code: "unusable-proxy", message, fix: fix))
        }
    }

    /// Trusts the authorities that the variables name, besides those of the system.
    package static func trust(_ environment: [String: String], in files: inout TLSFiles) throws {
        // As requests takes them: the second only where the first is not set.
        let bundle = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"].first { environment[$0]?.isEmpty == false }
        for name in ["SSL_CERT_FILE", bundle].compactMap(\.self) {
            guard let path = environment[name], !path.isEmpty, !isOfSystem(path) else { continue }
            try files.trust(path, origin: name) { try content(of: $0, name) }
        }
        for path in environment["SSL_CERT_DIR"]?.split(separator: ":") ?? [] where !isOfSystem(String(path)) {
            let origin = "SSL_CERT_DIR"
            try files.trust(String(path), origin: origin) { try content(of: $0, origin) }
        }
    }

    /// A certificate that cannot be used, as it is reported.
    package static func fault(of fault: TLSFiles.Fault) -> ManifestFault {
        ManifestFault(Diagnostic(code: "unusable-certificate", fault.description))
    }

    /// Where the system keeps the authorities that are trusted anyway; reading them again takes longer than a short run.
    private static let systemPlaces = [
        "/etc/ssl/certs", "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    ]

    private static func isOfSystem(_ path: String) -> Bool {
        let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return systemPlaces.contains(name) && access(name, R_OK) == 0
    }

    /// The content of a file of certificates, or of each file of a folder.
    ///
    /// - Parameter origin: the variable or option that names the path.
    package static func content(of path: String, _ origin: String) throws -> [[UInt8]] {
        guard let folder = opendir(path) else { return [try Files.read(path, role: "certificate of \(origin)")] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            )
        }
        // A folder of certificates has other files too, and links that lead nowhere.
        return names.sorted().compactMap { name in
            name.hasPrefix(".") ? nil : try? Files.read("\(path)/\(name)", role: "certificate")
        }
    }
}
