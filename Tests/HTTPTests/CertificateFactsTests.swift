import NIOSSL
import Testing

@testable import HTTP

@Suite("CertificateFacts")
struct CertificateFactsTests {
    private func facts(_ pem: String) throws -> CertificateFacts {
        try #require(CertificateFacts(try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8))))
    }

    /// 2026-01-01.
    private static let now = 1_767_225_600

    @Test(
        "why a certificate does not pass",
        arguments: [
            (
                FaultyCertificates.selfSigned, .certificate,
                "a:1 is not trusted (self-signed). If it is the right server"
            ),
            (FaultyCertificates.signed, .certificate, "a:1 is not trusted (issued by Test Authority). If"),
            (
                FaultyCertificates.otherHost, .certificate,
                "(issued by Test Authority). It is also for another host name"
            ),
            (FaultyCertificates.otherHost, .otherHost, "a:1 is for another host name: other.example."),
            (FaultyCertificates.expired, .certificate, "a:1 expired on 2021-01-31."),
            (FaultyCertificates.early, .certificate, "a:1 is not valid before 2099-01-01."),
        ] as [(String, TLSFault, String)]
    )
    func messages(pem: String, fault: TLSFault, says: String) throws {
        let message = try facts(pem).message(fault, host: "127.0.0.1", "a:1", now: Self.now)
        #expect(message.hasPrefix("The certificate of "))
        #expect(message.contains(says), "\(message)")
    }

    @Test("what is read of a certificate")
    func read() throws {
        let facts = try facts(FaultyCertificates.selfSigned)
        #expect(facts.names == ["127.0.0.1", "localhost"])
        #expect(facts.issuer == "server")
        #expect(facts.isSelfSigned)
    }

    @Test("names are compared without regard to case, a star is the first part", arguments: ["a.b.c", "A.B.C", "x.y"])
    func names(host: String) {
        let facts = CertificateFacts(
            notBefore: 0,
            notAfter: .max,
            names: ["*.B.c", "x.y"],
            issuer: nil,
            isSelfSigned: false
        )
        let message = facts.message(.certificate, host: host, "a:1", now: 1)
        #expect(message.contains("(from an unknown authority). If"))
    }

    @Test(
        "bytes that are not a certificate",
        arguments: [[], [0x30], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x30, 2, 0x30, 0]]
    )
    func damaged(bytes: [UInt8]) { #expect(CertificateNames(bytes) == nil) }
}
