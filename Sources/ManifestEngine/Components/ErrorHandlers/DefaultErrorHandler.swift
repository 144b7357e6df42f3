import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Asks its filters one after the other and decides by the status when none of them does.
///
/// Manifest type `DefaultErrorHandler`; also what is in force when a requester has no error handler.
package struct DefaultErrorHandler: Component, ErrorHandler {
    package static let typeName = "DefaultErrorHandler"
    package static let summary = "Decides by response filters, then by the status of the response."
    package static let details = """
        This is also the default of a requester. Without a matching filter, 2xx is a \
        success, 429 and 5xx are retried, and other statuses fail the stream.
        """
    package static let example = """
        type: DefaultErrorHandler
        max_retries: 10
        response_filters:
          - type: HttpResponseFilter
            http_codes: [404]
            action: IGNORE
        backoff_strategies:
          - type: WaitTimeFromHeader
            header: Retry-After
        """

    private static let responseFilters = Field(
        "response_filters",
        .list(.component(ComponentRegistry.responseFilters, default: "HttpResponseFilter")),
        "Filters, tried in order; the first that matches the response decides."
    )
    private static let maxRetries = Field(
        "max_retries",
        .integerOrTemplate(.sensiblyAtLeast(0)),
        default: 5,
        "How many times a request is retried."
    )
    private static let backoffStrategies = Field(
        "backoff_strategies",
        .list(.component(ComponentRegistry.backoffStrategies, custom: "CustomBackoffStrategy")),
        "How long to wait between attempts; the first strategy that gives a wait decides. Without one: 1, 2, 4, 8 s and so on."
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
