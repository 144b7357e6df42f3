import Crypto
import Text

/// Filters that give digests, as hexadecimal text.
enum DigestFilters {
    static let hash: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("hash", ["hash_type", "salt"])
        let name = given[0]?.pythonText ?? "md5"
        var text = try value.wholeText
        if let salt = given[1], salt.isTrue { text += salt.pythonText }
        guard let digest = digest(name, Array(text.utf8)) else {
            let hint = NearestName.question(name, in: names)
            throw TemplateError(.attribute, "No hashing function named \(name)", hint: hint)
        }
        return .string(digest)
    }

    private static let names = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]

    private static func digest(_ name: String, _ bytes: [UInt8]) -> String? {
        switch name {
        case "md5": hexadecimal(Insecure.MD5.hash(data: bytes))
        case "sha1": hexadecimal(Insecure.SHA1.hash(data: bytes))
        case "sha224": hexadecimal(SHA224.hash(bytes))
        case "sha256": hexadecimal(SHA256.hash(data: bytes))
        case "sha384": hexadecimal(SHA384.hash(data: bytes))
        case "sha512": hexadecimal(SHA512.hash(data: bytes))
        default: nil
        }
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { PythonText.hexadecimal(UInt32($0), 2) }.joined()
    }

    static let hmac: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("hmac", ["key", "hash_type"], required: 1)
        let name = given[1]?.pythonText ?? "sha256"
        guard name == "sha256" else {
            throw .value("Hash type '\(name)' is not allowed. Allowed types: sha256")
        }
        let key = SymmetricKey(data: Array((given[0]?.pythonText ?? "").utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array(try value.wholeText.utf8), using: key)
        return .string(hexadecimal(code))
    }
}

/// The 224-bit form of SHA-2, which the crypto library leaves out.
enum SHA224 {
    private static let start: [UInt32] = [
        0xc105_9ed8, 0x367c_d507, 0x3070_dd17, 0xf70e_5939, 0xffc0_0b31, 0x6858_1511, 0x64f9_8fa7, 0xbefa_4fa4,
    ]

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map { prime in
            // Integer cube root of prime * 2^96, low 32 bits.
            let wide = BigInteger(prime) * BigInteger.power(2, 96)
            var root = BigInteger(0)
            for bit in (0..<36).reversed() {
                let next = root + BigInteger.power(2, bit)
                if !(wide < next * next * next) { root = next }
            }
            return root.words.first ?? 0
        }
    }()

    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var message = bytes + [0x80]
        message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
        let length = UInt64(bytes.count) * 8
        message += (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(56 - 8 * $0)) }
        var state = start
        for block in stride(from: 0, to: message.count, by: 64) { mix(message[block..<(block + 64)], &state) }
        return state.prefix(7).flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
        }
    }

    private static func mix(_ block: ArraySlice<UInt8>, _ state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[place + $1]) }
        }
        for place in 16..<64 {
            let one = words[place - 15]
            let other = words[place - 2]
            let low = rotated(one, 7) ^ rotated(one, 18) ^ one >> 3
            let high = rotated(other, 17) ^ rotated(other, 19) ^ other >> 10
            words.append(words[place - 16] &+ low &+ words[place - 7] &+ high)
        }
        var s = state
        for place in 0..<64 {
            let high = rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)
            let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
            let first = s[7] &+ high &+ choice &+ constants[place] &+ words[place]
            let low = rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
            s = [first &+ low &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for place in state.indices { state[place] = state[place] &+ s[place] }
    }

    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }
}
