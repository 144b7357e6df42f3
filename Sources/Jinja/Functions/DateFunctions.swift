import Dates
import Text

/// Macros for dates and spans of time.
enum DateFunctions {
    typealias Body = @Sendable (Arguments, Scope) throws(TemplateError) -> Value

    static let nowUTC: Body = { (arguments, scope) throws(TemplateError) in
        _ = try arguments.plain("now_utc", 0, 0)
        return .datetime(scope.environment.now())
    }

    static let todayUTC: Body = { (arguments, scope) throws(TemplateError) in
        _ = try arguments.plain("today_utc", 0, 0)
        return .date(scope.environment.now().date)
    }

    static let todayWithTimezone: Body = { (arguments, scope) throws(TemplateError) in
        let given = try arguments.bound("today_with_timezone", ["timezone"], required: 1)
        guard let name = given[0]?.text else {
            throw TemplateError(.unknownZone, given[0]?.pythonText ?? "None")
        }
        let now = scope.environment.now()
        return .date(
            try dated { () throws(DateError) in
                try TimeZoneFile(named: name).local(now).date
            }
        )
    }

    private static func parsed(_ value: Value) throws(TemplateError) -> DateTime {
        if case .undefined(let missing) = value { throw missing.error }
        guard let text = value.text else {
            guard try value.length() < 4 else { throw .type("int() argument must be a string") }
            throw .value("ISO string too short")
        }
        return try dated { () throws(DateError) in try ISO8601DateTime.parse(text) }
    }

    static let strToDatetime: Body = { (arguments, _) throws(TemplateError) in
        .datetime(try parsed(try arguments.bound("str_to_datetime", ["s"], required: 1)[0] ?? .null))
    }

    static let timestamp: Body = { (arguments, scope) throws(TemplateError) in
        let value = try arguments.bound("timestamp", ["dt"], required: 1)[0] ?? .null
        guard let number = value.number else { return .double(try parsed(value).timestamp()) }
        guard case .double(let double) = number else { return number.bigInteger.map(Value.init) ?? .null }
        if double.isNaN { throw .value("cannot convert float NaN to integer") }
        guard let whole = BigInteger(truncating: double) else {
            throw TemplateError(.overflow, "cannot convert float infinity to integer")
        }
        return Value(whole)
    }

    static let dayDelta: Body = { (arguments, scope) throws(TemplateError) in
        let given = try arguments.bound("day_delta", ["num_days", "format"], required: 1)
        guard let days = given[0]?.number else {
            throw .type("unsupported type for timedelta days component: \(given[0]?.typeName ?? "None")")
        }
        let format = given[1] ?? .string("%Y-%m-%dT%H:%M:%S.%f%z")
        let count = try days.double()
        let moment = try dated { () throws(DateError) in
            try scope.environment.now().adding(TimeDelta(days: count))
        }
        return try DateMethods.strftime(.datetime(moment), Arguments([format]), scope)
    }

    static let duration: Body = { (arguments, _) throws(TemplateError) in
        let given = try arguments.bound("duration", ["datestring"], required: 1)
        guard let text = given[0]?.text else {
            throw .type("Expecting a string \(given[0]?.represented ?? "None")")
        }
        switch try dated({ () throws(DateError) in try ISO8601Duration.parse(text) }) {
        case .fixed(let delta): return .timedelta(delta)
        case .calendar(let duration): return .duration(duration)
        }
    }

    static let formatDatetime: Body = { (arguments, scope) throws(TemplateError) in
        let given = try arguments.bound("format_datetime", ["dt", "format", "input_format"], required: 2)
        let value = given[0] ?? .null
        let format = given[1] ?? .null
        if case .datetime = value { return try DateMethods.strftime(value, Arguments([format]), scope) }
        let moment = try read(value, try InputFormat(given[2], for: value))
        guard let pattern = format.text else {
            throw .type("strftime() argument 1 must be str, not \(format.typeName)")
        }
        return .string(DateFormat(pattern).format(moment))
    }

    /// The moment that a number or a string stands for; without a zone it is in UTC.
    static func read(_ value: Value, _ format: InputFormat?) throws(TemplateError) -> DateTime {
        if case .big = value {
            throw TemplateError(.overflow, "timestamp out of range for platform time_t")
        }
        if let number = value.index {
            let format = format?.ofNumbers ?? InputFormat.seconds
            return try dated { () throws(DateError) in try format.parse(number) }
        }
        guard let format else { return try parsed(value) }
        guard let text = value.text else {
            throw .type("strptime() argument 1 must be str, not \(value.typeName)")
        }
        let moment = try dated { () throws(DateError) in try format.ofTexts.parse(text) }
        return moment.isNaive ? moment.replacing(offset: .utc) : moment
    }
}

/// The argument `input_format` of `format_datetime`: numbers and strings follow different rules.
struct InputFormat: Sendable {
    let ofNumbers: DateFormat
    let ofTexts: DateFormat

    static let seconds = DateFormat("%s")

    init(_ pattern: String) {
        ofNumbers = DateFormat(pattern)
        ofTexts = DateFormat(pattern, dialect: .plain)
    }

    /// Nil when there is none.
    ///
    /// Throws a type error for a format that is not text.
    init?(_ format: Value?, for value: Value) throws(TemplateError) {
        guard let format, format.isTrue else { return nil }
        guard let pattern = format.text else {
            if value.index == nil, value.text == nil {
                throw .type("strptime() argument 1 must be str, not \(value.typeName)")
            }
            throw .type("strptime() argument 2 must be str, not \(format.typeName)")
        }
        self.init(pattern)
    }
}
