import Jinja

/// All readers of header values in one call, for tools that try them with any text.
package enum HeaderReaders {
    /// Reads a text as every header that the engine looks into.
    package static func readAll(_ text: String) {
        _ = PageHeaders.object(HTTPHeaderList([("Link", text), ("Retry-After", text)]))
        if case .number(let seconds) = HeaderNumber.reading(of: text) { precondition(seconds.isFinite) }
        _ = HTTPDate.secondsSince1970(text)
        _ = AddressParts(text)
    }
}
