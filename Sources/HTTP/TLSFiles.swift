import NIOSSL

/// Certificates that the user adds: authorities to trust besides the system's, and a client certificate.
///
/// Files are PEM; one may hold several certificates. A file that is missing or holds none is a fault at the start of a
/// run, not of each request.
package struct TLSFiles: Sendable, Hashable {
    /// Reads the files that a path names: the file, or each file of the folder.
    package typealias Reader = (_ path: String) throws -> [[UInt8]]

    /// A file that cannot be used; the message names path and variable or option.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    private var roots: [NIOSSLCertificate] = []
    private var chain: [NIOSSLCertificate] = []
    private var key: NIOSSLPrivateKey?

    /// The authorities of the system, and no own certificate.
    package init() {}

    /// Trusts the authorities of a file, or of the files of a folder, besides.
    ///
    /// - Parameter origin: the variable or option that names the path.
    package mutating func trust(_ path: String, origin: String, read: Reader) throws {
        let files = try read(path)
        let found = files.flatMap { (try? NIOSSLCertificate.fromPEMBytes($0)) ?? [] }
        guard !found.isEmpty else {
            throw Fault(description: "\(path): it contains no PEM certificate (named by \(origin))")
        }
        roots += found
    }

    /// Adds a client certificate.
    ///
    /// - Parameter keyPath: where its private key is; nil when the same file holds it.
    package mutating func identify(_ path: String, keyPath: String?, read: Reader) throws {
        let bytes = try read(path).flatMap(\.self)
        chain = (try? NIOSSLCertificate.fromPEMBytes(bytes)) ?? []
        guard !chain.isEmpty else { throw Fault(description: "\(path): it contains no PEM certificate, for --cert") }
        let keyBytes = try keyPath.map { try read($0).flatMap(\.self) } ?? bytes
        guard let key = try? NIOSSLPrivateKey(bytes: keyBytes, format: .pem) else {
            let origin = keyPath == nil ? "name its file with --key" : "for --key"
            throw Fault(
                description: "\(keyPath ?? path): it contains no unencrypted PEM private key; \(origin)"
            )
        }
        self.key = key
        guard (try? NIOSSLContext(configuration: configuration)) != nil else {
            throw Fault(
                description: "\(keyPath ?? path): the private key does not match the certificate in \(path)"
            )
        }
    }

    /// How connections are made.
    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        // As the reference's client: older versions are obsolete.
        configuration.minimumTLSVersion = .tlsv12
        if !roots.isEmpty { configuration.additionalTrustRoots = [.certificates(roots)] }
        configuration.certificateChain = chain.map { .certificate($0) }
        configuration.privateKey = key.map { .privateKey($0) }
        return configuration
    }
}
