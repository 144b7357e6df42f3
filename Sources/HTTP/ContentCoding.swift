/// A content coding that can be decoded.
package enum ContentCoding: Equatable {
    case gzip
    case deflate

    /// The most codings in one header; more are only ever malicious.
    private static let mostCodings = 5
    /// Names of codings that were not requested.
    ///
    /// Other names, such as the charsets some servers write here, say nothing about compression: the body is taken as
    /// it is.
    private static let unread: Set<String> = [
        "br", "zstd", "compress", "x-compress", "bzip2", "x-bzip2", "bz2", "xz", "lzma", "x-lzma", "lz4", "snappy",
        "x-snappy", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm",
    ]

    /// The codings to undo, the last applied first.
    ///
    /// - Parameter values: the values of all `Content-Encoding` headers, in order.
    /// - Throws: the name of a coding that is not read.
    static func undone(_ values: [String]) throws(UnreadCoding) -> [ContentCoding] {
        guard !values.isEmpty else { return [] }
        var codings: [ContentCoding] = []
        for value in values {
            for part in value.split(separator: ",") {
                let name = part.trimmingWhitespace().lowercased()
                switch name {
                case "gzip", "x-gzip": codings.append(.gzip)
                case "deflate": codings.append(.deflate)
                case _ where unread.contains(name): throw UnreadCoding(name: name)
                default: break
                }
            }
        }
        guard codings.count <= mostCodings else { throw UnreadCoding(name: values.joined(separator: ", ")) }
        return codings.reversed()
    }
}

/// A coding that responses are not read in.
struct UnreadCoding: Error, Equatable {
    /// As the header has it, lower case.
    let name: String
}

extension Substring {
    /// Without spaces and tabs on both sides.
    fileprivate func trimmingWhitespace() -> Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        let length = start.reversed().drop { $0 == " " || $0 == "\t" }.count
        return start.prefix(length)
    }
}
