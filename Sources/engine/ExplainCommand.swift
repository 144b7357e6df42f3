import ArgumentParser
import Manifest
import ManifestEngine
import Text

/// `engine explain`: what the types of the language do.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains what a type of the language does, and which fields it has.",
        discussion: "Without a type, it lists all types by role."
    )

    @Argument(help: "A type, such as PageIncrement.")
    var type: String?

    func validate() throws {
        let reference = LanguageReference(ComponentRegistry.roles)
        if let type, reference.text(of: type) == nil { throw Self.unknown(type, reference) }
    }

    func run() {
        let reference = LanguageReference(ComponentRegistry.roles)
        Console.out(type.flatMap(reference.text) ?? reference.index)
    }

    private static func unknown(_ name: String, _ reference: LanguageReference) -> ValidationError {
        if ComponentRegistry.roles.contains(where: { $0.absent.contains(name) }) {
            return ValidationError("the type '\(name)' is part of the language, but this version does not run it")
        }
        if let role = ComponentRegistry.roles.first(where: { $0.name == name }) {
            return ValidationError("'\(name)' is a role; its types: \(role.words)")
        }
        let near = NearestName.of(name, in: reference.typeNames).map { "did you mean '\($0)'?" }
        return ValidationError("unknown type '\(name)'; \(near ?? "'engine explain' lists all types")")
    }
}
