/// The names in a certificate that the TLS library does not show: who issued it, and whether that is who it is for.
struct CertificateNames: Equatable {
    /// The common name of the issuer, or its organization.
    let issuer: String?
    let isSelfSigned: Bool

    /// Reads a certificate in DER (X.509): the names are the fourth and sixth element of its signed part, counted without
    /// the version.
    init?(_ certificate: [UInt8]) {
        var outer = Elements(certificate[...])
        guard let whole = outer.next(), var parts = Optional(Elements(whole.content)), let signed = parts.next() else {
            return nil
        }
        var elements = Array(Elements(signed.content))
        // The version stands in a tag of its own, and only from version 2 on.
        if elements.first?.tag == 0xA0 { elements.removeFirst() }
        guard elements.count > 4 else { return nil }
        let (issuer, subject) = (elements[2].content, elements[4].content)
        self.issuer = Self.name(in: issuer)
        isSelfSigned = issuer.elementsEqual(subject)
    }

    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    private static let organization: [UInt8] = [0x55, 0x04, 0x0A]

    /// A name is a list of sets of pairs: what it is, and the text.
    private static func name(in content: ArraySlice<UInt8>) -> String? {
        let pairs = Elements(content).flatMap { Elements($0.content) }.map { Array(Elements($0.content)) }
        for kind in [commonName, organization] {
            let pair = pairs.first { $0.count == 2 && $0[0].content.elementsEqual(kind) }
            if let pair { return String(decoding: pair[1].content, as: UTF8.self) }
        }
        return nil
    }

    /// One element of DER.
    private struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>
    }

    /// The elements that stand one after the other in some bytes; ends where the bytes are no DER.
    private struct Elements: Sequence, IteratorProtocol {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        mutating func next() -> Element? {
            guard rest.count >= 2, let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
            var length = Int(first)
            if first >= 0x80 {
                let count = Int(first & 0x7F)
                guard count <= 4, rest.count >= count else { return nil }
                length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
                rest = rest.dropFirst(count)
            }
            guard rest.count >= length else { return nil }
            defer { rest = rest.dropFirst(length) }
            return Element(tag: tag, content: rest.prefix(length))
        }
    }
}
