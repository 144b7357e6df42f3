package import Jinja
package import Manifest

/// Asks several error handlers in order.
///
/// Manifest type `CompositeErrorHandler`. A handler that says FAIL, RATE_LIMITED or REFRESH_TOKEN_THEN_RETRY does not
/// have the last word: the next one may decide otherwise. Every other action is final.
/// `max_retries` is the first handler's; the backoff strategies of all are tried in order.
package struct CompositeErrorHandler: Component, ErrorHandler {
    package static let typeName = "CompositeErrorHandler"
    package static let summary = "Asks several error handlers in order."
    package static let details = """
        When a handler says FAIL, RATE_LIMITED or REFRESH_TOKEN_THEN_RETRY, the next one may still decide \
        otherwise. Any other action is final. `max_retries` is that of the first handler; the backoff \
        strategies of all are tried in order.
        """
    package static let example = """
        type: CompositeErrorHandler
        error_handlers:
          - type: DefaultErrorHandler
            response_filters:
              - type: HttpResponseFilter
                http_codes: [404]
                action: IGNORE
          - type: DefaultErrorHandler
            max_retries: 10
        """

    private static let errorHandlers = Field.required(
        "error_handlers",
        .list(.component(ComponentRegistry.errorHandlers, default: "DefaultErrorHandler"), atLeast: 1),
        "The handlers, tried in order; the first that matches the response decides."
    )
    package static let fields = [errorHandlers]

    private let errorHandlers: [any ErrorHandler]

    package init(_ reader: ComponentReader) throws {
        errorHandlers = try reader.components(Self.errorHandlers, ComponentRegistry.errorHandlers)
    }

    package func resolve(_ outcome: RequestOutcome, in scope: Scope) async throws -> ErrorResolution {
        var last: ErrorResolution?
        for handler in errorHandlers {
            let resolution = try await handler.resolve(outcome, in: scope)
            if Self.isFinal(resolution.action) { return resolution }
            last = resolution
        }
        return last ?? DefaultErrorMapping.resolution(of: outcome)
    }

    private static func isFinal(_ action: ResponseAction) -> Bool {
        switch action {
        case .fail, .rateLimited, .refreshTokenThenRetry: false
        case .success, .ignore, .retry, .resetPagination, .reducePageSize, .splitRequestWindow: true
        }
    }

    package func maxRetries(in scope: Scope) throws -> Int {
        try (errorHandlers.first ?? DefaultErrorHandler()).maxRetries(in: scope)
    }

    package var backoffStrategies: [any BackoffStrategy] { errorHandlers.flatMap(\.backoffStrategies) }
}
