import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Takes the records at a path of the body.
///
/// Manifest type `DpathExtractor`. An empty path takes the body itself. Each segment is a shell pattern against the keys
/// of an object, or an index of a list; with a segment `*` all matches are records.
package struct DpathExtractor: Component, Extractor {
    package static let typeName = "DpathExtractor"
    package static let summary = "Takes the records at a path of the body."
    package static let details = """
        An empty path takes the body itself. Each segment is a shell pattern for the keys of an object, or the \
        index of an element; with a segment `*` every match is a record.
        """
    package static let example = """
        type: DpathExtractor
        field_path: [data, users]
        """

    private static let fieldPath = Field.required(
        "field_path",
        .list(.template(reads: .config)),
        "Path to the records; `*` matches all."
    )
    private static let decoder = Field(
        "decoder",
        .component(ComponentRegistry.decoders, default: "JsonDecoder"),
        "Has no effect here."
    )
    private static let expanderField = Field(
        "record_expander",
        .component(ComponentRegistry.recordExpanders, default: RecordExpander.typeName),
        "Makes records of a list inside each record."
    )
    package static let fields = [fieldPath, decoder, expanderField]

    private let segments: [TemplateText]
    private let expander: RecordExpander?
    /// The segments as keys, when none is a template or a pattern.
    private let plainKeys: [JSONKey]?

    package init(_ reader: ComponentReader) throws {
        segments = try reader.templates(Self.fieldPath)
        expander = try reader.optionalComponent(Self.expanderField, ComponentRegistry.recordExpanders)
        let constants = segments.map(\.string.constantText)
        let isPlain = constants.allSatisfy { $0.map { !DpathGlob.isPattern($0) && Int($0) == nil } ?? false }
        plainKeys = isPlain ? constants.compactMap { $0.map(JSONKey.init) } : nil
    }

    package var recordDepth: Int { segments.count + 1 }

    package func extraction(from page: DecodedPage, in scope: Scope) throws -> Extraction {
        let records = try found(in: page, scope)
        return try expander?.expand(records, in: scope) ?? Extraction(records)
    }

    package func extract(from page: DecodedPage, in scope: Scope) throws -> [JSONValue] {
        try extraction(from: page, in: scope).records
    }

    /// The records at the path, before a list in them is expanded.
    private func found(in page: DecodedPage, _ scope: Scope) throws -> [JSONValue] {
        var records: [JSONValue] = []
        if let plainKeys {
            for body in page.bodies { Self.take(Self.value(at: plainKeys, of: body), into: &records) }
            return records
        }
        let path = try path(in: scope)
        for body in page.bodies { Self.take(try DpathGlob.extract(path, from: body), into: &records) }
        return records
    }

    private func path(in scope: Scope) throws -> [DpathGlob.Segment] {
        try segments.map { DpathGlob.Segment(try $0.value(in: scope).json()) }
    }

    private static func value(at keys: [JSONKey], of body: JSONValue) -> JSONValue? {
        guard case .view(var view) = body else {
            var value: JSONValue? = body
            for key in keys { value = value?[key.text] }
            return value
        }
        for key in keys {
            guard let next = view.member(key) else { return nil }
            view = next
        }
        return .view(view)
    }

    package var placeText: String {
        let place = segments.first?.origin.place.map { " (\($0.text))" } ?? ""
        return "field_path [\(segments.map(\.source).joined(separator: ", "))]\(place)"
    }

    /// A null on the way says that there is nothing, which also counts as found.
    package func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool {
        guard let plainKeys else {
            guard let path = try? path(in: scope) else { return true }
            return page.bodies.contains { DpathGlob.finds(path, in: $0) }
        }
        return page.bodies.contains { body in
            var value = body
            for key in plainKeys where !value.isNull {
                guard let next = value[key.text] else { return false }
                value = next
            }
            return true
        }
    }

    /// A list gives its elements, another value itself; nothing comes of null, zero, an empty string and empty objects.
    private static func take(_ value: JSONValue?, into records: inout [JSONValue]) {
        guard let value else { return }
        if case .view(let view) = value, view.kind == .array {
            view.forEachElement { records.append(.view($0)) }
        } else if let elements = value.array {
            records += elements
        } else if value.isTruthy {
            records.append(value)
        }
    }
}
