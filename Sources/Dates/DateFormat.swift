import Text

/// A date format compiled once, for parsing and for printing.
///
/// In the connector dialect the formats `%s`, `%s_as_float`, `%ms` and `%epoch_microseconds`, when they are the whole
/// format, stand for numbers since 1970 UTC, `%_ms` inside a format stands for milliseconds, and a parsed value without
/// an offset is in UTC. In the plain dialect the format is one of `strptime` and `strftime` alone, and a parsed value
/// without an offset is naive. Printing follows the C library in the C locale.
package struct DateFormat: Hashable, Sendable {
    /// Which rules a format follows.
    package enum Dialect: Hashable, Sendable {
        /// The formats of cursors and of `format_datetime`.
        case connector
        /// `strptime` and `strftime` as templates call them on a value.
        case plain
    }

    /// What a string of the format stands for.
    enum Meaning: Hashable, Sendable {
        case seconds, secondsWithFraction, milliseconds, microseconds
        case fields(StrptimeProgram)
        /// A format that prints but cannot be parsed.
        case unreadable(DateError)
    }

    /// The format as written.
    package let pattern: String
    /// The rules it follows.
    package let dialect: Dialect
    /// What a string of the format stands for.
    let meaning: Meaning
    /// Whether `%_ms` stands in the format.
    let printsMilliseconds: Bool

    /// Compiles a format.
    ///
    /// One that cannot be parsed still prints; parsing then throws what is wrong with it.
    package init(_ pattern: String, dialect: Dialect = .connector) {
        self.pattern = pattern
        self.dialect = dialect
        meaning = Self.meaning(of: pattern, dialect: dialect)
        printsMilliseconds = dialect == .connector && pattern.replacingEach("%_ms", with: "") != pattern
    }

    /// Finds out what a format stands for.
    private static func meaning(of pattern: String, dialect: Dialect) -> Meaning {
        if dialect == .connector {
            switch pattern {
            case "%s": return .seconds
            case "%s_as_float": return .secondsWithFraction
            case "%ms": return .milliseconds
            case "%epoch_microseconds": return .microseconds
            default: break
            }
        }
        do {
            let readable = dialect == .connector ? pattern.replacingEach("%_ms", with: "%f") : pattern
            return .fields(try StrptimeProgram(readable))
        } catch {
            return .unreadable(error)
        }
    }

    /// Why no text can be read by the format, which may still print; nil when it can.
    package var readingFault: String? {
        if case .unreadable(let fault) = meaning { return fault.message }
        return nil
    }

    /// The offset of a parsed value that names none.
    @inline(__always)
    private var defaultZone: UTCOffset? { dialect == .connector ? .utc : nil }

    /// Parses UTF-8 text; nil when it does not fit the format.
    ///
    /// This is the fast way: it makes no messages.
    package func parse(utf8 bytes: UnsafeBufferPointer<UInt8>) -> DateTime? {
        if case .fields(let program) = meaning {
            var matcher = StrptimeMatcher(bytes)
            do throws(StrptimeFault) {
                try matcher.match(program)
                return try matcher.fields.resolved(isPlain: program.isPlain, zone: defaultZone)
            } catch {
                return nil
            }
        }
        return try? number(bytes)
    }

    /// Parses a string; throws what Python would say about a string that does not fit.
    package func parse(_ text: String) throws(DateError) -> DateTime {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(DateError) in try read(bytes) }
        }
        return try result.get()
    }

    /// Parses UTF-8 text and words what is wrong with it.
    private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(DateError) -> DateTime {
        guard case .fields(let program) = meaning else { return try number(bytes) }
        var matcher = StrptimeMatcher(bytes)
        do throws(StrptimeFault) {
            try matcher.match(program)
            return try matcher.fields.resolved(isPlain: program.isPlain, zone: defaultZone)
        } catch {
            let format = dialect == .connector ? pattern.replacingEach("%_ms", with: "%f") : pattern
            throw DateError(error, text: bytes, format: format)
        }
    }

    /// Parses a whole number: as a count for the number formats, else its decimal digits as text.
    package func parse(_ number: Int) throws(DateError) -> DateTime {
        switch meaning {
        case .seconds: try EpochNumber.instant(seconds: number)
        case .secondsWithFraction: try EpochNumber.instant(seconds: Double(number))
        case .milliseconds: try EpochNumber.instant(count: number, unit: 1000)
        case .microseconds: try EpochNumber.instant(count: number, unit: 1)
        case .fields: try parse(String(number))
        case .unreadable(let fault): throw fault
        }
    }

    /// Parses a number with a fraction: cut to a whole count for the number formats but `%s_as_float`, else as text.
    package func parse(_ number: Double) throws(DateError) -> DateTime {
        switch meaning {
        case .secondsWithFraction: try EpochNumber.instant(seconds: number)
        case .seconds, .milliseconds, .microseconds: try parse(EpochNumber.whole(number))
        case .fields: try parse(number.description)
        case .unreadable(let fault): throw fault
        }
    }

    /// Parses the text of a number format.
    private func number(_ bytes: UnsafeBufferPointer<UInt8>) throws(DateError) -> DateTime {
        let text = { PythonText.repr(String(decoding: bytes, as: UTF8.self)) }
        switch meaning {
        case .unreadable(let fault): throw fault
        case .secondsWithFraction:
            guard let value = NumberText.float(bytes) else {
                throw DateError(.value, "could not convert string to float: \(text())")
            }
            return try EpochNumber.instant(seconds: value)
        default:
            guard let value = NumberText.whole(bytes) else {
                throw DateError(.value, "invalid literal for int() with base 10: \(text())")
            }
            if value == Int.max || value == Int.min { throw EpochNumber.timeTooLarge }
            return try parse(value)
        }
    }
}

extension String {
    /// The text with each occurrence of a text replaced, from the left, without overlap.
    func replacingEach(_ old: String, with new: String) -> String {
        guard !old.isEmpty, utf8.count >= old.utf8.count else { return self }
        let (source, needle) = (Array(utf8), Array(old.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index...].starts(with: needle) {
                result.append(text: new)
                index += needle.count
            } else {
                result.append(source[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
