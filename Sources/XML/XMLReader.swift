import CExpat
package import JSON

/// Reads XML as an object with the root element by its name.
///
/// An element without attributes and children is its text, or null; any other is an object with its attributes as `@name`,
/// its children by their names and its text as `#text`. Several children of one name are a list in the place of the first.
/// Text is without white space at both ends; the parts between children are joined. Names keep their prefixes. Comments,
/// processing instructions and entities of the document's own are left out, external ones are never fetched.
package enum XMLReader {
    /// Elements inside elements that are accepted, as many as levels of JSON.
    static let depthLimit = 1024
    /// Bytes that the parser takes at once.
    private static let largestPart = 1 << 30

    /// The value of a text in UTF-8, whatever encoding it declares.
    ///
    /// - Parameter limit: bytes that names and texts may have together; entities in attributes multiply them.
    package static func value(
        of text: UnsafeBufferPointer<UInt8>,
        limit: Int = .max
    ) throws(XMLFault) -> JSONValue {
        guard let parser = XML_ParserCreate("UTF-8") else { throw XMLFault(message: "no memory", line: 1, column: 1) }
        defer { XML_ParserFree(parser) }
        let builder = XMLBuilder(parser, limit: limit)
        // The builder outlives the parser's use of it.
        XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
        setHandlers(parser)
        try withExtendedLifetime(builder) { () throws(XMLFault) in try parse(text, parser, builder) }
        return builder.root
    }

    private static func setHandlers(_ parser: XML_Parser) {
        XML_SetElementHandler(
            parser,
            { XMLBuilder.of($0)?.begin($1, $2) },
            { data, _ in XMLBuilder.of(data)?.end() }
        )
        XML_SetCharacterDataHandler(parser) { XMLBuilder.of($0)?.append($1, count: Int($2)) }
        // With it, entities of the document's own are handed over here and not expanded.
        XML_SetDefaultHandler(parser) { _, _, _ in }
        XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 1 }
    }

    private static func parse(
        _ text: UnsafeBufferPointer<UInt8>,
        _ parser: XML_Parser,
        _ builder: XMLBuilder
    ) throws(XMLFault) {
        var place = 0
        repeat {
            let part = UnsafeBufferPointer(rebasing: text[place...].prefix(largestPart))
            place += part.count
            let isLast = place == text.count
            let status = part.withMemoryRebound(to: CChar.self) {
                XML_Parse(parser, $0.baseAddress, CInt($0.count), isLast ? 1 : 0)
            }
            guard status != XML_STATUS_ERROR else { throw fault(parser, builder) }
        } while place < text.count
    }

    private static func fault(_ parser: XML_Parser, _ builder: XMLBuilder) -> XMLFault {
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
        return XMLFault(
            message: builder.refusal ?? reason ?? "unknown error",
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1
        )
    }
}
