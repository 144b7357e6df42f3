import Dates
import JSON

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
        now: { (try? DateTime(microsecondsSinceEpoch: 1_752_575_400_123_456)) ?? .epoch },
        random: { 0x1234_5678_9ABC_DEF0 }
    )

    static let record = #"""
        {"id": "5137", "n": 5, "f": 1.5, "z": 0, "t": true, "fl": false, "nul": null, "s": "hello World", "e": "",
        "l": [3, 1, 2], "ls": ["b", "a", "C"], "d": {"a": 1, "b": {"c": [1, 2, {"x": "y"}]}}, "items": "field",
        "date": "2024-01-15T08:30:00Z",
        "ln": [{"name": "x", "v": 2, "q": {"w": 1}}, {"name": "y", "v": 1}, {"name": "X", "v": 3, "q": null}],
        "q": "it's \"q\"", "uni": "naïve 😀", "lit": "[1, 2]", "num": "1.10", "sp": "  x y  ", "nl": "a\nb\r\nc",
        "el": [], "ed": {}, "_u": 7}
        """#

    static let config = #"""
        {"start_date": "2024-01-01", "key": "abc", "list": ["a", "b"], "num": 3, "nested": {"x": {"y": "z"}},
        "lookback": null}
        """#

    static func value(_ json: String) -> Value {
        (try? JSONDocument(text: json).root).map { Value($0) } ?? .null
    }

    static func dict(_ json: String) -> DictObject { DictMethods.dict(value(json)) }

    static func scope() -> Scope {
        let scope = Scope(environment: environment)
        scope[.config] = value(config)
        scope[.parameters] = value(#"{"name": "users"}"#)
        scope[.record] = value(record)
        scope[.response] = value(#"{"data": [{"id": 1}, {"id": 2}], "next": null}"#)
        let slice = SampleObject(
            "StreamSlice",
            dict(#"{"parent_id": "42", "start_time": "2024-01-01"}"#),
            attributes: ["partition": value(#"{"parent_id": "42"}"#)]
        )
        for name: Symbol in [.streamSlice, .streamInterval, .streamPartition] { scope[name] = .object(slice) }
        scope[.headers] = .object(SampleObject("Headers", dict(#"{"Link": "<x>", "X-Rate": "5"}"#)))
        scope[.lastRecord] = value(#"{"id": "r9", "data": null}"#)
        return scope
    }

    /// The value of a template as Python's `repr` shows it, or `!` and the name of the Python exception.
    static func answer(_ template: String, types: ValueTypes = .any, in scope: Scope = scope()) -> String {
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
