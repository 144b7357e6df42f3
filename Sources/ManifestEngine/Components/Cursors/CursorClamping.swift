import Dates
import Diagnostics
import Jinja
import Manifest
import Text

/// Moves the bounds of slices to the beginnings of days, weeks or months.
enum CursorClamping: Sendable, Equatable {
    case day
    /// Weeks that begin on a weekday, 0 for Monday to 6 for Sunday.
    case week(first: Int)
    case month

    static let weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

    /// The beginning of a period at or after an instant; the first of a month counts as such at any time of day.
    func ceiling(_ instant: CursorInstant) -> CursorInstant {
        CursorInstant((try? up(instant.moment)) ?? instant.moment)
    }

    /// The beginning of the period an instant is in.
    func floor(_ instant: CursorInstant) -> CursorInstant {
        CursorInstant((try? down(instant.moment)) ?? instant.moment)
    }

    /// What is taken off a floor to get the last unit before it, where the cursor has no granularity.
    var defaultGranularity: ISO8601Duration {
        let length: Int128 = self == .day ? 1_000_000 : 86_400_000_000
        return .fixed((try? TimeDelta(microseconds: length)) ?? .zero)
    }

    private func up(_ moment: DateTime) throws(DateError) -> DateTime {
        let date = moment.date
        switch self {
        case .day:
            let midnight = DateTime(date, offset: moment.offset)
            return midnight.wallMicroseconds == moment.wallMicroseconds
                ? midnight : DateTime(try date.adding(days: 1), offset: moment.offset)
        case .week: return DateTime(try date.adding(days: daysToWeek(date)), offset: moment.offset)
        case .month:
            guard date.day != 1 else { return DateTime(date, offset: moment.offset) }
            let (year, month) = date.month == 12 ? (date.year + 1, 1) : (date.year, date.month + 1)
            return DateTime(try CalendarDate(year: year, month: month, day: 1), offset: moment.offset)
        }
    }

    private func down(_ moment: DateTime) throws(DateError) -> DateTime {
        let date = moment.date
        switch self {
        case .day: return DateTime(date, offset: moment.offset)
        case .week:
            let days = daysToWeek(date)
            return DateTime(try date.adding(days: days == 0 ? 0 : days - 7), offset: moment.offset)
        case .month: return DateTime(try date.replacing(day: 1), offset: moment.offset)
        }
    }

    /// Days until the next beginning of a week, 0 on the day itself.
    private func daysToWeek(_ date: CalendarDate) -> Int {
        guard case .week(let first) = self else { return 0 }
        return (first - date.weekday + 7) % 7
    }
}

/// The `clamping` of a cursor as the manifest writes it.
struct CursorClampingTarget: Sendable {
    private let target: TemplateText
    private let weekday: String?

    private static let targetField = Field.required(
        "target",
        .template(reads: .config),
        "The period: DAY, WEEK or MONTH."
    )
    private static let weekdayField = Field("weekday", .string, "First day of a week, MONDAY to SUNDAY.")
    private static let detailsField = Field("target_details", .object([weekdayField]), "Settings for WEEK.")
    static let fields = [targetField, detailsField]

    /// Reads the object; throws for a target that is not a template.
    init(_ reader: ComponentReader) throws {
        target = try reader.template(Self.targetField)
        weekday = reader.object(Self.detailsField)?.optionalString(Self.weekdayField)
    }

    /// What is wrong beyond single fields, as far as can be judged without the configuration.
    static func fault(in mapping: ManifestMapping, of field: Field) -> FieldFault? {
        guard let node = mapping[targetField.name], let target = node.string, !target.contains("{") else { return nil }
        guard targets.contains(target) else {
            let near = NearestName.of(target, in: targets).map { "did you mean '\($0)'?" } ?? "one of: \(words)"
            let message = "'\(target)' is not a target of '\(field.name)'"
            return FieldFault(field.name, code: "invalid-value", message, fix: near, at: node)
        }
        guard target == "WEEK" else { return nil }
        let weekday = mapping[detailsField.name]?.mapping?[weekdayField.name]
        let name = weekday?.string ?? ""
        if CursorClamping.weekdays.contains(name) { return nil }
        let near = NearestName.of(name, in: CursorClamping.weekdays).map { "did you mean '\($0)'?" }
        let message =
            weekday == nil
            ? "'\(field.name)' by WEEK needs 'target_details' with a 'weekday'" : "'\(name)' is not a weekday"
        let list = CursorClamping.weekdays.joined(separator: ", ")
        return FieldFault(field.name, message, fix: near ?? "add one of: \(list)", at: weekday)
    }

    private static let targets = ["DAY", "WEEK", "MONTH"]
    private static let words = targets.joined(separator: ", ")

    /// The clamping of a sync; throws for an unknown target or weekday.
    func evaluate(in scope: Scope) throws -> CursorClamping {
        switch try target.text(in: scope) {
        case "DAY": return .day
        case "MONTH": return .month
        case "WEEK":
            if let first = CursorClamping.weekdays.firstIndex(of: weekday ?? "") { return .week(first: first) }
            throw EngineFailure(.config, "Clamping by WEEK needs a weekday, found '\(weekday ?? "")'.")
        case let other: throw EngineFailure(.config, "'\(other)' is not a target of clamping: \(Self.words).")
        }
    }
}
