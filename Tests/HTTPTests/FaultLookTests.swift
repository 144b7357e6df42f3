import HTTP
import Testing

@Suite("FaultLook")
struct FaultLookTests {
    private func failure(_ setup: FaultyServer.Setup, scheme: String) async throws -> TransportError? {
        var fault: TransportError?
        try await FaultyServer.with(setup) { server in
            let transport = AsyncHTTPTransport()
            do throws(TransportError) {
                _ = try await transport.send(HTTPRequest(method: "GET", url: "\(scheme)://127.0.0.1:\(server.port)/"))
            } catch { fault = error }
            await transport.shutdown()
        }
        return fault
    }

    @Test(
        "what is wrong with a certificate is looked up, and put into words",
        arguments: [
            (FaultyCertificates.selfSigned, "is not trusted (self-signed)"),
            (FaultyCertificates.signed, "is not trusted (issued by Test Authority)"),
            (FaultyCertificates.expired, "expired on 2021-01-31"),
            (FaultyCertificates.early, "is not valid before 2099-01-01"),
            (FaultyCertificates.otherHost, "It is also for another host name: other.example."),
        ]
    )
    func certificates(pem: String, says: String) async throws {
        let fault = try #require(try await failure(FaultyServer.Setup(certificate: pem), scheme: "https"))
        #expect(fault.kind == .tls)
        #expect(fault.message.hasPrefix("The certificate of 127.0.0.1:"))
        #expect(fault.message.contains(says), "\(fault.message)")
    }

    @Test("a port without TLS that is asked for it, and the reverse", arguments: [true, false])
    func otherProtocol(hasTLS: Bool) async throws {
        let setup = FaultyServer.Setup(certificate: hasTLS ? FaultyCertificates.selfSigned : nil)
        let fault = try #require(try await failure(setup, scheme: hasTLS ? "http" : "https"))
        #expect(fault.kind == .tls)
        let says =
            hasTLS ? "expects TLS on this port. Begin the address with https://." : "does not speak TLS on this port."
        #expect(fault.message.contains(says), "\(fault.message)")
    }
}
