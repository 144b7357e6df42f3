/// The place to continue from in a paged list, handed to clients as a signed JWT.
struct Cursor: Equatable {
    /// Rows that match the filter, as counted for the first page.
    let total: Int
    /// Number of the page to come, from 0.
    let pageNumber: Int
    /// Second of expiry, since the Unix epoch.
    let expiry: Int64
    /// Id of the last row sent.
    let lastID: UInt64
    /// Digest of the path and of all inputs; another filter gives another one.
    let filter: UInt64
    /// Rises when all cursors are made to expire.
    let epoch: Int

    /// Writes `eyJhbGciOiJIUzI1NiJ9.<claims>.<signature>`.
    func token(seed: UInt64) -> String {
        var claims = JSONWriter()
        claims.object { object in
            object.field("pageSize", Page.size)
            object.field("total", total)
            object.field("pageNumber", pageNumber)
            object.field("exp", Int(expiry))
            object.field("userId", Identifier(number: lastID))
            object.field("filter", Digest.hexadecimal(filter))
            object.field("epoch", epoch)
        }
        let signed = Self.header + "." + Base64.encodeURL(claims.bytes)
        return signed + "." + Self.signature(of: signed, seed: seed)
    }

    /// Reads a token; nil when it is damaged or was signed with another seed.
    ///
    /// Expiry is for the caller to check.
    init?(token: String, seed: UInt64) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.header,
            Self.signature(of: "\(parts[0]).\(parts[1])", seed: seed) == parts[2],
            let claims = Base64.decode(parts[1]).flatMap({ JSONInput($0) }),
            let total = claims["total"]?.integer, let pageNumber = claims["pageNumber"]?.integer,
            let expiry = claims["exp"]?.integer, let lastID = claims["userId"]?.text.flatMap({ UInt64($0) }),
            let filter = claims["filter"]?.text.flatMap({ UInt64($0, radix: 16) }),
            let epoch = claims["epoch"]?.integer
        else { return nil }
        self.init(
            total: total,
            pageNumber: pageNumber,
            expiry: Int64(expiry),
            lastID: lastID,
            filter: filter,
            epoch: epoch
        )
    }

    init(total: Int, pageNumber: Int, expiry: Int64, lastID: UInt64, filter: UInt64, epoch: Int) {
        self.total = total
        self.pageNumber = pageNumber
        self.expiry = expiry
        self.lastID = lastID
        self.filter = filter
        self.epoch = epoch
    }

    private static let header = Base64.encodeURL(Array(#"{"alg":"HS256"}"#.utf8))

    /// As long as an HS256 signature, but a plain digest.
    private static func signature(of text: String, seed: UInt64) -> String {
        var state = Digest.combine(seed, Digest.of(text))
        let bytes = (0..<32).map { _ in
            state = Digest.combine(state, 1)
            return UInt8(truncatingIfNeeded: state)
        }
        return Base64.encodeURL(bytes)
    }
}
