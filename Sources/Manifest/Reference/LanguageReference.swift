/// The reference of the types of the language, as Markdown that reads well on a terminal too.
package struct LanguageReference: Sendable {
    /// A page of the reference: the name of its file and its text.
    package struct Page: Sendable {
        package let name: String
        package let text: String
    }

    let roles: [any AnyRole]

    package init(_ roles: [any AnyRole]) { self.roles = roles }

    /// The names of all types, in alphabetical order.
    package var typeNames: [String] { Set(roles.flatMap(\.typeNames)).sorted() }

    /// The types of all roles with what they do in a line, for a terminal.
    package var index: String {
        let lists = roles.map { role in
            let types = role.types.map { "  \($0.typeName): \($0.summary)" }
            return ([role.name] + types + Self.absent(role).map { "  \($0)" }).joined(separator: "\n")
        }
        return lists.joined(separator: "\n\n")
    }

    /// Everything about a type; nil for a name that is not a type.
    package func text(of name: String) -> String? {
        roles.lazy.compactMap { $0.type(name) }.first.map { section(of: $0) }
    }

    /// One page for each role, and the list of them.
    package var pages: [Page] {
        [Page(name: "README.md", text: contents)]
            + roles.map { Page(name: "\(Self.slug($0)).md", text: page(of: $0)) }
    }

    // MARK: Pages

    private let note = "<!-- Written by `make reference` from the declarations of the types. -->"

    private var contents: String {
        let intro = """
            # The types of the language

            \(note)

            One page for each role that a component can play. `engine explain TYPE` prints the same on a terminal, and
            `engine schema` all of it as a JSON schema for editors.
            """
        let lists = roles.map { role in
            let lines = role.types.map { "- [\($0.typeName)](\(address(of: $0))): \($0.summary)" }
            return "## [\(Self.title(role))](\(Self.slug(role)).md)\n\n"
                + (lines + Self.absent(role)).joined(separator: "\n")
        }
        return ([intro] + lists).joined(separator: "\n\n") + "\n"
    }

    private func page(of role: any AnyRole) -> String {
        let sections = role.types.map { type in
            isHome(role, of: type)
                ? section(of: type) : "## \(type.typeName)\n\nSee [\(type.typeName)](\(address(of: type)))."
        }
        let head = ["# \(Self.title(role))", note] + Self.absent(role)
        return (head + sections).joined(separator: "\n\n") + "\n"
    }

    /// The types of a role that do not run yet.
    private static func absent(_ role: any AnyRole) -> [String] {
        role.absent.isEmpty ? [] : ["Not supported yet: \(role.absent.joined(separator: ", "))."]
    }

    private static func title(_ role: any AnyRole) -> String {
        role.name.prefix(1).uppercased() + role.name.dropFirst()
    }

    /// The name of a role as part of an address.
    static func slug(_ role: any AnyRole) -> String {
        String(role.name.map { $0 == " " ? "-" : $0 })
    }

    /// Whether the page of a role is the one that describes a type.
    private func isHome(_ role: any AnyRole, of type: any Component.Type) -> Bool {
        roles.first { $0.type(type.typeName) != nil }?.name == role.name
    }

    private func address(of type: any Component.Type) -> String {
        let role = roles.first { isHome($0, of: type) }
        return "\(role.map(Self.slug) ?? "").md#\(type.typeName.lowercased())"
    }

    // MARK: Types

    private func section(of type: any Component.Type) -> String {
        var parts = ["## \(type.typeName)", type.summary]
        if !type.details.isEmpty { parts.append(type.details) }
        parts.append(places(of: type))
        parts.append(
            type.fields.isEmpty
                ? "It has no fields." : "Fields:\n\n" + type.fields.map { FieldText($0).item }.joined(separator: "\n")
        )
        if !type.absentFields.isEmpty { parts.append("Not supported yet: \(Self.code(type.absentFields)).") }
        parts.append("Example:\n\n```yaml\n\(type.example)\n```")
        return parts.joined(separator: "\n\n")
    }

    /// The roles that a type plays and the fields it can stand in.
    private func places(of type: any Component.Type) -> String {
        let own = roles.filter { $0.type(type.typeName) != nil }
        let names = own.map(\.name).joined(separator: ", ")
        let fields = own.flatMap(places)
        return "Role: \(names)." + (fields.isEmpty ? "" : " Used in \(fields.joined(separator: ", ")).")
    }

    /// The fields that hold a component of a role.
    private func places(of role: any AnyRole) -> [String] {
        var found: [String] = []
        for other in roles {
            for type in other.types where isHome(other, of: type) {
                let fields = type.fields.filter { $0.shape.component?.role.name == role.name }
                found += fields.map { "`\($0.name)` of \(type.typeName)" }
            }
        }
        return found
    }

    private static func code(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
