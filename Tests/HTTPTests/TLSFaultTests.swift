import Testing

@testable import HTTP

@Suite("TLSFault")
struct TLSFaultTests {
    /// An error of the TLS library as it prints.
    private func printed(_ word: String) -> String {
        "handshakeFailed(NIOSSL.BoringSSLError.sslError([Error: 268435581 error:1000007d:SSL routines:"
            + "OPENSSL_internal:\(word) at /home/x/.build/checkouts/swift-nio-ssl/Sources/handshake.cc:375]))"
    }

    @Test(
        "each fault in words, without the library's",
        arguments: [
            ("CERTIFICATE_VERIFY_FAILED", .certificate, "is not trusted"), ("WRONG_VERSION_NUMBER", .noTLS, "no TLS"),
            ("HTTP_REQUEST", .noTLS, "TLS on this port"), ("TLSV1_ALERT_PROTOCOL_VERSION", .noCommonVersion, "version"),
            ("UNSUPPORTED_PROTOCOL", .noCommonVersion, "TLS version"),
            ("SSLV3_ALERT_HANDSHAKE_FAILURE", .noCommonCipher, "client certificate (--cert and --key)"),
            ("TLSV1_ALERT_CERTIFICATE_REQUIRED", .certificateDemanded, "requires a client certificate"),
            ("TLSV1_ALERT_UNKNOWN_CA", .certificateRefused, "does not accept the client certificate"),
            ("TLSV1_ALERT_UNRECOGNIZED_NAME", .nameRefused, "does not know this host name"),
            (
                "DECRYPTION_FAILED_OR_BAD_RECORD_MAC", .other("DECRYPTION_FAILED_OR_BAD_RECORD_MAC"),
                "decryption failed or"
            ),
        ] as [(String, TLSFault, String)]
    )
    func words(word: String, fault: TLSFault, says: String) {
        #expect(TLSFault(printed(word)) == fault)
        let message = fault.message("api.example.com:443")
        #expect(message.contains("api.example.com:443"))
        for raw in ["SSL", "sslError", ".build", "Error:", "_"] where !message.contains("SSL_CERT_FILE") {
            #expect(!message.contains(raw))
        }
        if says != "no TLS" { #expect(message.contains(says)) }
    }

    @Test("another host name, and what is not about TLS")
    func others() {
        #expect(TLSFault("NIOSSLExtraError.failedToValidateHostname: Couldn't find a in certificate") == .otherHost)
        #expect(TLSFault("connection reset by peer") == nil)
    }
}
