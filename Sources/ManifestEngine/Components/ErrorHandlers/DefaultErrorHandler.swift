import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Asks its filters one after the other and decides by the status when none of them does.
///
/// Manifest type `DefaultErrorHandler`; also what is in force when a requester has no error handler.
package struct DefaultErrorHandler: ErrorHandler {
    package static let typeName = "DefaultErrorHandler"
    package static let summary = "Decides by response filters, then by the status of the answer."

    private static let responseFilters = Field(
        "response_filters",
        .list(.component(ComponentRegistry.responseFilters, default: "HttpResponseFilter")),
        "Filters, asked from first to last; the first that recognises the answer decides."
    )
    private static let maxRetries = Field(
        "max_retries",
        .integerOrTemplate(.sensiblyAtLeast(0)),
        default: 5,
        "How many times a request is tried again."
    )
    private static let backoffStrategies = Field(
        "backoff_strategies",
        .list(.component(ComponentRegistry.backoffStrategies, custom: "CustomBackoffStrategy")),
        "How long to wait between tries; the first that has an answer counts. Default: 1, 2, 4, 8 s and so on."
    )
    package static let fields = [responseFilters, maxRetries, backoffStrategies]

    private static let standardRetries = maxRetries.defaultValue?.integer ?? 0

    private let responseFilters: [HttpResponseFilter]
    private let maxRetries: TemplateText?
    package let backoffStrategies: [any BackoffStrategy]

    /// A handler without filters and strategies.
    package init() {
        responseFilters = []
        maxRetries = nil
        backoffStrategies = []
    }

    package init(_ reader: ComponentReader) throws {
        responseFilters = try reader.components(Self.responseFilters, ComponentRegistry.responseFilters)
        maxRetries = try reader.optionalTemplate(Self.maxRetries)
        backoffStrategies = try reader.components(Self.backoffStrategies, ComponentRegistry.backoffStrategies)
    }

    package func resolve(_ outcome: RequestOutcome, in scope: Scope) throws -> ErrorResolution {
        let reading = ResponseReading(outcome)
        for filter in responseFilters {
            if let resolution = try filter.resolution(of: reading, in: scope) { return resolution }
        }
        return DefaultErrorMapping.resolution(of: outcome)
    }

    package func maxRetries(in scope: Scope) throws -> Int {
        guard let maxRetries else { return Self.standardRetries }
        let value = try maxRetries.value(in: scope)
        if let text = value.text, text.isEmpty { return Self.standardRetries }
        guard let number = WaitNumber.whole(value) else {
            throw EngineFailure(
                .system,
                "'max_retries' of DefaultErrorHandler is '\(value.pythonText)', not an integer."
            )
        }
        return number
    }
}
