/// Finds headers that HTTP has no form for, before anything is sent.
///
/// Such a value is usually a slip, a key pasted with its line break for instance. Values are never shown.
enum HeaderCheck {
    /// Why one of the headers cannot be sent; nil when all can.
    static func fault(in headers: HTTPHeaderList) -> TransportError? {
        for field in headers.fields {
            if let fault = fault(inName: field.name) { return fault }
            guard field.value.utf8.contains(where: isSuspect) else { continue }
            if let fault = fault(inLettersOf: field) { return fault }
            return TransportError(
                .invalidHeader,
                "the header '\(field.name)' cannot be sent: its value \(fault(inValue: Array(field.value.utf8))); "
                    + "check the value in the configuration or the manifest"
            )
        }
        return nil
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

    /// Whether a byte is a control character or starts a letter beyond Latin-1.
    private static func isSuspect(_ byte: UInt8) -> Bool { isControl(byte) || byte > 0xC3 }

    /// Why a value cannot be written in Latin-1, the only letters that headers have.
    private static func fault(inLettersOf field: HTTPHeaderList.Field) -> TransportError? {
        guard let letter = field.value.unicodeScalars.first(where: { $0.value > 0xFF }) else { return nil }
        let code = String(letter.value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return TransportError(
            .unwritableHeader,
            "the header '\(field.name)' cannot be sent: its value contains the character '\(letter)' (U+\(number)), "
                + "but headers may contain only Latin-1; check the value in the configuration or the manifest"
        )
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func fault(inValue bytes: [UInt8]) -> String {
        let text = bytes.drop(while: isLineBreak)
        let body = text.prefix(text.count - text.reversed().prefix(while: isLineBreak).count)
        guard let control = body.first(where: isControl) else {
            return text.count < bytes.count ? "begins with a line break" : "ends with a line break"
        }
        switch control {
        case 0: return "contains a zero byte"
        case 0x0A, 0x0D: return "contains a line break"
        default: return "contains the control character \(control)"
        }
    }

    private static func fault(inName name: String) -> TransportError? {
        guard name.isEmpty || !name.utf8.allSatisfy(ResponseHeadScan.isNameByte) else { return nil }
        // Line breaks and the like would garble the message.
        let shown = name.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : String($0) }.joined()
        let reason = name.isEmpty ? "it has no name" : "only letters, digits and !#$%&'*+-.^_`|~ are allowed in a name"
        return TransportError(.invalidHeader, "the header '\(shown)' cannot be sent: \(reason)")
    }
}
