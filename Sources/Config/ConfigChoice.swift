import JSON

/// The setting that picks one of several forms of an object, such as `auth_type`.
struct ConfigChoice {
    /// One form of the object.
    private struct Form {
        /// The values of the setting that pick it.
        let values: [JSONValue]
        /// The other settings that it needs.
        let needs: [String]
    }

    let name: String
    private let forms: [Form]

    /// Finds the first setting that has a constant in every form; nil when none has.
    init?(among schemas: [JSONValue]) {
        guard schemas.count > 1, let first = schemas[0]["properties"]?.object else { return nil }
        for name in first.keys {
            let forms = schemas.map { schema in
                Form(
                    values: Self.constants(of: schema["properties"]?[name]),
                    needs: (schema["required"]?.array ?? []).compactMap(\.string).filter { $0 != name }
                )
            }
            guard forms.allSatisfy({ !$0.values.isEmpty }), Set(forms.map { $0.values.map(\.text) }).count > 1 else {
                continue
            }
            self.name = name
            self.forms = forms
            return
        }
        return nil
    }

    private static func constants(of property: JSONValue?) -> [JSONValue] {
        property?["const"].map { [$0] } ?? property?["enum"]?.array ?? []
    }

    /// The values that it may have, each with what its form needs.
    var values: String {
        forms.map { form in
            let values = form.values.map(\.text).joined(separator: " or ")
            return form.needs.isEmpty ? values : "\(values) (with \(form.needs.joined(separator: ", ")))"
        }.joined(separator: ", or ")
    }
}
