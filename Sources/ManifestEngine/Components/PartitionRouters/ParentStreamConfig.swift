import JSON
import Jinja
package import Manifest

/// A parent stream, and what its records give to the partitions of the child.
///
/// Manifest type `ParentStreamConfig`.
package struct ParentStreamConfig: Component {
    package static let typeName = "ParentStreamConfig"
    package static let summary = "A parent stream, and what its records give to the child's partitions."
    package static let example = """
        type: ParentStreamConfig
        stream: "#/definitions/users"
        parent_key: id
        partition_field: user_id
        incremental_dependency: true
        """

    private static let streamField = Field.required(
        "stream",
        .component(ComponentRegistry.streams, default: "DeclarativeStream"),
        "The parent stream."
    )
    private static let keyField = Field.required(
        "parent_key",
        .template(reads: .config),
        "Path to the value in the parent's record, with `/` between the steps."
    )
    private static let partitionField = Field.required(
        "partition_field",
        .template(reads: .config),
        "Name of the value in the slice."
    )
    private static let optionField = Field(
        "request_option",
        .component(ComponentRegistry.requestOptions, default: "RequestOption"),
        "Where the value goes in requests."
    )
    private static let extraField = Field(
        "extra_fields",
        .list(.list(.template(reads: .config))),
        "Further values copied from the parent's record."
    )
    private static let dependencyField = Field(
        "incremental_dependency",
        .boolean,
        default: false,
        "Whether only parent records since the last sync are read."
    )
    package static let fields = [streamField, keyField, partitionField, optionField, extraField, dependencyField]
    package static let absentFields = ["lazy_read_pointer"]

    let stream: any StreamDefinition
    private let key: TemplateText
    private let partitionName: TemplateText
    let option: RequestOption?
    private let extraFields: [[TemplateText]]
    let isIncrementalDependency: Bool

    package init(_ reader: ComponentReader) throws {
        stream = try reader.component(Self.streamField, ComponentRegistry.streams)
        key = try reader.template(Self.keyField)
        partitionName = try reader.template(Self.partitionField)
        option = try reader.optionalComponent(Self.optionField, ComponentRegistry.requestOptions)
        extraFields = try reader.templateLists(Self.extraField)
        isIncrementalDependency = reader.bool(Self.dependencyField)
    }

    func partitionName(in scope: Scope) throws -> String { try partitionName.text(in: scope) }

    /// The path to the key, evaluated once per run.
    func keyPath(in scope: Scope) throws -> RecordPath { RecordPath(text: try key.text(in: scope)) }

    /// The paths to the extra fields, evaluated once per run.
    func extraPaths(in scope: Scope) throws -> [RecordPath] {
        try extraFields.map { path in RecordPath(try path.map { try $0.value(in: scope).json() }) }
    }
}
