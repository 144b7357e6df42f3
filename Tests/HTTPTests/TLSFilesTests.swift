import HTTP
import JSON
import Testing

struct TLSFilesTests {
    /// Files by path; a folder has several.
    private static func read(_ path: String) throws -> [[UInt8]] {
        let texts: [String: [String]] = [
            "ca.pem": ["some text\n" + TestCertificates.authority], "empty.pem": [""], "text.pem": ["no certificate"],
            "two.pem": [TestCertificates.client + "\n" + TestCertificates.authority],
            "key.pem": [TestCertificates.clientKey], "other.pem": [TestCertificates.authority],
            "folder": ["no certificate", TestCertificates.authority], "client.pem": [TestCertificates.client],
            "both.pem": [TestCertificates.clientKey + "\n" + TestCertificates.client],
        ]
        return (texts[path] ?? []).map { Array($0.utf8) }
    }

    private func response(of server: TLSServer, _ files: TLSFiles) async -> String {
        var options = TransportOptions()
        options.tls = files
        let transport = AsyncHTTPTransport(options: options)
        var text = ""
        do throws(TransportError) {
            text = try await transport.send(HTTPRequest(method: "GET", url: server.url)).body.text
        } catch { text = error.kind.rawValue }
        await transport.shutdown()
        return text
    }

    @Test("a server of an own authority is refused, and trusted when the authority is named")
    func trust() async throws {
        let server = try await TLSServer()
        #expect(await response(of: server, TLSFiles()) == "tls")
        for path in ["ca.pem", "two.pem", "folder"] {
            var files = TLSFiles()
            try files.trust(path, origin: "SSL_CERT_FILE", read: Self.read)
            #expect(await response(of: server, files) == "ok")
        }
        try await server.stop()
    }

    @Test(
        "an own certificate is shown to a server that asks for one",
        arguments: [("client.pem", "key.pem"), ("both.pem", nil)]
    )
    func client(path: String, key: String?) async throws {
        let server = try await TLSServer(asksForClient: true)
        var files = TLSFiles()
        try files.trust("ca.pem", origin: "--ca-file", read: Self.read)
        #expect(await response(of: server, files) != "ok")
        try files.identify(path, keyPath: key, read: Self.read)
        #expect(await response(of: server, files) == "ok")
        try await server.stop()
    }

    @Test(
        "a file without a certificate is a fault that names path and origin",
        arguments: ["empty.pem", "text.pem", "key.pem"]
    )
    func noCertificate(path: String) {
        var files = TLSFiles()
        let fault = #expect(throws: TLSFiles.Fault.self) {
            try files.trust(path, origin: "REQUESTS_CA_BUNDLE", read: Self.read)
        }
        #expect(fault?.description.contains(path) == true)
        #expect(fault?.description.contains("REQUESTS_CA_BUNDLE") == true)
    }

    @Test("a certificate needs its key", arguments: [nil, "text.pem"])
    func noKey(key: String?) {
        var files = TLSFiles()
        #expect(throws: TLSFiles.Fault.self) { try files.identify("client.pem", keyPath: key, read: Self.read) }
    }

    @Test("a key of another certificate is reported before any request")
    func otherKey() {
        var files = TLSFiles()
        let fault = #expect(throws: TLSFiles.Fault.self) {
            try files.identify("other.pem", keyPath: "key.pem", read: Self.read)
        }
        #expect(fault?.description == "key.pem: the private key does not match the certificate in other.pem")
    }
}
