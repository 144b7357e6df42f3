import Dates
import Diagnostics
import JSON
import Jinja
package import Manifest

/// A moment between an earliest and a latest one.
///
/// Manifest type `MinMaxDatetime`. All three texts are read in `datetime_format`, which defaults to the format of the
/// cursor; the minimum applies first, then the maximum. A minimum or maximum that comes out empty does not apply.
/// Throws a configuration failure for a text that does not fit the format.
package struct MinMaxDatetime: Component {
    package static let typeName = "MinMaxDatetime"
    package static let summary = "A moment between an earliest and a latest one."

    private static let datetime = Field.required("datetime", .template, "The moment, in `datetime_format`.")
    private static let datetimeFormat = Field(
        "datetime_format",
        .string,
        default: "",
        "Format of all moments here; empty takes the format of the cursor."
    )
    private static let minDatetime = Field("min_datetime", .template, "The earliest moment allowed.")
    private static let maxDatetime = Field("max_datetime", .template, "The latest moment allowed.")
    package static let fields = [datetime, datetimeFormat, minDatetime, maxDatetime]

    private let datetime: TemplateText
    private let format: DateFormat?
    private let minimum: TemplateText?
    private let maximum: TemplateText?

    package init(_ reader: ComponentReader) throws {
        datetime = try reader.template(Self.datetime)
        let pattern = reader.optionalString(Self.datetimeFormat) ?? ""
        format = pattern.isEmpty ? nil : DateFormat(pattern)
        minimum = try reader.optionalTemplate(Self.minDatetime)
        maximum = try reader.optionalTemplate(Self.maxDatetime)
    }

    /// A moment without bounds.
    init(_ datetime: TemplateText) {
        self.datetime = datetime
        format = nil
        minimum = nil
        maximum = nil
    }

    /// The moment; `format` is that of the cursor.
    func moment(format cursorFormat: DateFormat, in scope: Scope) throws -> DateTime {
        let format = format ?? cursorFormat
        var moment = try Self.parse(datetime.text(in: scope), format, of: datetime)
        if let least = try Self.bound(minimum, format, in: scope), try moment.order(least) < 0 { moment = least }
        if let most = try Self.bound(maximum, format, in: scope), try moment.order(most) > 0 { moment = most }
        return moment
    }

    private static func bound(_ template: TemplateText?, _ format: DateFormat, in scope: Scope) throws -> DateTime? {
        guard let template else { return nil }
        let text = try template.text(in: scope)
        return text.isEmpty ? nil : try parse(text, format, of: template)
    }

    private static func parse(_ text: String, _ format: DateFormat, of template: TemplateText) throws -> DateTime {
        do throws(DateError) {
            return try format.parse(text)
        } catch {
            throw EngineFailure(
                .system,
                "'\(text)' does not fit the datetime format '\(format.pattern)'.",
                detail: "From \(template.source): \(error.message)."
            )
        }
    }
}
