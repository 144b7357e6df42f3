import Dates

/// Methods of datetimes, dates and spans of time.
enum DateMethods {
    private static func moment(_ value: Value) -> DateTime {
        switch value {
        case .datetime(let date): date
        case .date(let date): DateTime(date)
        default: .epoch
        }
    }

    private static func day(_ value: Value) -> CalendarDate { moment(value).date }

    static let strftime: Method = { (value, arguments, _) throws(TemplateError) in
        guard let format = try arguments.bound("strftime", ["format"], required: 1)[0]?.text else {
            throw .type("strftime() argument 1 must be str, not \(arguments.positional.first?.typeName ?? "None")")
        }
        return .string(moment(value).strftime(format))
    }

    static let strptime: Method = { (_, arguments, _) throws(TemplateError) in
        let values = try arguments.plain("strptime", 2, 2)
        let text = try StringMethods.text(values[0], "strptime() argument 1 must be str;")
        let format = try StringMethods.text(values[1], "strptime() argument 2 must be str;")
        return .datetime(try dated { () throws(DateError) in try DateFormat(format, dialect: .plain).parse(text) })
    }

    static let isoformat: Method = { (value, arguments, _) throws(TemplateError) in
        guard case .datetime(let date) = value else {
            _ = try arguments.plain("isoformat", 0, 0)
            return .string(day(value).description)
        }
        let given = try arguments.bound("isoformat", ["sep", "timespec"])
        let separator = try given[0].map { (value) throws(TemplateError) in
            try StringMethods.text(value, "isoformat() argument 1 must be a unicode character;")
        }
        let text = date.isoformat(separator: separator ?? "T")
        guard let unit = given[1]?.text, unit != "auto" else { return .string(text) }
        return .string(try cut(text, date, unit, separator ?? "T"))
    }

    /// The text down to a unit of time, with as many digits as that has.
    private static func cut(
        _ text: String,
        _ date: DateTime,
        _ unit: String,
        _ separator: String
    ) throws(TemplateError) -> String {
        let formats = [
            "hours": "%H", "minutes": "%H:%M", "seconds": "%H:%M:%S", "milliseconds": "%H:%M:%S.%f",
            "microseconds": "%H:%M:%S.%f",
        ]
        guard let format = formats[unit] else { throw .value("Unknown timespec value") }
        var time = date.strftime(format)
        if unit == "milliseconds" { time.removeLast(3) }
        let zone = date.isNaive ? "" : String(text.suffix(6))
        return date.date.description + separator + time + zone
    }

    static let timestamp: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("timestamp", 0, 0)
        return .double(moment(value).timestamp())
    }

    static let date: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("date", 0, 0)
        return .date(day(value))
    }

    static let weekday: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("weekday", 0, 0)
        return .int(day(value).weekday)
    }

    static let isoweekday: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("isoweekday", 0, 0)
        return .int(day(value).isoWeekday)
    }

    static let isocalendar: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("isocalendar", 0, 0)
        let (year, week, weekday) = day(value).isoCalendar
        return .tuple([.int(year), .int(week), .int(weekday)])
    }

    static let toordinal: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("toordinal", 0, 0)
        return .int(day(value).ordinal)
    }

    static let ctime: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("ctime", 0, 0)
        return .string(moment(value).strftime("%a %b %e %H:%M:%S %Y"))
    }

    static let replace: Method = { (value, arguments, _) throws(TemplateError) in
        let isDate = if case .date = value { true } else { false }
        let names = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"]
        let given = try arguments.bound("replace", isDate ? Array(names.prefix(3)) : names)
        var parts: [Int?] = []
        for part in given.prefix(7) { parts.append(try part.map(StringMethods.integer)) }
        let day = day(value)
        if isDate {
            return .date(
                try dated { () throws(DateError) in
                    try day.replacing(year: parts[0], month: parts[1], day: parts[2])
                }
            )
        }
        var date = try dated { () throws(DateError) in
            try moment(value).replacing(
                year: parts[0],
                month: parts[1],
                day: parts[2],
                hour: parts[3],
                minute: parts[4],
                second: parts[5],
                microsecond: parts[6]
            )
        }
        if let zone = given[7] {
            guard zone.isNull else { throw .type("tzinfo argument must be None or of a tzinfo subclass") }
            date = date.replacing(offset: nil)
        }
        return .datetime(date)
    }

    static let astimezone: Method = { (value, arguments, _) throws(TemplateError) in
        guard try arguments.bound("astimezone", ["tz"])[0]?.isNull ?? true else {
            throw .type("tz argument must be an instance of tzinfo")
        }
        return .datetime(try dated { () throws(DateError) in try moment(value).converted(to: .utc) })
    }

    static let tzname: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("tzname", 0, 0)
        return moment(value).offset.map { .string($0.name) } ?? .null
    }

    static let utcoffset: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("utcoffset", 0, 0)
        guard let offset = moment(value).offset else { return .null }
        return .timedelta(
            try dated { () throws(DateError) in try TimeDelta(microseconds: Int128(offset.microseconds)) }
        )
    }

    static let totalSeconds: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("total_seconds", 0, 0)
        switch value {
        case .timedelta(let delta): return .double(delta.totalSeconds)
        case .duration(let duration): return .double(duration.delta.totalSeconds)
        default: return .null
        }
    }
}
