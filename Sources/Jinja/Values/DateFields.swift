import Dates

/// The data attributes of dates and spans of time.
enum DateFields {
    static func field(_ name: String, of date: DateTime) -> Value? {
        switch name {
        case "year": .int(date.year)
        case "month": .int(date.month)
        case "day": .int(date.day)
        case "hour": .int(date.hour)
        case "minute": .int(date.minute)
        case "second": .int(date.second)
        case "microsecond": .int(date.microsecond)
        case "fold": .int(0)
        case "tzinfo": date.offset.map { .string($0.name) } ?? .null
        default: nil
        }
    }

    static func field(_ name: String, of date: CalendarDate) -> Value? {
        switch name {
        case "year": .int(date.year)
        case "month": .int(date.month)
        case "day": .int(date.day)
        default: nil
        }
    }

    static func field(_ name: String, of delta: TimeDelta) -> Value? {
        switch name {
        case "days": .int(delta.days)
        case "seconds": .int(delta.seconds)
        case "microseconds": .int(delta.microseconds)
        default: nil
        }
    }

    /// A calendar span shows the attributes of its fixed part too.
    static func field(_ name: String, of duration: CalendarDuration) -> Value? {
        switch name {
        case "years": .double(duration.years)
        case "months": .double(duration.months)
        case "tdelta": .timedelta(duration.delta)
        default: field(name, of: duration.delta)
        }
    }
}
