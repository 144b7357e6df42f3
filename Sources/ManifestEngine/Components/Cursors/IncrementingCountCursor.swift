package import Diagnostics
import JSON
package import Jinja
package import Manifest
import Text

/// Reads a stream from the highest count of the last sync on.
///
/// Manifest type `IncrementingCountCursor`. One slice, `{start: <count>, end: inf}`; state: `{<cursor_field>:
/// <count>}`. A sync begins at the state itself, so the last record comes again. Throws a configuration failure for a
/// start value or state that is not a number, and for a stream with a partition router.
package struct IncrementingCountCursor: Component, CursorDefinition {
    package static let typeName = "IncrementingCountCursor"
    package static let summary = "Reads a stream from the highest count of the last sync on."
    package static let details = """
        There is one slice. The state is `{<cursor_field>: <count>}`, and a sync starts at the state itself, so \
        its last record comes again. It cannot be combined with a partition router.
        """
    package static let example = """
        type: IncrementingCountCursor
        cursor_field: id
        start_value: 0
        """

    private static let cursorField = Field.required(
        "cursor_field",
        .template(reads: .config),
        "Top-level record field with the count."
    )
    private static let startValue = Field("start_value", .integerOrTemplate(), default: 0, "Count of the first sync.")
    private static let startValueOption = Field(
        "start_value_option",
        .component(ComponentRegistry.requestOptions),
        "Where in the request the start goes."
    )
    private static let allowCatalogDefinedCursorField = Field(
        "allow_catalog_defined_cursor_field",
        .boolean,
        default: false,
        "Whether the catalog may name another cursor field."
    )
    package static let fields = [cursorField, startValue, startValueOption, allowCatalogDefinedCursorField]

    private let cursorField: TemplateText
    private let startValue: TemplateText
    private let startOption: RequestOption?
    package let allowsCatalogCursorField: Bool
    package let isClientSideIncremental = false
    package let isDataFeed = false
    package let isGlobal = false

    package init(_ reader: ComponentReader) throws {
        cursorField = try reader.template(Self.cursorField)
        startValue = try reader.template(Self.startValue)
        startOption = try reader.optionalComponent(Self.startValueOption, ComponentRegistry.requestOptions)
        allowsCatalogCursorField = reader.bool(Self.allowCatalogDefinedCursorField)
    }

    package func cursorField(in scope: Scope) throws -> String { try cursorField.text(in: scope) }
    package var fieldPlace: Place? { cursorField.origin.place }

    package func makeCursor(_ setup: CursorSetup, in scope: Scope) throws -> any StreamCursor {
        guard !setup.hasPartitionRouter else {
            let message =
                "Stream \(setup.streamName) has a partition router, which an IncrementingCountCursor does not support."
            throw EngineFailure(.config, message)
        }
        let field = try setup.catalogField(isAllowed: allowsCatalogCursorField) ?? cursorField(in: scope)
        return try CountStreamCursor(setup, field: field, start: start(in: scope))
    }

    private func start(in scope: Scope) throws -> CountValue {
        let value = try startValue.value(in: scope)
        let whole: Number? =
            switch value {
            case .int(let number): .int(number)
            case .big(let number): .big(number)
            case .double(let number): PythonNumber.integer(number)
            default: PythonNumber.integer(value.pythonText)
            }
        if let count = whole.flatMap({ CountValue(JSONValue($0)) }) { return count }
        throw EngineFailure(.config, "'start_value' evaluates to '\(value.pythonText)', which is not an integer.")
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        var parts = RequestParts()
        if let startOption, let start = slice.cursor["start"] {
            try startOption.inject(start, into: &parts, in: scope)
        }
        return parts
    }
}
