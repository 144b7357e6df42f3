/// Prints the formats that nearly all APIs use, in one pass and without an allocation beside the text.
///
/// Knows `%Y`, `%m`, `%d`, `%H`, `%M`, `%S`, `%f`, `%z` and characters that stand for themselves; `Strftime` prints the
/// others. Both give the same text for what this one knows.
enum PlainStrftime {
    /// The value in a format; nil when the format has something else.
    static func text(_ value: DateTime, _ format: String) -> String? {
        // A directive takes two bytes and gives at most six.
        let limit = format.utf8.count * 3
        guard limit <= 192 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { buffer in
            var printer = Printer(value, buffer)
            guard printer.printAll(format) else { return nil }
            return String(decoding: buffer[..<printer.count], as: UTF8.self)
        }
    }

    private struct Printer {
        private let buffer: UnsafeMutableBufferPointer<UInt8>
        private let fields: (year: Int, month: Int, day: Int)
        private let time: Int
        private let offset: UTCOffset?
        private(set) var count = 0

        init(_ value: DateTime, _ buffer: UnsafeMutableBufferPointer<UInt8>) {
            self.buffer = buffer
            fields = value.date.fields
            time = value.microsecondOfDay
            offset = value.offset
        }

        mutating func printAll(_ format: String) -> Bool {
            var isDirective = false
            for byte in format.utf8 {
                if isDirective {
                    guard printDirective(byte) else { return false }
                    isDirective = false
                } else if byte == UInt8(ascii: "%") {
                    isDirective = true
                } else {
                    // The format of the C library ends at a null byte.
                    guard byte != 0 else { return false }
                    append(byte)
                }
            }
            return !isDirective
        }

        private mutating func printDirective(_ letter: UInt8) -> Bool {
            switch letter {
            case UInt8(ascii: "Y"): append(fields.year, digits: 4)
            case UInt8(ascii: "m"): append(fields.month, digits: 2)
            case UInt8(ascii: "d"): append(fields.day, digits: 2)
            case UInt8(ascii: "H"): append(time / 3_600_000_000, digits: 2)
            case UInt8(ascii: "M"): append(time / 60_000_000 % 60, digits: 2)
            case UInt8(ascii: "S"): append(time / 1_000_000 % 60, digits: 2)
            case UInt8(ascii: "f"): append(time % 1_000_000, digits: 6)
            case UInt8(ascii: "z"): return appendOffset()
            default: return false
            }
            return true
        }

        /// Sign, hours and minutes; false for an offset that has seconds too.
        private mutating func appendOffset() -> Bool {
            guard let offset else { return true }
            let size = Int(offset.microseconds.magnitude)
            guard size % 60_000_000 == 0 else { return false }
            append(UInt8(ascii: offset.microseconds < 0 ? "-" : "+"))
            append(size / 3_600_000_000, digits: 2)
            append(size / 60_000_000 % 60, digits: 2)
            return true
        }

        private mutating func append(_ byte: UInt8) {
            buffer[count] = byte
            count += 1
        }

        private mutating func append(_ number: Int, digits: Int) {
            var rest = number
            for place in stride(from: count + digits - 1, through: count, by: -1) {
                buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            count += digits
        }
    }
}
