import Diagnostics
import HTTP
import Jinja
import Manifest

/// Reads a number or a moment from a response header, for the backoff strategies that look at one.
package struct HeaderNumber {
    static let header = Field.required("header", .template(reads: .config), "Name of the header.")
    static let regex = Field(
        "regex",
        .template(.pattern(.warning), reads: .config),
        "Pattern matched at the start of the value; the match is used instead of the whole value."
    )

    private let header: TemplateText
    private let regex: TemplateText?

    init(_ reader: ComponentReader) throws {
        header = try reader.template(Self.header)
        regex = try reader.optionalTemplate(Self.regex)
    }

    /// The reading of a response's header; nil without the header, for other text, and when no response came.
    func reading(of outcome: RequestOutcome, in scope: Scope) throws -> HeaderReading? {
        guard case .response(let response, _) = outcome else { return nil }
        guard let value = response.headers[try header.text(in: scope)], !value.isEmpty else { return nil }
        return HeaderReading(try matched(value, in: scope))
    }

    /// The header and its value, as what asks for a wait; nil without the header.
    func origin(of outcome: RequestOutcome, in scope: Scope, isReset: Bool) -> WaitOrigin? {
        guard case .response(let response, _) = outcome, let name = try? header.text(in: scope) else { return nil }
        guard let value = response.headers[name] else { return nil }
        let isReset = isReset || name.lowercased().contains("reset") || HTTPDate.secondsSince1970(value) != nil
        return WaitOrigin(header: name, value: value, isReset: isReset)
    }

    private func matched(_ value: String, in scope: Scope) throws -> String {
        guard let pattern = try regex?.text(in: scope), !pattern.isEmpty else { return value }
        guard let compiled = TextPattern(pattern) else {
            throw EngineFailure(
                .system,
                "'\(Self.regex.name)' of a backoff strategy is not a valid regular expression: \(pattern)"
            )
        }
        return compiled.prefixMatch(in: value) ?? value
    }
}
