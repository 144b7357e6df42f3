import Dates
import Foundation
import JSON
import TestSupport

@testable import Jinja

extension Symbol {
    static let config = Symbol("config")
    static let parameters = Symbol("parameters")
    static let record = Symbol("record")
    static let response = Symbol("response")
    static let streamSlice = Symbol("stream_slice")
    static let streamInterval = Symbol("stream_interval")
    static let streamPartition = Symbol("stream_partition")
    static let headers = Symbol("headers")
    static let lastRecord = Symbol("last_record")
    static let pageSize = Symbol("page_size")
}

extension TemplateError.Kind {
    /// The Python exception class, as the reference names it.
    var exceptionName: String { self == .undeclared ? "ValueError" : rawValue }
}

extension Template {
    /// The rendered text, before literal evaluation.
    func render(in scope: Scope) throws(TemplateError) -> String { try program.render(in: scope) }
}

extension Vocabulary {
    static let sample = Vocabulary(
        ["config", "parameters", "record"],
        withdrawn: [Withdrawn("stream_state", hint: "read stream_slice")]
    )
}

/// A scope with one record and one of everything else, and a clock that stands still.
enum Sample {
    static let environment = TemplateEnvironment(
        now: { (try? DateTime(microsecondsSinceEpoch: variables["now"].flatMap { Int64($0) } ?? 0)) ?? .epoch },
        random: { 0x1234_5678_9ABC_DEF0 }
    )

    /// The texts of the variables, by name; the recorder of the tables reads the same file.
    private static let variables: [String: String] = {
        guard let file = try? RecordedTable.file(of: #filePath, ending: "json"),
            let text = try? String(contentsOf: file, encoding: .utf8),
            let members = try? JSONDocument(text: text).root.members
        else { return [:] }
        return Dictionary(members.map { ($0.key, $0.value.rawText) }, uniquingKeysWith: { $1 })
    }()

    private static func variable(_ name: String) -> Value { value(variables[name] ?? "") }

    static func value(_ json: String) -> Value {
        (try? JSONDocument(text: json).root).map { Value($0) } ?? .null
    }

    static func dict(_ json: String) -> DictObject { DictMethods.dict(value(json)) }

    static func scope() -> Scope {
        let scope = Scope(environment: environment)
        for name: Symbol in [.config, .parameters, .record, .response, .lastRecord] {
            scope[name] = variable(name.name)
        }
        let slice = Self.slice()
        for name: Symbol in [.streamSlice, .streamInterval, .streamPartition] { scope[name] = .object(slice) }
        scope[.headers] = .object(SampleObject("Headers", DictMethods.dict(variable("headers"))))
        return scope
    }

    /// The variable `stream_slice`: a mapping of its partition and its interval, with the partition as an attribute.
    private static func slice() -> SampleObject {
        let parts = try? JSONValue(parsing: variables["stream_slice"] ?? "")
        let partition = parts?["partition"]?.object ?? [:]
        let all = partition.merging(parts?["cursor_slice"]?.object ?? [:]) { $1 }
        return SampleObject(
            "StreamSlice",
            dict(JSONValue.object(all).text),
            attributes: ["partition": value(JSONValue.object(partition).text)]
        )
    }

    /// The value of a template as Python's `repr` shows it, or `!` and the name of the Python exception.
    static func outcome(_ template: String, types: ValueTypes = .any, in scope: Scope = scope()) -> String {
        do throws(TemplateError) {
            return try InterpolatedString(template, vocabulary: .sample).evaluate(in: scope, types: types).represented
        } catch {
            return "!" + error.kind.exceptionName
        }
    }

    /// The result of a condition, or `!` and the name of the Python exception.
    static func truth(_ template: String) -> String {
        do throws(TemplateError) {
            return try InterpolatedBoolean(template, vocabulary: .sample).evaluate(in: scope()) ? "True" : "False"
        } catch {
            return "!" + error.kind.exceptionName
        }
    }

    /// The error a template gives, in parsing or in evaluation.
    static func error(_ template: String, in scope: Scope = scope()) -> TemplateError? {
        do throws(TemplateError) {
            _ = try Template(template, vocabulary: .sample).evaluate(in: scope)
            return nil
        } catch {
            return error
        }
    }
}
