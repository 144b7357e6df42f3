import Config
import Diagnostics
package import JSON
import Jinja
package import Manifest

/// A schema in a file beside the manifest.
///
/// Manifest type `JsonFileSchemaLoader`. The path is one from the folder of the manifest; where there is no such file, its
/// first folder, which is the package of a Python connector, is left out. `$ref` may name a part of the file, or a file in
/// `schemas/shared`.
package struct JsonFileSchemaLoader: Component, SchemaLoader {
    package static let typeName = "JsonFileSchemaLoader"
    package static let summary = "A schema in a file beside the manifest."
    package static let details = """
        The path starts at the folder of the manifest. Where there is no such file, the first folder of the path, which is \
        the package of a Python connector, is left out. `$ref` may name a part of the file, or a file in `schemas/shared`.
        """
    package static let example = """
        type: JsonFileSchemaLoader
        file_path: "./schemas/{{ parameters['name'] }}.json"
        """

    private static let pathField = Field(
        "file_path",
        .template(reads: .config),
        "Path to the file; by default it has the name of the stream and ends in `.json`."
    )
    package static let fields = [pathField]

    private let path: TemplateText?
    /// The file when the manifest names none.
    private let defaultName: String

    package init(_ reader: ComponentReader) throws {
        path = try reader.optionalTemplate(Self.pathField)
        defaultName = reader.parameters["name"]?.string ?? reader.source.streamName
    }

    package func schema(of stream: String, in run: SourceRun) async throws -> JSONObject {
        let context = run.context
        let path = try path?.text(in: context.makeScope()) ?? "\(defaultName).json"
        let candidates = Self.places(path, below: context.manifestFolder)
        guard let name = candidates.first(where: Files.isThere) else {
            throw EngineFailure(
                .system,
                "The schema of the stream '\(stream)' cannot be read: there is no file \(candidates.joined(separator: " or "))."
            )
        }
        return try SchemaFile(name).resolved()
    }

    /// Where the file may be.
    static func places(_ path: String, below folder: String) -> [String] {
        let steps = path.split(separator: "/").drop { $0 == "." }.map(String.init)
        let start = path.hasPrefix("/") ? "" : folder.isEmpty ? "." : folder
        let whole = ([start] + steps).joined(separator: "/")
        return steps.count > 1 ? [whole, ([start] + steps.dropFirst()).joined(separator: "/")] : [whole]
    }
}
