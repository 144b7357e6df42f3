import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest

/// Decides what a response that it recognises means.
///
/// Manifest type `HttpResponseFilter`. Recognised is a response whose status is in `http_codes`, or for which
/// `predicate` is true, or whose error message contains `error_message_contains`. Outcomes without a response are never
/// recognised, and a filter without `action` recognises nothing. `predicate` sees `response`, `headers` and
/// `request_url`, `error_message` sees `config` too. A message that cannot be evaluated does not undo the decision:
/// the default message takes its place.
package final class HttpResponseFilter: Component {
    package static let typeName = "HttpResponseFilter"
    package static let summary = "Decides what a response means by its status, its error message or a condition."
    package static let details = """
        It matches a response whose status is in `http_codes`, or for which `predicate` is true, or whose error \
        message contains `error_message_contains`. Without `action` it matches nothing. A message that cannot be \
        evaluated is replaced by the default one.
        """
    package static let example = """
        type: HttpResponseFilter
        http_codes: [403]
        action: FAIL
        failure_type: config_error
        error_message: "The key may not read this: {{ response['message'] }}"
        """

    private static let httpCodes = Field("http_codes", .list(.integer), "Statuses that the filter applies to.")
    private static let predicate = Field(
        "predicate",
        .condition(reads: .response),
        "The condition for responses that the filter applies to."
    )
    private static let errorMessageContains = Field(
        "error_message_contains",
        .string,
        "A substring of the error message in the response."
    )
    private static let action = Field(
        "action",
        .word(ResponseAction.allCases.map(\.rawValue)),
        "What to do with such a response."
    )
    private static let failureType = Field(
        "failure_type",
        .word([FailureType.system.rawValue, FailureType.config.rawValue, FailureType.transient.rawValue]),
        "Who has to act; used with the action FAIL."
    )
    private static let errorMessage = Field(
        "error_message",
        .template(reads: .response),
        "The message for whoever runs the sync."
    )
    package static let fields = [httpCodes, predicate, errorMessageContains, action, failureType, errorMessage]

    private let httpCodes: Set<Int>
    private let predicate: TemplateCondition?
    private let errorMessageContains: ErrorTextSearch?
    private let action: ResponseAction?
    private let failureType: FailureType?
    private let errorMessage: TemplateText?
    private let place: Place?

    /// Actions of the language that nothing here carries out yet; passing over them would lose the records of a page.
    private static let absentActions: [ResponseAction] = [.resetPagination, .reducePageSize, .splitRequestWindow]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let name = mapping[action.name]?.string, absentActions.contains(where: { $0.rawValue == name }) else {
            return []
        }
        return [
            FieldFault(
                action.name,
                code: "unsupported-value",
                "the action \(name) is part of the language, but this version does not support it",
                fix: "use RETRY or FAIL"
            )
        ]
    }

    package init(_ reader: ComponentReader) throws {
        httpCodes = Set(reader.integers(Self.httpCodes))
        predicate = try reader.optionalCondition(Self.predicate)
        errorMessageContains = reader.optionalString(Self.errorMessageContains)
            .flatMap { $0.isEmpty ? nil : ErrorTextSearch($0) }
        action = reader.optionalString(Self.action).flatMap(ResponseAction.init)
        failureType = reader.optionalString(Self.failureType).flatMap(FailureType.init)
        errorMessage = try reader.optionalTemplate(Self.errorMessage)
        place = reader.node.place
    }

    /// The decision about an outcome; nil when the filter does not recognise it.
    func resolution(of reading: ResponseReading, in scope: Scope) throws -> ErrorResolution? {
        guard let action, let response = reading.response, try matches(response, reading, in: scope) else { return nil }
        let standard = DefaultErrorMapping.resolution(status: response.status)
        let stated = action == .fail ? failureType : nil
        return ErrorResolution(
            action: action,
            failureType: stated ?? standard?.failureType ?? .system,
            message: message(reading, in: scope) ?? standard?.message,
            decidedBy: place
        )
    }

    private func matches(_ response: HTTPResponse, _ reading: ResponseReading, in scope: Scope) throws -> Bool {
        if httpCodes.contains(response.status) { return true }
        if let predicate {
            let scope = reading.scope(copying: scope)
            scope[.config] = .null
            if try predicate.holds(in: scope) { return true }
        }
        return errorMessageContains.map(reading.errorTextHas) ?? false
    }

    private func message(_ reading: ResponseReading, in scope: Scope) -> String? {
        guard let errorMessage else { return nil }
        if let constant = errorMessage.string.constantText { return constant.isEmpty ? nil : constant }
        guard let value = try? errorMessage.value(in: reading.scope(copying: scope)), !value.isNull else { return nil }
        let text = value.pythonText
        return text.isEmpty ? nil : text
    }
}
