import Dates
import Foundation
import HTTP
import JSON
import Jinja
import Manifest
import TestSupport
import Testing

@testable import ManifestEngine

/// A template with the variables of a row of a table, as the engine hands them in.
struct TemplateSample {
    /// How a record comes to a template.
    enum RecordForm: CaseIterable { case asReceived, edited }

    let template: String
    /// The variables by name, and perhaps `value_type`.
    let variables: JSONObject
    let scope: Scope

    /// - Parameter form: how the variable `record` comes.
    init(_ row: RecordedRow, _ form: RecordForm = .asReceived) throws {
        template = row.input
        let none: JSONObject = ["config": [:], "parameters": [:]]
        variables = none.merging(try Self.variables(row.argument)) { $1 }
        scope = Scope(environment: Self.environment)
        for (name, value) in variables where name != "value_type" { try set(name, value, form) }
    }

    /// Expects what a row says, however its record comes.
    static func expect(_ row: RecordedRow, _ result: KeyPath<TemplateSample, String>) throws {
        for form in RecordForm.allCases {
            let given = try TemplateSample(row, form)[keyPath: result]
            #expect(given == row.expected)
        }
    }

    // MARK: Results

    /// The value of a string field.
    var string: String {
        outcome { scope throws(TemplateError) in
            let types = variables["value_type"]?.string.flatMap(ValueTypes.init(valueType:)) ?? .any
            return try InterpolatedString(template, vocabulary: .manifest).evaluate(in: scope, types: types).represented
        }
    }

    /// The result of a condition.
    var condition: String {
        outcome { scope throws(TemplateError) in
            try InterpolatedBoolean(template, vocabulary: .manifest).evaluate(in: scope) ? "True" : "False"
        }
    }

    /// A mapping of parameters, headers or form fields.
    var requestPart: String {
        outcome { scope throws(TemplateError) in
            let mapping = try InterpolatedMapping(["key": .string(template)], vocabulary: .manifest)
            return Value.dict(DictObject(try mapping.evaluate(in: scope, valueTypes: .requestPart))).represented
        }
    }

    /// A JSON body with the template as key, in a list and below a key.
    var bodyPart: String {
        outcome { scope throws(TemplateError) in
            let text = JSONValue.string(template)
            let tree: JSONValue = ["a": .object([template: [text]]), "b": text]
            return try InterpolatedNestedMapping(tree, vocabulary: .manifest).evaluate(in: scope).represented
        }
    }

    /// The value of a string field, then each variable that it changed.
    var changes: String {
        let before = shownVariables
        let value = string
        let changed = zip(before, shownVariables).filter { $0.0 != $0.1 }.map(\.1)
        return ([value] + changed).joined(separator: "; ")
    }

    private var shownVariables: [String] {
        variables.keys.map { name in
            guard name == "stream_slice" else { return "\(name): \(scope[Symbol(name)]?.represented ?? "")" }
            guard case .object(let slice)? = scope[.streamSlice] else { return "" }
            let parts = ["partition", "cursor_slice"].compactMap { slice.attribute($0) }
            return "\(name): \(Value.tuple(parts).represented)"
        }
    }

    private func outcome(_ body: (Scope) throws(TemplateError) -> String) -> String {
        do throws(TemplateError) {
            return try body(scope)
        } catch {
            return "!" + (error.kind == .undeclared ? "ValueError" : error.kind.rawValue)
        }
    }

    // MARK: Variables

    private func set(_ name: String, _ value: JSONValue, _ form: RecordForm) throws {
        switch name {
        case "stream_slice":
            func part(_ name: String) -> JSONObject { value[name]?.object ?? [:] }
            let slice = StreamSlice(
                partition: part("partition"),
                cursor: part("cursor_slice"),
                extraFields: part("extra_fields")
            )
            scope.setSlice(.object(SliceObject(slice)))
        case "headers" where (value.object ?? [:]).values.allSatisfy { $0.string != nil }:
            let fields = (value.object ?? [:]).map { ($0.key, $0.value.string ?? "") }
            scope[.headers] = .object(HeadersObject(HTTPHeaderList(fields)))
        case "record" where form == .edited && value.object != nil:
            scope[.record] = Value(Record(value.object ?? [:]))
        case "config": scope[.config] = Value(SharedConfig.make(value.object ?? [:]))
        default: scope[Symbol(name)] = Value(try JSONDocument(text: value.text).root)
        }
    }

    /// The moment at which the recorder's clock stands.
    private static let environment = TemplateEnvironment(
        now: { DateTime(nearestMicrosecondsSinceEpoch: 1_752_575_400_123_456) },
        random: { 0x1234_5678_9ABC_DEF0 }
    )

    /// Those of a row: written out, or a set by its name.
    private static func variables(_ argument: String) throws -> JSONObject {
        if argument.isEmpty { return [:] }
        if argument.hasPrefix("{") { return try JSONValue(parsing: argument).object ?? [:] }
        return try #require(sets[argument]?.object)
    }

    /// Sets of variables that many rows share; the recorder reads the same file.
    private static let sets: JSONObject = {
        guard let file = try? RecordedTable.file(of: #filePath, ending: "json"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [:] }
        return (try? JSONValue(parsing: text).object) ?? [:]
    }()
}
