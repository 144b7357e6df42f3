import JSON
package import Jinja
package import Manifest

/// Says by a Python class how long to wait before the next attempt.
///
/// Manifest type `CustomBackoffStrategy`.
package struct CustomBackoffStrategy: Component, BackoffStrategy {
    package static let typeName = "CustomBackoffStrategy"
    package static let summary = "Says by a Python class how long to wait before the next attempt."
    package static let details = """
        The class has a method `backoff_time(response_or_exception, attempt_count)`, which gives seconds or nothing.
        """
    package static let example = """
        type: CustomBackoffStrategy
        class_name: source_declarative_manifest.components.AskedWait
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func wait(
        after outcome: RequestOutcome,
        attempt: Int,
        in scope: Scope,
        now: Double
    ) async throws -> Double? {
        try await python.seconds(after: outcome, attempt: attempt)
    }
}
