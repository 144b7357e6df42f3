import Diagnostics
import Jinja
import Manifest
import Text

/// Reads the numbers of backoff strategies that may be templates.
enum BackoffNumber {
    /// The number a field gives; anything else fails the stream.
    static func value(of template: TemplateText, named name: String, in scope: Scope) throws -> Double {
        let value = try template.value(in: scope)
        guard let number = DecimalNumber.of(value) else {
            throw EngineFailure(.system, "'\(name)' of a backoff strategy is '\(value.pythonText)', not a number.")
        }
        return number
    }
}
