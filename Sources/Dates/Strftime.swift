/// Prints one value by a format of `strftime`, as Python does on top of the GNU C library in the C locale.
///
/// Python itself fills in `%f`, `%z` and `%Z`; the library then handles everything else, with its flags (`-`, `_`, `0`,
/// `^`, `#`), widths and the modifiers `E` and `O`. What the library does not know stays as it was typed.
/// `%s` reads the wall clock as UTC. Years have four digits, where the library prints the year
/// 1 as `1`, which cannot be read back.
struct Strftime {
    let value: DateTime
    let date: CalendarDate
    let fields: (year: Int, month: Int, day: Int)
    let iso: (year: Int, week: Int, weekday: Int)

    /// Prepares to print a value.
    init(_ value: DateTime) {
        self.value = value
        date = value.date
        fields = date.fields
        iso = date.isoCalendar
    }

    /// Prints a value in a format.
    static func text(_ value: DateTime, _ format: String) -> String {
        PlainStrftime.text(value, format) ?? Strftime(value).text(format)
    }

    /// Prints the value in any format.
    func text(_ format: String) -> String {
        var output: [UInt8] = []
        write(withPythonDirectives(Array(format.utf8)), to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Fills in the directives that Python handles; the format ends at a null byte.
    private func withPythonDirectives(_ format: [UInt8]) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        var index = 0
        while index < format.count, format[index] != 0 {
            let byte = format[index]
            index += 1
            guard byte == UInt8(ascii: "%"), index < format.count else {
                result.append(byte)
                continue
            }
            switch format[index] {
            case UInt8(ascii: "f"): result.appendNumber(value.microsecond, width: 6)
            case UInt8(ascii: "z"): value.offset?.append(to: &result, separator: "")
            case UInt8(ascii: "Z"): result.append(text: value.offset?.name ?? "")
            default: result += [byte, format[index]]
            }
            index += 1
        }
        return result[...]
    }

    /// Writes a format for the C library.
    func write(_ format: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var rest = format
        while let byte = rest.first {
            guard byte == UInt8(ascii: "%") else {
                output.append(byte)
                rest.removeFirst()
                continue
            }
            let directive = StrftimeDirective(parsing: &rest)
            if !write(directive, to: &output) { directive.write(directive.source, to: &output) }
        }
    }

    /// Writes a directive; false when the library does not know it in this form.
    private func write(_ directive: StrftimeDirective, to output: inout [UInt8]) -> Bool {
        let letter = directive.letter
        guard directive.allowsModifier else { return false }
        if let number = number(letter) {
            directive.writeNumber(number.value, digits: number.digits, fill: number.fill, to: &output)
        } else if let subformat = Self.subformats[letter] {
            var text: [UInt8] = []
            write(subformat[...], to: &text)
            directive.write(text, to: &output)
        } else if let text = text(letter, directive) {
            directive.write(text, to: &output)
        } else {
            return letter == UInt8(ascii: "z")
        }
        return true
    }

    /// Directives that stand for other formats.
    private static let subformats: [UInt8: [UInt8]] = [
        UInt8(ascii: "c"): Array("%a %b %e %H:%M:%S %Y".utf8), UInt8(ascii: "D"): Array("%m/%d/%y".utf8),
        UInt8(ascii: "F"): Array("%Y-%m-%d".utf8), UInt8(ascii: "R"): Array("%H:%M".utf8),
        UInt8(ascii: "r"): Array("%I:%M:%S %p".utf8), UInt8(ascii: "T"): Array("%H:%M:%S".utf8),
        UInt8(ascii: "x"): Array("%m/%d/%y".utf8), UInt8(ascii: "X"): Array("%H:%M:%S".utf8),
    ]

    /// The number a directive prints, how many digits at least, and what fills them up unless a flag says otherwise.
    private func number(_ letter: UInt8) -> (value: Int, digits: Int, fill: StrftimeDirective.Fill)? {
        let yearDay = date.dayOfYear - 1
        let weekday = date.isoWeekday % 7
        let halfHour = (value.hour + 11) % 12 + 1
        switch letter {
        case UInt8(ascii: "C"): return (fields.year / 100, 1, .zeros)
        case UInt8(ascii: "d"): return (fields.day, 2, .zeros)
        case UInt8(ascii: "e"): return (fields.day, 2, .spaces)
        case UInt8(ascii: "G"): return (iso.year, 4, .zeros)
        case UInt8(ascii: "g"): return ((iso.year % 100 + 100) % 100, 2, .zeros)
        case UInt8(ascii: "H"): return (value.hour, 2, .zeros)
        case UInt8(ascii: "I"): return (halfHour, 2, .zeros)
        case UInt8(ascii: "j"): return (yearDay + 1, 3, .zeros)
        case UInt8(ascii: "k"): return (value.hour, 2, .spaces)
        case UInt8(ascii: "l"): return (halfHour, 2, .spaces)
        case UInt8(ascii: "M"): return (value.minute, 2, .zeros)
        case UInt8(ascii: "m"): return (fields.month, 2, .zeros)
        case UInt8(ascii: "S"): return (value.second, 2, .zeros)
        case UInt8(ascii: "s"):
            return (Int(Gregorian.floorQuotient(value.wallMicroseconds, 1_000_000)), 1, .zeros)
        case UInt8(ascii: "U"): return ((yearDay - weekday + 7) / 7, 2, .zeros)
        case UInt8(ascii: "u"): return (date.isoWeekday, 1, .zeros)
        case UInt8(ascii: "V"): return (iso.week, 2, .zeros)
        case UInt8(ascii: "W"): return ((yearDay - date.weekday + 7) / 7, 2, .zeros)
        case UInt8(ascii: "w"): return (weekday, 1, .zeros)
        case UInt8(ascii: "Y"): return (fields.year, 4, .zeros)
        case UInt8(ascii: "y"): return (fields.year % 100, 2, .zeros)
        default: return nil
        }
    }

    /// The bytes of a name.
    private static func letters(_ name: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The text of a directive that prints no number.
    private func text(_ letter: UInt8, _ directive: StrftimeDirective) -> [UInt8]? {
        let half = value.hour < 12 ? "am" : "pm"
        switch letter {
        case UInt8(ascii: "%"): return [letter]
        case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
        case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
        case UInt8(ascii: "P"): return Array(half.utf8)
        case UInt8(ascii: "p"): return directive.swapsCase ? Array(half.utf8) : half.utf8.map(\.uppercased)
        case UInt8(ascii: "Z"): return []
        case UInt8(ascii: "A"): return Self.letters(DateNames.weekdays[date.weekday])
        case UInt8(ascii: "a"): return Array(Self.letters(DateNames.weekdays[date.weekday]).prefix(3))
        case UInt8(ascii: "B"): return Self.letters(DateNames.months[fields.month - 1])
        case UInt8(ascii: "b"), UInt8(ascii: "h"):
            return Array(Self.letters(DateNames.months[fields.month - 1]).prefix(3))
        default: return nil
        }
    }
}
