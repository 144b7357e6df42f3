extension Bytes {
    /// Writes a value the way Python's `json.dumps` does: a space after commas and colons, printable ASCII only.
    ///
    /// Throws at a number that JSON has no form for; some of the value is written then.
    ///
    /// - Parameter isCompact: leaves out the spaces, as `separators=(",", ":")` does.
    package func appendPythonJSON(_ value: JSONValue, isCompact: Bool = false) throws(UnwritableNumber) {
        let comma = isCompact ? "," : ", "
        let colon = isCompact ? ":" : ": "
        switch value.opened {
        case .array(let elements):
            append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { append(comma) }
                do throws(UnwritableNumber) {
                    try appendPythonJSON(element, isCompact: isCompact)
                } catch {
                    throw error.inside("[\(index)]")
                }
            }
            append(UInt8(ascii: "]"))
        case .object(let members):
            append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { append(comma) }
                appendASCIIQuoted(member.key)
                append(colon)
                do throws(UnwritableNumber) {
                    try appendPythonJSON(member.value, isCompact: isCompact)
                } catch {
                    throw error.inside(member.key)
                }
            }
            append(UInt8(ascii: "}"))
        case .string(let text): appendASCIIQuoted(text)
        case .double(let number):
            guard number.isFinite else { throw UnwritableNumber(number) }
            append(JSONNumber.pythonText(number))
        case let scalar: append(json: scalar)
        }
    }

    /// Writes a text in quotes, with escapes for all but printable ASCII.
    package func appendASCIIQuoted(_ text: String) {
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            if scalar.value < 0x7F {
                let byte = UInt8(scalar.value)
                if JSONString.needsEscape(byte) {
                    appendEscape(byte)
                } else {
                    append(byte)
                }
            } else {
                for unit in String(scalar).utf16 { appendUnicodeEscape(unit) }
            }
        }
        append(UInt8(ascii: "\""))
    }

    private func appendUnicodeEscape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
