import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What holds for every cursor, with partitions and without.
@Suite("cursor contract")
struct CursorContractTests {
    /// A cursor, and the values of records that it is to follow.
    private struct Form: CustomStringConvertible {
        let type: String
        var fields: JSONObject
        /// In the order in which they come: those of the first sync, and a later one.
        let values: [JSONValue]
        let later: JSONValue
        /// The member of a slice that says where it begins.
        let start: String
        var isPartitioned = false
        var isGlobal = false

        var description: String { "\(type)\(isPartitioned ? " in partitions" : "")\(isGlobal ? ", one state" : "")" }

        func inPartitions(isGlobal: Bool) -> Form {
            var form = self
            form.isPartitioned = true
            form.isGlobal = isGlobal
            return form
        }

        func definition() throws -> any CursorDefinition {
            try ComponentText(JSONValue.object(fields).text, type: type).read(as: ComponentRegistry.cursors)
        }

        func cursor(state: JSONObject?) throws -> any StreamCursor {
            let setup = try CursorTesting.setup(state: state, isPartitioned: isPartitioned, isGlobal: isGlobal)
            return try definition().makeCursor(setup, in: CursorTesting.scope())
        }

        var partitions: [JSONObject] { isPartitioned ? [["id": "a"], ["id": "b"]] : [[:]] }
    }

    private static let datetime: JSONObject = [
        "cursor_field": "u", "datetime_format": "%Y-%m-%d", "start_datetime": "2024-01-01",
        "end_datetime": "2024-03-01",
    ]

    private static let forms: [Form] = {
        let whole = Form(
            type: "DatetimeBasedCursor",
            fields: datetime,
            values: ["2024-01-05", "2024-02-11", "2024-02-10"],
            later: "2024-02-20",
            start: "start_time"
        )
        var inWindows = whole
        inWindows.fields["step"] = "P10D"
        inWindows.fields["cursor_granularity"] = "P1D"
        let datetimes = [whole, inWindows].flatMap {
            [$0, $0.inPartitions(isGlobal: false), $0.inPartitions(isGlobal: true)]
        }
        let count = Form(
            type: "IncrementingCountCursor",
            fields: ["cursor_field": "u", "start_value": 3],
            values: [4, 9, 8],
            later: 12,
            start: "start"
        )
        return datetimes + [count]
    }()

    /// Reads all slices, with those records that lie in a slice; gives the state at the end and the slices.
    private static func sync(
        _ form: Form,
        from state: JSONObject?,
        _ values: [JSONValue]
    ) throws -> (state: JSONObject, slices: [StreamSlice]) {
        let cursor = try form.cursor(state: state)
        cursor.start(uptime: 0)
        var slices: [StreamSlice] = []
        for partition in form.partitions { slices += try cursor.begin(partition) }
        for slice in slices {
            var tracker = try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
            for value in values where isIn(slice, value) { tracker.observe(Record(["u": value])) }
            cursor.close(slice, tracker)
            _ = cursor.stateAfterClose(uptime: 0)
        }
        return (cursor.finalState(parentState: nil, generationFailed: false, uptime: 0), slices)
    }

    private static func isIn(_ slice: StreamSlice, _ value: JSONValue) -> Bool {
        guard let text = value.string, let start = slice.cursor["start_time"]?.string,
            let end = slice.cursor["end_time"]?.string
        else { return true }
        return start <= text && text <= end
    }

    @Test("each type has its forms")
    func complete() {
        #expect(Set(Self.forms.map(\.type)) == Set(ComponentRegistry.cursors.native.map { $0.typeName }))
    }

    @Test("a sync without new records writes the state that it began with")
    func unchanged() throws {
        for form in Self.forms {
            let first = try Self.sync(form, from: nil, form.values)
            let second = try Self.sync(form, from: first.state, [])
            #expect(JSONValue.object(second.state) == JSONValue.object(first.state), "\(form)")
        }
    }

    @Test("a sync goes on where the one before ended, and no state is lost on its way through a file")
    func resumes() throws {
        for form in Self.forms {
            let first = try Self.sync(form, from: nil, form.values)
            let text = JSONValue.object(first.state).text
            let second = try Self.sync(form, from: JSONValue(parsing: text).object, [form.later])
            #expect(second.slices.count <= first.slices.count, "\(form)")
            let (old, new) = (first.slices.first, second.slices.first)
            #expect(old?.cursor[form.start] != new?.cursor[form.start], "\(form)")
            #expect(JSONValue.object(second.state) != JSONValue.object(first.state), "\(form)")
            #expect(JSONValue.object(second.state).text.contains(form.later.text), "\(form)")
        }
    }

    @Test("a slice that failed is read again")
    func failures() throws {
        for form in Self.forms {
            let cursor = try form.cursor(state: nil)
            cursor.start(uptime: 0)
            var slices: [StreamSlice] = []
            for partition in form.partitions { slices += try cursor.begin(partition) }
            for slice in slices { cursor.fail(slice) }
            let state = cursor.finalState(parentState: nil, generationFailed: false, uptime: 0)
            let again = try Self.sync(form, from: state, [])
            #expect(
                again.slices.map { JSONValue.object($0.json) } == slices.map { JSONValue.object($0.json) },
                "\(form)"
            )
        }
    }

    @Test("the bounds of a slice go into its requests, the same each time")
    func requests() throws {
        for form in Self.forms {
            let definition = try form.definition()
            for slice in try Self.sync(form, from: nil, form.values).slices {
                let scope = try CursorTesting.scope()
                let parts = try definition.requestParts(for: slice, in: scope)
                #expect(try definition.requestParts(for: slice, in: scope) == parts, "\(form)")
            }
        }
    }
}
