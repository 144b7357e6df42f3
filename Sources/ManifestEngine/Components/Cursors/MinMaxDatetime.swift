import Dates
import Diagnostics
import JSON
import Jinja
package import Manifest

/// A moment between an earliest and a latest one.
///
/// Manifest type `MinMaxDatetime`. All three strings are read in `datetime_format`, which defaults to the format of the
/// cursor; the minimum applies first, then the maximum. A minimum or maximum that comes out empty does not apply.
/// Throws a configuration failure for a string that does not match the format.
package struct MinMaxDatetime: Component {
    package static let typeName = "MinMaxDatetime"
    package static let summary = "A moment between an earliest and a latest one."
    package static let details = """
        The minimum applies first, then the maximum; one that evaluates to nothing does not apply.
        """
    package static let example = """
        type: MinMaxDatetime
        datetime: "{{ config['start_date'] }}"
        datetime_format: "%Y-%m-%d"
        min_datetime: "2020-01-01"
        """

    private static let datetime = Field.required(
        "datetime",
        .template(reads: .config),
        "The moment, in `datetime_format`."
    )
    private static let datetimeFormat = Field(
        "datetime_format",
        .string(.dateFormat(nil)),
        default: "",
        "Format of all moments here; if empty, that of the cursor."
    )
    private static let minDatetime = Field("min_datetime", .template(reads: .config), "The earliest moment allowed.")
    private static let maxDatetime = Field("max_datetime", .template(reads: .config), "The latest moment allowed.")
    package static let fields = [datetime, datetimeFormat, minDatetime, maxDatetime]

    private let datetime: TemplateText
    private let format: DateFormat?
    private let minimum: TemplateText?
    private let maximum: TemplateText?

    /// Whether a moment in the manifest says itself how it is written.
    static func hasOwnFormat(_ node: ManifestNode) -> Bool {
        node.mapping?[datetimeFormat.name]?.string?.isEmpty == false
    }

    /// What is wrong with a moment in the manifest, as far as it is written out.
    ///
    /// - Parameters:
    ///   - field: the field of the cursor that holds the moment.
    ///   - format: the format of the cursor.
    static func faults(
        in node: ManifestNode,
        of field: Field,
        format: String,
        _ severity: Diagnostic.Severity
    ) -> [FieldFault] {
        guard let mapping = node.mapping else {
            return [textFault(node, named: field.name, in: field, format, severity)].compactMap { $0 }
        }
        let own = hasOwnFormat(node) ? mapping[datetimeFormat.name] : nil
        if let own, let fault = formatFault(own, of: datetimeFormat.name, in: field, severity: severity) {
            return [fault]
        }
        return [datetime, minDatetime, maxDatetime].compactMap { member in
            guard let node = mapping[member.name], member === datetime || node.string?.isEmpty == false else {
                return nil
            }
            return textFault(node, named: member.name, in: field, own?.string ?? format, severity)
        }
    }

    /// A format that cannot be parsed with.
    static func formatFault(
        _ node: ManifestNode,
        of name: String,
        in field: Field,
        severity: Diagnostic.Severity
    ) -> FieldFault? {
        guard let message = node.string.flatMap(StringForm.formatFault) else { return nil }
        return FieldFault(
            field.name,
            code: "invalid-value",
            "'\(name)' cannot be used for reading: \(message)",
            fix: StringForm.formatFix,
            severity: severity,
            at: node
        )
    }

    private static func textFault(
        _ node: ManifestNode,
        named name: String,
        in field: Field,
        _ pattern: String,
        _ severity: Diagnostic.Severity
    ) -> FieldFault? {
        guard let text = node.string, !text.contains("{"), !text.isEmpty || severity == .error else { return nil }
        let format = DateFormat(pattern)
        guard format.readingFault == nil, (try? format.parse(text)) == nil else { return nil }
        return FieldFault(
            field.name,
            code: "invalid-value",
            "'\(name)' is '\(text)', which does not match the format '\(pattern)'",
            fix: "write it in that format, or add a datetime_format",
            severity: severity,
            at: node
        )
    }

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
                "'\(text)' does not match the datetime format '\(format.pattern)'.",
                detail: "From \(template.source): \(error.message)."
            )
        }
    }
}
