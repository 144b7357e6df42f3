import HTTP
import JSON
import Jinja
import ManifestEngine
import Text

extension FuzzTarget {
    /// Addresses: a base, what is joined to it, and a parameter.
    static let addresses = FuzzTarget(
        "addresses",
        words: [
            "https://", "http://", "a.b", ":8080", "/", "//", "?", "#", "&", "=", "%2F", "%2e%2e", "%", "..", ".", "@",
            "[::1]",
            " ", "\n", "é", "\u{301}", "\\", ";", "+", "u:p@", "\t", "HTTP://A.B", "mailto:x", "%7E", "\"", "<",
        ],
        seeds: [
            "https://u:p@A.b:8080/v1/x?y=1#z\n../w?q=1\nk\nv w", "https://a.b/%7Eé/./..//c?a=%20\n//c.d/e;f\na\n",
            "http://a.b\n/c/../d?\né\n&=",
        ]
    ) { bytes in
        let lines = FuzzLines(bytes, 4)
        let sent = RequestEncoding.address(lines[0])
        // Without a host it is not an address, and goes nowhere.
        guard AddressCheck.fault(in: lines[0]) == nil else { return }
        expect(RequestEncoding.address(sent) == sent, "encoded twice is another address: \(sent)")
        checkHost(lines[0], sent)
        checkJoining(lines[0], lines[1])
        for text in [lines[2], lines[3]] {
            expect(
                PercentEncoding.decodeForm(PercentEncoding.form(text)).utf8.elementsEqual(text.utf8),
                "form of \(text)"
            )
        }
        checkParameter(lines[2], lines[3], sent)
    }

    /// The host that credentials are checked for is the one that is asked.
    private static func checkHost(_ written: String, _ sent: String) {
        guard AddressCheck.fault(in: written) == nil, let meant = AddressOrigin(written) else { return }
        expect(AddressOrigin(sent) == meant, "\(written) leads to \(sent)")
    }

    private static func checkJoining(_ base: String, _ path: String) {
        let joined = RequestEncoding.join(base, path)
        let folder = base.utf8.last == UInt8(ascii: "/") ? base : base + "/"
        guard !path.isEmpty, AddressCheck.fault(in: base) == nil else { return }
        let slow = RequestEncoding.resolve(path, against: folder)
        expect(joined.utf8.elementsEqual(slow.utf8), "two ways of joining: \(joined) and \(slow)")
    }

    private static func checkParameter(_ name: String, _ value: String, _ address: String) {
        guard !name.isEmpty, !value.isEmpty else { return }
        let whole = RequestEncoding.adding([name: .string(value)], to: address)
        let query = whole.utf8.firstIndex(of: UInt8(ascii: "?")).map { whole[whole.utf8.index(after: $0)...] } ?? ""
        let isThere = RequestEncoding.pairs(of: query).contains {
            $0.name.utf8.elementsEqual(name.utf8) && $0.value.utf8.elementsEqual(value.utf8)
        }
        expect(isThere, "the parameter \(name) is not in \(whole)")
    }

    /// Proxies: user, password, the address of one, exceptions, and an address.
    static let proxies = FuzzTarget(
        "proxies",
        words: [
            "http://", "https://", "socks5://", "u:p@", "proxy.a.b", ":3128", "*", ",", ".a.b", "10.0.0.0/8",
            "10.1.2.3",
            "[::1]", "::1", "\n", "/", "@", "%40", ":", " ", "é", "0x7f.1", "/33", "a.b:443",
        ],
        seeds: [
            "u@\np:w\nhttp://u:p%40@proxy.a.b:3128\na.b, .c.d,10.0.0.0/8\nhttps://x.a.b/y",
            "é\n\nsocks5h://[::1]\n*\nhttp://10.1.2.3:80",
        ]
    ) { bytes in
        let lines = FuzzLines(bytes, 5)
        checkLogin(lines[0], lines[1])
        if let proxy = ProxyAddress(lines[2]) {
            let again = ProxyAddress(proxy.place)
            expect(
                again?.host == proxy.host && again?.port == proxy.port,
                "\(lines[2]) is shown as \(proxy.place)"
            )
            expect(again?.scheme == proxy.scheme && again?.user == nil, "\(lines[2]) is shown as \(proxy.place)")
        }
        checkExceptions(lines[3], lines[4])
    }

    private static func checkLogin(_ user: String, _ password: String) {
        let login = "\(PercentEncoding.quote(user)):\(PercentEncoding.quote(password))"
        let proxy = ProxyAddress("http://\(login)@proxy.internal:3128")
        expect(proxy?.user?.utf8.elementsEqual(user.utf8) == true, "another user: \(login)")
        expect(proxy?.password.utf8.elementsEqual(password.utf8) == true, "another password: \(login)")
    }

    /// A host that is named among the exceptions is spoken to directly.
    private static func checkExceptions(_ list: String, _ address: String) {
        func rules(_ list: String) -> ProxyRules? {
            try? ProxyRules(environment: ["all_proxy": "http://p:1", "no_proxy": list])
        }
        _ = rules(list)?.proxy(for: address)
        guard AddressCheck.fault(in: address) == nil, let host = AddressParts(address)?.host else { return }
        // Brackets of IPv6 do not stand in NO_PROXY, as the reference has it.
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && !",[".utf8.contains($0) }) else { return }
        expect(
            rules("\(list),\(host)")?.proxy(for: address) == nil,
            "\(host) goes through the proxy in spite of NO_PROXY"
        )
    }

    /// Paths into JSON: a shell pattern, which is also a path with points, a name, and a value.
    static let paths = FuzzTarget(
        "paths",
        words: [
            "*", "**", "?", "[", "]", "!", "-", "a", ".", "0", "-1", "\n", "{", "}", ":", "\"a\"", ",", "é", "[a-c]",
            "[!", "1_0",
        ],
        seeds: [
            "a.**.b[0-9]\nb7\n{\"a\":{\"x\":{\"b7\":1}},\"c\":[1,{\"b1\":2}]}",
            "data.*.id\n[*]\n{\"data\":[{\"id\":1},{\"id\":2}]}",
        ]
    ) { bytes in
        let lines = FuzzLines(bytes, 3)
        checkPattern(lines[0], lines[1])
        guard let value = (try? JSONDocument(text: lines[2]))?.root.value else { return }
        let path = lines[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let found = DpathGlob.values(path, in: value)
        let rest = DpathGlob.delete(path, from: value)
        if found.isEmpty { expect(rest == value, "what does not match was deleted") }
        // Elements of lists become null.
        expect(DpathGlob.values(path, in: rest).count <= found.count, "more matches after deleting")
        guard !path.isEmpty, !lines[2].utf8.contains(UInt8(ascii: "[")) else { return }
        expect(DpathGlob.values(path, in: rest).isEmpty, "matches were not deleted")
    }

    private static func checkPattern(_ text: String, _ name: String) {
        let pattern = ShellPattern(text)
        _ = pattern.matches(name)
        if !ShellPattern.isPattern(text) {
            expect(
                pattern.matches(name) == text.unicodeScalars.elementsEqual(name.unicodeScalars),
                "a plain name is a pattern"
            )
        }
        let same = String(
            String.UnicodeScalarView(
                name.unicodeScalars.flatMap { "*?[".unicodeScalars.contains($0) ? ["[", $0, "]"] : [$0] }
            )
        )
        for form in [same, "*\(same)", "\(same)*", "*\(same)*"] {
            expect(ShellPattern(form).matches(name), "\(form) does not match \(name)")
        }
    }
}
