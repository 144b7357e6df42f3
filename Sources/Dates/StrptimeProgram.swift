/// One step of matching a date text, over UTF-8 bytes.
enum StrptimeStep: Hashable, Sendable {
    /// Exactly this byte.
    case byte(UInt8)
    /// This ASCII letter, given in lower case, in either case.
    case letter(UInt8)
    /// This letter beyond ASCII, given as its small form, in either case.
    case wideLetter(UInt32)
    /// One or more white space characters.
    case space
    /// Four digits, `%Y`.
    case year
    /// Two digits, `%y`.
    case shortYear
    /// Four digits, `%G`.
    case isoYear
    /// One or two digits of a field.
    case number(StrptimeNumber)
    /// One to three digits, `%j`.
    case dayOfYear
    /// One to six digits, `%f`.
    case fraction
    /// `Z` or a signed distance from UTC, `%z`.
    case offset
    /// A weekday name; the length is 3, or 0 for the full name.
    case weekdayName(length: UInt8)
    /// A month name; the length is 3, or 0 for the full name.
    case monthName(length: UInt8)
    /// `AM` or `PM` in any case, `%p`.
    case halfDay
    /// `UTC` or `GMT` in any case, `%Z`.
    case zoneName
    /// One digit, 0 for Sunday, `%w`.
    case weekday
    /// One digit, 1 for Monday, `%u`.
    case isoWeekday
}

/// A field of one or two digits, with the limits that a match must keep.
enum StrptimeNumber: UInt8, Hashable, Sendable {
    case month, day, hour, halfHour, minute, second, sundayWeek, mondayWeek, isoWeek

    /// The least value of two digits, the greatest value, and the least value of a single digit.
    @inline(__always)
    var limits: (two: Int, greatest: Int, one: Int) {
        switch self {
        case .month: (1, 12, 1)
        case .day: (1, 31, 1)
        case .hour: (0, 23, 0)
        case .halfHour: (1, 12, 1)
        case .minute: (0, 59, 0)
        case .second: (0, 61, 0)
        case .sundayWeek, .mondayWeek: (0, 53, 0)
        case .isoWeek: (1, 53, 0)
        }
    }
}

/// A date format compiled for parsing.
///
/// The directives are those of Python's `strptime`; `%c`, `%x` and `%X` stand for their C locale forms. A run of white
/// space matches any run of white space, letters match in either case.
struct StrptimeProgram: Hashable, Sendable {
    /// The steps in the order of the format.
    private(set) var steps: ContiguousArray<StrptimeStep> = []
    /// Whether a shorter match of one step can let a later step match.
    private(set) var isAmbiguous = false
    /// Whether a year, a month and a day of the month alone give the date.
    private(set) var isPlain = false

    /// Compiles a format; throws for an unknown or repeated directive and for a `%` at the end.
    init(_ format: String) throws(DateError) {
        var directives: Set<UInt8> = []
        try compile(Array(format.utf8), format: format, seen: &directives)
        isAmbiguous = zip(steps, steps.dropFirst()).contains { $0.canYield(to: $1) }
        isPlain = directives.contains(UInt8(ascii: "Y")) && directives.isDisjoint(with: Array("GjUVWaAwu".utf8))
    }

    /// Appends the steps of a format or of the expansion of a directive.
    private mutating func compile(
        _ bytes: [UInt8],
        format: String,
        seen directives: inout Set<UInt8>
    ) throws(DateError) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "%") else {
                let width = bytes.withUnsafeBufferPointer { StrptimeMatcher.spaceWidth($0, at: index) }
                if width == 0 {
                    index += appendLiteral(bytes[index...])
                } else {
                    if steps.last != .space { steps.append(.space) }
                    index += width
                }
                continue
            }
            guard index + 1 < bytes.count else { throw DateError(.value, "stray % in format '\(format)'") }
            try compile(directive: bytes[index + 1], format: format, seen: &directives)
            index += 2
        }
    }

    /// Appends the step for the character that comes next; returns how many bytes that takes.
    private mutating func appendLiteral(_ rest: ArraySlice<UInt8>) -> Int {
        let character = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        let small = character.properties.lowercaseMapping.unicodeScalars
        if !character.isASCII, character.properties.isCased, small.count == 1, let letter = small.first {
            steps.append(.wideLetter(letter.value))
            return character.utf8.count
        }
        let byte = rest[rest.startIndex]
        steps.append(byte.isLetter ? .letter(byte | 32) : .byte(byte))
        return 1
    }

    /// Appends the steps of one directive.
    private mutating func compile(
        directive: UInt8,
        format: String,
        seen directives: inout Set<UInt8>
    ) throws(DateError) {
        let expansions: [UInt8: String] = [
            UInt8(ascii: "c"): "%a %b %d %H:%M:%S %Y", UInt8(ascii: "x"): "%m/%d/%y", UInt8(ascii: "X"): "%H:%M:%S",
        ]
        if let expansion = expansions[directive] {
            return try compile(Array(expansion.utf8), format: format, seen: &directives)
        }
        guard let step = Self.steps[directive] else { throw Self.badDirective(directive, in: format) }
        steps.append(step)
        guard directive == UInt8(ascii: "%") || directives.insert(directive).inserted else {
            throw DateError(.pattern, "redefinition of group name '\(Character(Unicode.Scalar(directive)))'")
        }
    }

    /// The step of every directive that stands for itself.
    private static let steps: [UInt8: StrptimeStep] = [
        UInt8(ascii: "%"): .byte(UInt8(ascii: "%")), UInt8(ascii: "Y"): .year, UInt8(ascii: "y"): .shortYear,
        UInt8(ascii: "G"): .isoYear, UInt8(ascii: "m"): .number(.month), UInt8(ascii: "d"): .number(.day),
        UInt8(ascii: "H"): .number(.hour), UInt8(ascii: "I"): .number(.halfHour),
        UInt8(ascii: "M"): .number(.minute), UInt8(ascii: "S"): .number(.second),
        UInt8(ascii: "U"): .number(.sundayWeek), UInt8(ascii: "W"): .number(.mondayWeek),
        UInt8(ascii: "V"): .number(.isoWeek), UInt8(ascii: "j"): .dayOfYear, UInt8(ascii: "f"): .fraction,
        UInt8(ascii: "z"): .offset, UInt8(ascii: "Z"): .zoneName, UInt8(ascii: "p"): .halfDay,
        UInt8(ascii: "A"): .weekdayName(length: 0), UInt8(ascii: "a"): .weekdayName(length: 3),
        UInt8(ascii: "B"): .monthName(length: 0), UInt8(ascii: "b"): .monthName(length: 3),
        UInt8(ascii: "w"): .weekday, UInt8(ascii: "u"): .isoWeekday,
    ]

    /// The fault of a directive that parsing does not know; signs that need quoting in a pattern are reported as `%`.
    private static func badDirective(_ directive: UInt8, in format: String) -> DateError {
        let quoted = Array("\\.^$*+?(){}[]| \t\n\r\u{0B}\u{0C}".utf8).contains(directive)
        let shown = quoted ? "%" : Character(Unicode.Scalar(directive))
        return DateError(.value, "'\(shown)' is a bad directive in format '\(format)'")
    }
}

extension StrptimeStep {
    /// Whether this step can match less than it would like and so leave something that `next` begins with.
    fileprivate func canYield(to next: StrptimeStep) -> Bool {
        switch self {
        case .number, .dayOfYear, .fraction: next.beginsWithDigit
        case .offset:
            next.beginsWithDigit || next == .byte(UInt8(ascii: ":")) || next == .byte(UInt8(ascii: "."))
        default: false
        }
    }

    /// Whether the step can begin with a digit.
    private var beginsWithDigit: Bool {
        switch self {
        case .year, .shortYear, .isoYear, .number, .dayOfYear, .fraction, .weekday, .isoWeekday: true
        case .byte(let byte): byte.isDigit
        default: false
        }
    }
}
