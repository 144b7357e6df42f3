import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Says where in a request a value goes: a parameter, a header, or a field of the body.
///
/// Manifest type `RequestOption`. Exactly one of `field_name` and `field_path`; a path only for `body_json`.
package struct RequestOption: Component {
    package static let typeName = "RequestOption"
    package static let summary = "Says where in a request a value goes."
    package static let details = """
        It has exactly one of `field_name` and `field_path`, and a path only with `inject_into: body_json`.
        """
    package static let example = """
        type: RequestOption
        inject_into: request_parameter
        field_name: page
        """

    private static let injectInto = Field.required(
        "inject_into",
        .word(["request_parameter", "header", "body_data", "body_json"]),
        "The part of the request."
    )
    private static let fieldName = Field(
        "field_name",
        .template(reads: .config),
        "Name of the parameter, header or field."
    )
    private static let fieldPath = Field(
        "field_path",
        .list(.template(reads: .config)),
        "Path to a field of the JSON body."
    )
    package static let fields = [injectInto, fieldName, fieldPath]

    enum Target: String {
        case requestParameter = "request_parameter", header, bodyData = "body_data", bodyJSON = "body_json"
    }

    let target: Target
    let fieldPath: [TemplateText]
    /// Whether two places are named, so that no value can be put into either.
    private let isAmbiguous: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let hasName = mapping[fieldName.name] != nil
        let hasPath = mapping[fieldPath.name] != nil
        if hasName && hasPath {
            return [
                FieldFault(
                    fieldName.name,
                    code: "stream-refused",
                    "a stream cannot be read whose RequestOption has both 'field_name' and 'field_path'",
                    fix: "keep exactly one of them",
                    severity: .warning
                )
            ]
        }
        if !hasName && !hasPath {
            return [
                FieldFault(
                    code: "invalid-combination",
                    "a RequestOption has either 'field_name' or 'field_path'",
                    fix: "keep exactly one of them"
                )
            ]
        }
        if hasPath, mapping[injectInto.name]?.string != Target.bodyJSON.rawValue {
            let message = "'field_path' only works with inject_into: body_json"
            return [FieldFault(fieldPath.name, message, fix: "use 'field_name'")]
        }
        return []
    }

    package init(_ reader: ComponentReader) throws {
        let text = try reader.string(Self.injectInto)
        guard let target = Target(rawValue: text) else {
            throw reader.fault(Self.injectInto, "'\(text)' is not a part of a request")
        }
        self.target = target
        isAmbiguous = reader.has(Self.fieldName) && reader.has(Self.fieldPath)
        if let name = try reader.optionalTemplate(Self.fieldName) {
            fieldPath = [name]
        } else {
            fieldPath = try reader.templates(Self.fieldPath)
        }
    }

    /// Puts a value where the option says.
    package func inject(_ value: JSONValue, into parts: inout RequestParts, in scope: Scope) throws {
        guard !isAmbiguous else {
            throw EngineFailure(.config, "A RequestOption of the manifest has both 'field_name' and 'field_path'.")
        }
        let path = try fieldPath.map { try $0.text(in: scope) }
        guard let name = path.first else { return }
        switch target {
        case .requestParameter: parts.parameters[name] = value
        case .header: parts.headers[name] = value
        case .bodyData: parts.bodyData[name] = value
        case .bodyJSON: Self.set(value, at: path[...], in: &parts.bodyJSON)
        }
    }

    private static func set(_ value: JSONValue, at path: ArraySlice<String>, in object: inout JSONObject) {
        guard let name = path.first else { return }
        guard path.count > 1 else {
            object[name] = value
            return
        }
        var inner = object[name]?.object ?? [:]
        set(value, at: path.dropFirst(), in: &inner)
        object[name] = .object(inner)
    }
}
