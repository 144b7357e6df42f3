import HTTP
import Jinja
import Manifest

/// A template that may give the address of requests, besides those of requesters.
struct NamedAddress: Sendable {
    let template: TemplateText
}

extension HttpRequester {
    /// The addresses that the manifest names, alone or with the configuration; those from responses are left out.
    ///
    /// Where a template needs a response, the text before its first expression counts, and for an expression in the name
    /// of a host such as `https://{{ … }}.example.com` the hosts below the rest of the name.
    ///
    /// - Parameter scope: one with the configuration and nothing else.
    func namedAddresses(in scope: Scope) -> [String] {
        if isOfResponses { return [] }
        let bases = base.map { Self.namedTexts($0, in: scope) } ?? [""]
        let paths = path.map { Self.namedTexts($0, in: scope) } ?? []
        return bases + bases.flatMap { base in paths.map { RequestEncoding.join(base, String($0.drop { $0 == "/" })) } }
    }

    /// The addresses that begin in a template.
    static func namedTexts(_ template: TemplateText, in scope: Scope) -> [String] {
        let start = template.source.prefix { $0 != "{" }
        let texts = [try? template.text(in: scope), String(start)].compactMap { $0 }
        guard start.hasSuffix("://"), let end = template.source.firstRange(of: "}}")?.upperBound else { return texts }
        let rest = template.source[end...].prefix { $0 != "{" }
        return rest.hasPrefix(".") ? texts + [String(start + rest)] : texts
    }

    /// Throws for a request that would send credentials to a host that only a response names.
    ///
    /// - Parameters:
    ///   - isToken: whether a page token names the address.
    ///   - base: the first part of the addresses, where it depends only on manifest and configuration.
    func checkHost(of request: HTTPRequest, isToken: Bool, below base: String?, _ context: RunContext) throws {
        if !isToken && hasSettledAddress { return }
        if let base, !isOfResponses, Self.isBelow(base, request.url) { return }
        try context.hosts.check(request, own: namedAddresses(in: context.makeScope()))
    }

    /// Whether an address certainly has the origin of a base; nearly all do, which a prefix comparison shows.
    private static func isBelow(_ base: String, _ address: String) -> Bool {
        var slashes = 0
        var index = base.utf8.startIndex
        for byte in address.utf8 {
            if slashes == 3 { return true }
            if byte == 0x2F { slashes += 1 }
            if byte == 0x40 || byte == 0x3F || byte == 0x23 || byte == 0x5C { return false }
            if index == base.utf8.endIndex { return slashes == 3 }
            if base.utf8[index] != byte { return false }
            base.utf8.formIndex(after: &index)
        }
        return slashes == 3
    }
}

extension CredentialPlaces {
    /// The places that an authenticator filled.
    init(_ parts: RequestParts) {
        self.init()
        headers = parts.headers.map(\.key)
        isInAddress = !parts.parameters.isEmpty
        isInBody = !parts.bodyData.isEmpty || !parts.bodyJSON.isEmpty
    }
}
