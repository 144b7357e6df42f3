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
        the package of a Python connector, is left out. `$ref` may name a part of the file, or a file in `schemas/shared`. \
        A stream without a schema loader takes the file `schemas/NAME.json`, too, if there is one.
        """
    package static let example = """
        type: JsonFileSchemaLoader
        file_path: "./schemas/{{ parameters['name'] }}.json"
        """

    private static let pathField = Field(
        "file_path",
        .template(reads: .config),
        "Path to the file; by default `NAME.json` with the name of the stream, in the folder `schemas` or beside the manifest."
    )
    package static let fields = [pathField]

    private let path: TemplateText?
    /// The name of the file when the manifest names none.
    private let defaultName: String
    /// Whether the schema is empty where there is no file.
    private let isOptional: Bool

    package init(_ reader: ComponentReader) throws {
        path = try reader.optionalTemplate(Self.pathField)
        defaultName = reader.parameters["name"]?.string ?? reader.source.streamName
        isOptional = false
    }

    /// What loads the schema of a stream without a schema loader.
    static func ofStream(_ reader: ComponentReader) -> JsonFileSchemaLoader {
        JsonFileSchemaLoader(optionalFile: reader.parameters["name"]?.string ?? reader.source.streamName)
    }

    private init(optionalFile name: String) {
        path = nil
        defaultName = name
        isOptional = true
    }

    package func schema(of stream: String, in run: SourceRun) async throws -> JSONObject {
        let context = run.context
        let path = try path?.text(in: context.makeScope()) ?? "schemas/\(defaultName).json"
        var candidates = Self.places(path, below: context.manifestFolder)
        if isOptional { candidates = Array(candidates.prefix(1)) }
        guard let name = candidates.first(where: Files.isThere) else {
            if isOptional { return [:] }
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
