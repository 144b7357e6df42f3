import Crypto
import CryptoExtras
import Foundation
import JSON
import Testing

@testable import ManifestEngine

@Suite("JwtSigner")
struct JwtSignerTests {
    /// Keys that were made for these tests.
    private static let rsa = """
        -----BEGIN PRIVATE KEY-----
        MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCp56H0pR7On9Ax
        MM6VWGLKpKaWPeebu+SW43KHxgceJHjkrfSaiplTYNXGdVnSSUknfiK3GoPhzXqm
        SVJBwisKpUSUSXhsjyzKO0nh/OTSGGnmEK/+R+cvBsyNsm/MFjpefxO/d0DupTVI
        adIBXnx4yNis3fE7OH63NBWES3M9sFv/PK8DtofUjh1XDep/kAy5GHhsZEmpdCvw
        LgE1hFsImbBZTg5M8DmNCozbWEAF0/HBew/gh7wukcOIzPTyqFWYKTCz0oPQoBX1
        GXebvHfwx9Qla1LpK0ODW14Fl5oLtEsBrdEkylgBA4Wp7oFl5qGGhei2+lcEObql
        ZBsfwZg/AgMBAAECggEAAYtlv2OXd94YSTwSs79xeUniH3Ib6dUZjP4RgDtpy71L
        BXZW5bop/1y/K1cnpDsmUes8GGDZF7c4W9uQqJHJatm1wxCCROtPzs5bK7Ow1Yco
        70nEuTdGloBDrLcGTwhodgRkioGCjSFL0FniJl8nZkhHe0NJPhvex0IpezS/rRZ1
        x4cGA7ic5axyjU+5EIGiZdcb9ftrB1roeoCt5+B201/4fP6wjRyL7zcE0T9ko+Ez
        vGp9BeWz0yyBdX4ljljm1MR0nG7Vh60twDfXyQEhRHgw1DnJlrn3Mjpef/30P5zq
        YE1Z6k+syyANvd6ILsBV30cuy6RRLhd8w4tfrqPHgQKBgQDVG4JQvYKXPBkiSgER
        rxo7Q2JE87ORRHg/6+AIYHk3dDxdDf3dkMJoFBbT0ZE9Ehnwpy8HMahWclxdaN0l
        oCg4KRfH9jK7WRZ9EUEKW8ph4lmags1UsF0Z/W1Gh4yh5tVwxRb8H/h56NJG+185
        SVjRZh1u+QPiu6LV/Oj1L9cuewKBgQDMGhTNUoVeHyimYJjeYLDUUHa90iHtzMvd
        9qnNhasKEaV4/wc8PtdtyJFVO7v9GNmDIyYBpGZXZ/JLyY9CET39rVo4O4mBUmE/
        0nplmyeBP8ARhPskBFIWiH4oeYAMMoZwqhpT81pXOrW5tdKlfMlMc136wKtiQz9S
        Xp1Z2WX0DQKBgAJkrLH7btwD8MRR0HFCZikEOLZNhla7Th5pp7pwWuwkggkJfzBd
        z9EbaKY4VEk7Ss9JEV4jUKCn6CGka9dgVRNMYtf8C9XOylHdP72+CifPQvJZRbUN
        xf3kurVwEERBM2Rw0jFCqqez1ai2aftat4SigPIeGc0SDmIY1QTr5J7BAoGAS/LM
        mNbDQBHyK284k0+BnY/Pj7UY4QdbOV5nM04xJk8ItyyXQajUu0puIjxXKMhNcEnt
        A6FsX8wTUnZPc7M80R/nuZMWCORhwcENwK9qlOLnEt3cIjvlW/MwltkXd/J5KoVx
        xJmCnYEATHnHR8NWmLc5WmzFmYwSjREeFmgaUyUCgYA/AX0YS/IECLSQvPqqv0Um
        T97K8PFdK3brFW2hgaUjIDkpTqrlohlj6FwcryYk59PUbiFvovWf8K9sLJvTegcB
        +mDFxd9m5zTxvwHjw3huVPL8aBI5aAlg+7YgsxhJlxvwLNng+9nF+87de3K4ZY6X
        37hbTCCFkbmQuqz87aQ3Tg==
        -----END PRIVATE KEY-----
        """
    private static let curve = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfuxe64nti8EUQl4W
        NIQ6Z1vvVaACGtLT0WPdxn7PoGGhRANCAASq5bbc4K7Z98S2KBZlrUGGYfelSe1Y
        Exkh2dDF0XfUh6iI0fzB7myWxmdsmW2m7BcA+aZIqhIzcQJTOHkDDlr5
        -----END PRIVATE KEY-----
        """
    private static let edwards = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIGPleYrxk4ekWyN8jUjWsDGakUFs+KNYCJ6IVL6aKG4S
        -----END PRIVATE KEY-----
        """

    private static func key(for algorithm: JwtAlgorithm) -> String {
        switch algorithm {
        case .hs256, .hs384, .hs512: "secret"
        case .es256, .es256K: curve
        case .es384: P384.Signing.PrivateKey().pemRepresentation
        case .es512: P521.Signing.PrivateKey().pemRepresentation
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: rsa
        case .edDSA: edwards
        }
    }

    private static func bytes(_ part: Substring) -> Data {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)) ?? Data()
    }

    @Test("headers are sorted, the payload keeps its order, and both are without spaces")
    func parts() throws {
        let token = try JwtSigner(.hs256, key: "k").token(["typ": "JWT", "alg": "HS256"], ["b": [1, 2], "a": "é"])
        let parts = token.split(separator: ".")
        #expect(String(decoding: Self.bytes(parts[0]), as: UTF8.self) == #"{"alg":"HS256","typ":"JWT"}"#)
        #expect(String(decoding: Self.bytes(parts[1]), as: UTF8.self) == #"{"b":[1,2],"a":"\u00e9"}"#)
        #expect(!token.contains("="))
    }

    /// The example of RFC 7515, appendix A.1, signs other spaces; this one is from RFC 7515's algorithm with a known key.
    @Test(
        "every algorithm but ES256K signs what its key verifies",
        arguments: JwtAlgorithm.allCases.filter { $0 != .es256K }
    )
    func signatures(_ algorithm: JwtAlgorithm) throws {
        let key = Self.key(for: algorithm)
        let token = try JwtSigner(algorithm, key: key).token(["alg": .string(algorithm.rawValue)], ["a": 1])
        let parts = token.split(separator: ".")
        let content = Data("\(parts[0]).\(parts[1])".utf8)
        let signature = Self.bytes(parts[2])
        let secret = SymmetricKey(data: Data(key.utf8))
        let isGood =
            switch algorithm {
            case .hs256: HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: content, using: secret)
            case .hs384: HMAC<SHA384>.isValidAuthenticationCode(signature, authenticating: content, using: secret)
            case .hs512: HMAC<SHA512>.isValidAuthenticationCode(signature, authenticating: content, using: secret)
            case .es256:
                try P256.Signing.PrivateKey(pemRepresentation: key).publicKey
                    .isValidSignature(.init(rawRepresentation: signature), for: content)
            case .es384:
                try P384.Signing.PrivateKey(pemRepresentation: key).publicKey
                    .isValidSignature(.init(rawRepresentation: signature), for: content)
            case .es512:
                try P521.Signing.PrivateKey(pemRepresentation: key).publicKey
                    .isValidSignature(.init(rawRepresentation: signature), for: content)
            case .rs256, .ps256:
                try verify(SHA256.hash(data: content), signature, key, isPSS: algorithm == .ps256)
            case .rs384, .ps384:
                try verify(SHA384.hash(data: content), signature, key, isPSS: algorithm == .ps384)
            case .rs512, .ps512:
                try verify(SHA512.hash(data: content), signature, key, isPSS: algorithm == .ps512)
            case .edDSA:
                try Curve25519.Signing.PrivateKey(
                    rawRepresentation: Data(base64Encoded: key.split(separator: "\n")[1].description)?.suffix(32)
                        ?? Data()
                ).publicKey.isValidSignature(signature, for: content)
            case .es256K: false
            }
        #expect(isGood)
    }

    private func verify(_ digest: some Digest, _ signature: Data, _ key: String, isPSS: Bool) throws -> Bool {
        try _RSA.Signing.PrivateKey(pemRepresentation: key).publicKey.isValidSignature(
            .init(rawRepresentation: signature),
            for: digest,
            padding: isPSS ? .PSS : .insecurePKCS1v1_5
        )
    }

    @Test(
        "says what is wrong with a key",
        arguments: [
            (.es256K, curve, .unsupported(.es256K)), (.rs256, "no key", .key(.rs256)), (.rs256, curve, .key(.rs256)),
            (.es256, rsa, .key(.es256)), (.edDSA, rsa, .key(.edDSA)), (.edDSA, "", .key(.edDSA)),
        ] as [(JwtAlgorithm, String, JwtSigner.Fault)]
    )
    func faults(_ algorithm: JwtAlgorithm, _ key: String, _ fault: JwtSigner.Fault) {
        #expect(throws: fault) { try JwtSigner(algorithm, key: key).token([:], [:]) }
    }
}
