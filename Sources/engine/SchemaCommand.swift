import ArgumentParser
import JSON
import Manifest
import ManifestEngine

/// `engine schema`: the language for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the language as a JSON schema (draft 7), for editors.",
        discussion: """
            Editors that check YAML against a schema then show errors and descriptions while you write a manifest:
              engine schema > manifest.schema.json
              # yaml-language-server: $schema=manifest.schema.json
            """
    )

    func run() throws {
        let schema = LanguageSchema(ComponentRegistry.roles, root: ComponentRegistry.root)
        Console.out(JSONValue.object(schema.document).text)
    }
}
