extension Bytes {
    /// Writes a value as compact text, in the form values have on the wire.
    package func append(json value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(true): append("true")
        case .bool(false): append("false")
        case .integer(let number): append(integer: number)
        case .bigInteger(let digits): append(digits)
        case .double(let number): append(JSONNumber.wireText(number))
        case .string(let text): appendQuoted(text)
        case .array(let elements): append(elements: elements)
        case .object(let members): append(members: members)
        case .view(let view): append(view: view)
        }
    }

    private func append(elements: [JSONValue]) {
        append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(json: element)
        }
        append(UInt8(ascii: "]"))
    }

    private func append(members: JSONObject) {
        append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, value) in members {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            appendQuoted(name)
            append(UInt8(ascii: ":"))
            append(json: value)
        }
        append(UInt8(ascii: "}"))
    }

    /// Writes an integer in decimal digits.
    package func append(integer number: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = number.magnitude
            var at = 20
            repeat {
                at -= 1
                digits[at] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { append(UInt8(ascii: "-")) }
            append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[at...]))
        }
    }
}
