import HTTP
import JSON
import Text

extension FuzzTarget {
    /// Header values: links, waits, dates; the lines are also targets and relations of links.
    static let headers = FuzzTarget(
        "headers",
        words: [
            "<", ">", ";", ",", "=", "\"", "'", " ", "rel=", "next", "https://a.b/c?d=e", "99999999999999999999",
            "Wed, 21 Oct 2015 07:28:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "1e400",
            "-1", ":", "\\", "é", "\t", "\n", "rel=\"", "title*=UTF-8''",
        ],
        seeds: [
            "<https://a.b/c?page=2>; rel=\"next\", <https://a.b/c?page=9>; rel=\"last\"", "120",
            "Wed, 21 Oct 2015 07:28:00 GMT", "https://a.b/c?d,e;f\nnext\n/x\nlast first\n",
        ]
    ) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if case .number(let seconds) = HeaderReading(text) { expect(seconds.isFinite, "endless: \(text)") }
        _ = HTTPDate.secondsSince1970(text)
        let links = LinkHeader.links(text)
        expect(links.allSatisfy { $0["url"]?.string != nil }, "a link without target")
        expect(links.isEmpty == LinkHeader.byRelation(text).isEmpty, "links that no relation finds")
        checkLinks(text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) })
    }

    /// Links written by the grammar are read as they are.
    private static func checkLinks(_ lines: [String]) {
        var links: [(target: String, relation: String)] = []
        for place in stride(from: 0, to: lines.count - 1, by: 2) {
            let target = lines[place].unicodeScalars.filter { !" \t'\"<>".unicodeScalars.contains($0) }
            links.append((String(String.UnicodeScalarView(target)), lines[place + 1]))
        }
        let header = links.map { "<\($0.target)>; rel=\"\(quoted($0.relation))\"; title=x" }.joined(separator: ", ")
        let found = LinkHeader.links(header)
        expect(found.count == links.count, "\(found.count) links instead of \(links.count): \(header)")
        for (link, expected) in zip(found, links) {
            expect(link["url"] == .string(expected.target), "another target: \(header)")
            expect(link["rel"] == .string(expected.relation), "another relation: \(header)")
        }
    }

    private static func quoted(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.flatMap { "\"\\".unicodeScalars.contains($0) ? ["\\", $0] : [$0] }
            )
        )
    }

    /// Cookies: the address that sets one, the header, and another address.
    static let cookies = FuzzTarget(
        "cookies",
        words: [
            "; ", "=", "Domain=", ".a.b", "a.b", "Path=/", "Max-Age=", "Secure", "Expires=", "\"", "\n", "https://",
            "Wed, 21 Oct 2099 07:28:00 GMT", "http://", "9999999999999999999", "-1", ".", "1.2.3.4", "[::1]", ":8080",
            "/",
            "@", "é", ",",
        ],
        seeds: [
            "https://x.a.b/c/d\ns=1; Domain=a.b; Path=/c; Secure; Max-Age=60\nhttps://y.a.b/c",
            "http://1.2.3.4/\nk=\"v\\\"\"; Expires=Wed, 21 Oct 2099 07:28:00 GMT\nhttp://1.2.3.4/z",
        ]
    ) { bytes in
        let lines = FuzzLines(bytes, 3)
        let jar = CookieJar { 1_700_000_000 }
        jar.take(HTTPHeaderList([("Set-Cookie", lines[1])]), from: lines[0])
        guard let setter = AddressParts(lines[0]), let other = AddressParts(lines[2]) else { return }
        guard let header = jar.header(for: lines[2]) else { return }
        expect(!header.isEmpty, "an empty cookie")
        expect(isNear(setter.host, other.host), "a cookie of \(setter.host) goes to \(other.host)")
        let isSecure = lines[1].split(separator: ";").dropFirst().contains { $0.trimmed().lowercased() == "secure" }
        expect(!isSecure || other.scheme == "https", "a cookie for encryption goes without: \(header)")
    }

    /// Whether two hosts are the same, or have a domain of two names in common.
    private static func isNear(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        let ends = [one, other].map { $0.split(separator: ".", omittingEmptySubsequences: false).suffix(2) }
        return ends[0].count == 2 && ends[0] == ends[1]
    }

    /// Heads of responses: what comes out is what the parser takes.
    static let heads = FuzzTarget(
        "heads",
        words: [
            "HTTP/1.1 200 OK", "HTTP/1.1 100 Continue", "\r\n", "\n", "\r", ":", " ", "\t", "Content-Length", "0",
            "Transfer-Encoding: chunked", "Content-Type: a/b", "\r\n\r\n", "\0", "X-É: 1", "a b: c", ";",
        ],
        seeds: [
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-A: 1\r\n\r\nabc",
            "HTTP/1.1 200 OK\nA : b\n folded\nContent-Length: 1\nContent-Length: 2\nTransfer-Encoding: chunked\n\n",
        ]
    ) { bytes in
        let scan = bytes.withUnsafeBytes { ResponseHeadScan($0) }
        guard let length = scan.length else { return }
        let head = Array(bytes[..<length])
        let repaired = ResponseHeadText.repaired(head)
        guard scan.isClean else { return checkRepair(repaired) }
        let lines = [head, repaired].map {
            $0.drop { $0 == 0x0D || $0 == 0x0A }.split(separator: 0x0A).filter { $0 != [0x0D] }.count
        }
        expect(lines[0] == lines[1], "a head without faults loses lines")
    }

    private static func checkRepair(_ repaired: [UInt8]) {
        let text = String(decoding: repaired, as: UTF8.self)
        // Codings on several lines are one list.
        guard text.lowercased().split(separator: "transfer-encoding", omittingEmptySubsequences: false).count < 3 else {
            return
        }
        // Lengths that contradict each other are left for the parser to refuse.
        let lengths = text.lowercased().split(separator: "\r\n").filter { $0.hasPrefix("content-length:") }
        guard lengths.count < 2, !lengths.contains(where: { $0.contains(",") }) else { return }
        let scan = repaired.withUnsafeBytes { ResponseHeadScan($0) }
        expect(scan.isClean, "repaired, and still not clean: \(text)")
        expect(scan.length == repaired.count, "repaired, and ends elsewhere: \(text)")
        expect(ResponseHeadText.repaired(repaired) == repaired, "repaired twice is another head: \(text)")
    }
}
