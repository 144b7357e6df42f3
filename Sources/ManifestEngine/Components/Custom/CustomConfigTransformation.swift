package import JSON
package import Jinja
package import Manifest

/// Changes the configuration by a Python class before it is used.
///
/// Manifest type `CustomConfigTransformation`.
package struct CustomConfigTransformation: Component, ConfigTransformation {
    package static let typeName = "CustomConfigTransformation"
    package static let summary = "Changes the configuration by a Python class before it is used."
    package static let details = """
        The class has a method `transform(config)`, which changes the configuration in place.
        """
    package static let example = """
        type: CustomConfigTransformation
        class_name: source_declarative_manifest.components.Regions
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func transform(_ config: inout JSONObject, in scope: Scope) throws {
        config = try python.callNow("change_config", ["config": .object(config)]).object ?? config
        scope[.config] = Value(.object(config))
    }
}
