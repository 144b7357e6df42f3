import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// One partition per value of a list.
///
/// Manifest type `ListPartitionRouter`.
package struct ListPartitionRouter: Component, PartitionRouter {
    package static let typeName = "ListPartitionRouter"
    package static let summary = "One partition per value of a list."
    package static let example = """
        type: ListPartitionRouter
        values: [open, closed]
        cursor_field: status
        request_option:
          type: RequestOption
          inject_into: request_parameter
          field_name: status
        """

    private static let valuesField = Field.required(
        "values",
        .either([.list(.any), .template(reads: .config)]),
        "The values, or a template that gives a list."
    )
    private static let cursorField = Field.required(
        "cursor_field",
        .template(reads: .config),
        "Name of the value in the slice."
    )
    private static let optionField = Field(
        "request_option",
        .component(ComponentRegistry.requestOptions, default: "RequestOption"),
        "Where the value goes in requests."
    )
    package static let fields = [valuesField, cursorField, optionField]

    private let values: [JSONValue]
    private let template: TemplateText?
    private let name: TemplateText
    private let option: RequestOption?

    package init(_ reader: ComponentReader) throws {
        template = reader.value(Self.valuesField)?.string == nil ? nil : try reader.template(Self.valuesField)
        values = reader.value(Self.valuesField)?.array ?? []
        name = try reader.template(Self.cursorField)
        option = try reader.optionalComponent(Self.optionField, ComponentRegistry.requestOptions)
    }

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        for partition in try partitions(in: run.makeScope()) { try await body(partition) }
        return nil
    }

    func partitions(in scope: Scope) throws -> [GeneratedPartition] {
        let name = try name.text(in: scope)
        return try list(in: scope).map { GeneratedPartition(StreamSlice(partition: [name: $0])) }
    }

    private func list(in scope: Scope) throws -> [JSONValue] {
        guard let template else { return values }
        guard let list = try template.value(in: scope).json().array else {
            throw EngineFailure(.system, "The values of a ListPartitionRouter are not a list: \(template.source)")
        }
        return list
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        var parts = RequestParts()
        guard let option, let value = slice.partition[try name.text(in: scope)], value.isTruthy else { return parts }
        try option.inject(value, into: &parts, in: scope)
        return parts
    }
}
