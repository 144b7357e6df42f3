import Crypto
import CryptoExtras
import JSON
import Text

/// The algorithms by which a JSON web token is signed, after RFC 7518 and RFC 8037.
enum JwtAlgorithm: String, CaseIterable, Sendable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"
    case es256 = "ES256"
    case es256K = "ES256K"
    case es384 = "ES384"
    case es512 = "ES512"
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case edDSA = "EdDSA"
}

/// Makes JSON web tokens, after RFC 7515 and RFC 7519.
struct JwtSigner {
    /// Why a token cannot be signed.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case unsupported(JwtAlgorithm)
        case key(JwtAlgorithm)
        case number

        var description: String {
            switch self {
            case .unsupported(let algorithm): "the algorithm \(algorithm.rawValue) is not supported."
            case .key(let algorithm): "the key is not one for \(algorithm.rawValue) in PEM."
            case .number: "it has a number that JSON cannot write."
            }
        }
    }

    private let algorithm: JwtAlgorithm
    private let key: String

    init(_ algorithm: JwtAlgorithm, key: String) {
        self.algorithm = algorithm
        self.key = key
    }

    /// The token of some headers, which are sorted by name, and a payload.
    func token(_ headers: JSONObject, _ payload: JSONObject) throws(Fault) -> String {
        let sorted = JSONObject(
            uniqueKeysWithValues: headers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        )
        let content = "\(try part(sorted)).\(try part(payload))"
        return "\(content).\(Self.base64URL(try signature(of: Array(content.utf8))))"
    }

    private func part(_ members: JSONObject) throws(Fault) -> String {
        let bytes = Bytes()
        do throws(UnwritableNumber) { try bytes.appendPythonJSON(.object(members), isCompact: true) } catch {
            throw .number
        }
        return Self.base64URL(Array(bytes.buffer))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(
            Base64.encode(bytes).compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            }
        )
    }

    // MARK: Signatures

    private func signature(of content: [UInt8]) throws(Fault) -> [UInt8] {
        let secret = SymmetricKey(data: Array(key.utf8))
        do {
            switch algorithm {
            case .hs256: return Array(HMAC<SHA256>.authenticationCode(for: content, using: secret))
            case .hs384: return Array(HMAC<SHA384>.authenticationCode(for: content, using: secret))
            case .hs512: return Array(HMAC<SHA512>.authenticationCode(for: content, using: secret))
            case .es256:
                return Array(
                    try P256.Signing.PrivateKey(pemRepresentation: key).signature(for: content).rawRepresentation
                )
            case .es384:
                return Array(
                    try P384.Signing.PrivateKey(pemRepresentation: key).signature(for: content).rawRepresentation
                )
            case .es512:
                return Array(
                    try P521.Signing.PrivateKey(pemRepresentation: key).signature(for: content).rawRepresentation
                )
            case .es256K: throw Fault.unsupported(algorithm)
            case .rs256: return try rsa(SHA256.hash(data: content), .insecurePKCS1v1_5)
            case .rs384: return try rsa(SHA384.hash(data: content), .insecurePKCS1v1_5)
            case .rs512: return try rsa(SHA512.hash(data: content), .insecurePKCS1v1_5)
            case .ps256: return try rsa(SHA256.hash(data: content), .PSS)
            case .ps384: return try rsa(SHA384.hash(data: content), .PSS)
            case .ps512: return try rsa(SHA512.hash(data: content), .PSS)
            case .edDSA: return try edDSA(content)
            }
        } catch let fault as Fault { throw fault } catch { throw .key(algorithm) }
    }

    private func rsa(_ digest: some Digest, _ padding: _RSA.Signing.Padding) throws -> [UInt8] {
        let key = try _RSA.Signing.PrivateKey(pemRepresentation: key)
        return Array(try key.signature(for: digest, padding: padding).rawRepresentation)
    }

    /// The seed of an Ed25519 key is the end of its PKCS #8 form.
    private func edDSA(_ content: [UInt8]) throws -> [UInt8] {
        let lines = key.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        guard let bytes = try? Base64.decode(lines.joined()), bytes.count == 48 else { throw Fault.key(algorithm) }
        return Array(try Curve25519.Signing.PrivateKey(rawRepresentation: bytes.suffix(32)).signature(for: content))
    }
}
