import Diagnostics
import Jinja
import Manifest

/// The `clamping` of a cursor as the manifest writes it.
struct CursorClampingTarget: Sendable {
    private let target: TemplateText
    private let weekday: String?

    /// Reads the field; nil when it is left out.
    init?(_ reader: ComponentReader, _ field: Field) throws {
        guard reader.has(field), let node = reader.mapping[field.name], let mapping = node.mapping else { return nil }
        let text = mapping["target"]?.string ?? ""
        target = try TemplateText(
            text,
            origin: TemplateOrigin(
                parameters: reader.parameters,
                place: mapping["target"]?.place ?? node.place,
                path: reader.path.field(field.name).field("target"),
                node: mapping["target"]
            )
        )
        weekday = mapping["target_details"]?.mapping?["weekday"]?.string
    }

    /// What is wrong with the field, as far as it can be told without the configuration.
    static func faults(in mapping: ManifestMapping) -> [(message: String, fix: String)] {
        guard let target = mapping["target"]?.string else {
            return [("'clamping' needs a 'target'", "add one: \(words)")]
        }
        guard !target.contains("{") else { return [] }
        guard targets.contains(target) else {
            return [("'\(target)' is not a target of 'clamping'", "one of: \(words)")]
        }
        guard target == "WEEK" else { return [] }
        let weekday = mapping["target_details"]?.mapping?["weekday"]?.string ?? ""
        if CursorClamping.weekdays.contains(weekday) { return [] }
        let message = "'clamping' by WEEK needs 'target_details' with a 'weekday'"
        return [(message, "add one of: \(CursorClamping.weekdays.joined(separator: ", "))")]
    }

    private static let targets = ["DAY", "WEEK", "MONTH"]
    private static let words = "DAY, WEEK, MONTH"

    /// The clamping that holds for a sync; throws for a target or weekday that is none.
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
