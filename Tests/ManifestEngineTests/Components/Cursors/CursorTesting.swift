import Dates
import JSON
import Jinja
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What tests of cursors have in common.
///
/// All of them run on 2024-05-01T00:00:00Z.
enum CursorTesting {
    static func now() throws -> DateTime { try DateTime(year: 2024, month: 5, day: 1, offset: .utc) }

    static func scope(config: JSONObject = [:]) throws -> Scope {
        let now = try now()
        return Scope(environment: TemplateEnvironment(now: { now }), config: Value(.object(config)))
    }

    static func object(_ text: String) throws -> JSONObject { try #require(JSONValue(parsing: text).object) }

    static func reader(_ fields: JSONObject, type: String) -> ComponentReader {
        var fields = fields
        fields["type"] = .string(type)
        return ComponentReader(ManifestNode(json: .object(fields)), path: ManifestPath(), source: SourceContext())
    }

    /// A cursor with the fields of a manifest, and defaults for those it must have.
    static func definition(_ fields: JSONObject) throws -> DatetimeBasedCursor {
        let base: JSONObject = [
            "cursor_field": "u", "datetime_format": "%Y-%m-%d", "start_datetime": "2024-01-01",
            "end_datetime": "2024-01-10",
        ]
        return try DatetimeBasedCursor(reader(base.merging(fields) { $1 }, type: "DatetimeBasedCursor"))
    }

    static func setup(
        state: JSONObject? = nil,
        catalog: [String]? = nil,
        isPartitioned: Bool = false,
        isGlobal: Bool = false,
        log: MessageRecorder = MessageRecorder()
    ) throws -> CursorSetup {
        CursorSetup(
            streamName: "orders",
            state: state,
            catalogCursorField: catalog,
            hasPartitionRouter: isPartitioned,
            isGlobal: isGlobal,
            messages: log
        )
    }

    static func rules(
        _ fields: JSONObject = [:],
        config: JSONObject = [:],
        log: MessageRecorder = MessageRecorder()
    ) throws -> DatetimeCursorRules {
        try definition(fields).rules(setup(log: log), in: scope(config: config))
    }

    static func instant(_ text: String) throws -> CursorInstant {
        try #require(CursorFormat(output: "%Y-%m-%dT%H:%M:%S%z", inputs: ["%Y-%m-%d"]).read(text))
    }

    /// A record still in the bytes of its page.
    static func record(_ text: String) throws -> Record {
        try #require(Record(JSONDocument(text: text, indexDepth: 3).root))
    }

    /// Bounds of slices as `start..end`.
    static func bounds(_ slices: [StreamSlice]) -> [String] {
        slices.map { "\($0.cursor["start_time"]?.string ?? "-")..\($0.cursor["end_time"]?.string ?? "-")" }
    }
}

extension StreamCursor {
    /// Begins a partition at the tests' moment.
    func begin(_ partition: JSONObject = [:], parentState: JSONObject? = nil) throws -> [StreamSlice] {
        try begin(
            StreamSlice(partition: partition),
            parentState: parentState,
            now: CursorTesting.now(),
            in: CursorTesting.scope()
        )
    }

    /// Reads a slice with records of these cursor values to its end.
    func read(_ slice: StreamSlice, _ values: [String] = []) throws {
        var tracker = try makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
        for value in values { tracker.observe(Record(["u": .string(value)])) }
        close(slice, tracker)
    }
}
