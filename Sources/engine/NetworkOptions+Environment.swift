import Diagnostics
import Glibc
import HTTP

extension NetworkOptions {
    /// What the network is told by options and environment; the fault when that cannot be used.
    func settings(_ environment: [String: String]) -> (TransportOptions, CommandFault?) {
        do {
            var options = try transportOptions()
            options.proxies = try ProxyRules(environment: environment)
            try addCertificates(to: &options.tls, environment)
            return (options, nil)
        } catch let fault as ProxyRules.Fault {
            let message = "\(fault.variable) is not the address of a proxy that can be used"
            let fix = "write it like http://user:password@proxy.example:3128; socks5:// works without a login"
            let diagnostic = Diagnostic(code: "unusable-proxy", message, fix: fix)
            return (TransportOptions(), CommandFault(.configuration, ManifestFault(diagnostic)))
        } catch let fault as TLSFiles.Fault {
            let diagnostic = Diagnostic(code: "unusable-certificate", fault.description)
            return (TransportOptions(), CommandFault(.input, ManifestFault(diagnostic)))
        } catch {
            return (TransportOptions(), CommandFault(.input, error))
        }
    }

    private func addCertificates(to files: inout TLSFiles, _ environment: [String: String]) throws {
        for path in caFile { try files.trust(path, origin: "--ca-file") { try Self.content(of: $0, "--ca-file") } }
        // As requests takes them: the second only where the first is not set.
        let bundle = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"].first { environment[$0]?.isEmpty == false }
        for name in ["SSL_CERT_FILE", bundle].compactMap(\.self) {
            guard let path = environment[name], !path.isEmpty, !Self.isOfSystem(path) else { continue }
            try files.trust(path, origin: name) { try Self.content(of: $0, name) }
        }
        for path in environment["SSL_CERT_DIR"]?.split(separator: ":") ?? [] where !Self.isOfSystem(String(path)) {
            let origin = "SSL_CERT_DIR"
            try files.trust(String(path), origin: origin) { try Self.content(of: $0, origin) }
        }
        guard let cert else { return }
        try files.identify(cert, keyPath: key) { try Self.content(of: $0, $0 == key ? "--key" : "--cert") }
    }

    /// Where the system keeps the authorities that are trusted anyway; reading them again takes longer than a short run.
    private static let systemPlaces = [
        "/etc/ssl/certs", "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    ]

    private static func isOfSystem(_ path: String) -> Bool {
        let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return systemPlaces.contains(name) && access(name, R_OK) == 0
    }

    /// The content of a file, or of each file of a folder.
    private static func content(of path: String, _ origin: String) throws -> [[UInt8]] {
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
