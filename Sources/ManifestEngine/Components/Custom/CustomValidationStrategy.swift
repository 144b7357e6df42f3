import Diagnostics
package import JSON
package import Manifest

/// Refuses values by a Python class.
///
/// Manifest type `CustomValidationStrategy`.
package struct CustomValidationStrategy: Component, ValidationStrategy {
    package static let typeName = "CustomValidationStrategy"
    package static let summary = "Refuses values by a Python class."
    package static let details = """
        The class has a method `validate(value)`, which raises an exception for a value that is not as it should be.
        """
    package static let example = """
        type: CustomValidationStrategy
        class_name: source_declarative_manifest.components.Addresses
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func validate(_ value: JSONValue) throws {
        do {
            _ = try python.callNow("validate", ["value": value])
        } catch let failure as EngineFailure {
            throw EngineFailure(.config, failure.message, detail: failure.detail)
        }
    }
}
