package import JSON

extension HTTPResponse {
    /// The body as JSON.
    ///
    /// UTF-8 as a rule, with or without a byte order mark. Only a body that cannot be read so is looked at for another
    /// encoding, see `TextEncoding`.
    package func document(indexDepth: Int) throws(JSONError) -> JSONDocument {
        TextEncoding.blankMark(body)
        do throws(JSONError) { return try JSONDocument(body, indexDepth: indexDepth) } catch {
            guard let text = TextEncoding.text(of: body.buffer, contentType: headers["Content-Type"]) else {
                throw error
            }
            return try JSONDocument(Bytes(text), indexDepth: indexDepth)
        }
    }

    /// The body as a string; bytes that are invalid in its encoding are replaced.
    package var text: String { text(of: body.buffer) }

    /// The beginning of the body as text.
    ///
    /// - Parameter limit: bytes that are looked at.
    package func textStart(_ limit: Int) -> String {
        text(of: UnsafeBufferPointer(rebasing: body.buffer.prefix(limit)))
    }

    /// Whether a search in the bytes of the body says nothing about its text.
    package var hasWideText: Bool { TextEncoding.isWide(body.buffer) }

    private func text(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let text = TextEncoding.text(of: bytes, contentType: headers["Content-Type"]) { return text }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }
}
