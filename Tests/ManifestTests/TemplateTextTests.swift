import Dates
import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("TemplateText")
struct TemplateTextTests {
    @Test("prints as Python does", arguments: try RecordedTable.rows("text"))
    func text(_ row: RecordedRow) throws {
        let parameters = try JSONValue(parsing: row.argument).object ?? [:]
        let text = try TemplateText(row.input, origin: TemplateOrigin(parameters: ComponentParameters(parameters)))
        #expect(try text.text(in: .testing()) == row.expected)
    }

    @Test(
        "without parameters of a component there are none, which is not a fault",
        arguments: try RecordedTable.rows("noParameters")
    )
    func noParameters(_ row: RecordedRow) throws {
        let scope = try context([:]).makeScope()
        let text = try TemplateText(row.input)
        #expect((try? text.text(in: scope)) == (row.expected.hasPrefix("!") ? nil : row.expected))
    }

    @Test("gives the parameters of the component back afterwards")
    func parameters() throws {
        let scope = try Scope.testing(variables: ["parameters": #"{"a":"outer"}"#])
        let origin = TemplateOrigin(parameters: ComponentParameters(["a": "inner"]))
        let inner = try TemplateText("{{ parameters.a }}", origin: origin)
        let outer = try TemplateText("{{ parameters.a }}")
        #expect(try inner.text(in: scope) == "inner")
        #expect(try outer.text(in: scope) == "outer")
    }

    @Test("an error has place and path")
    func failure() throws {
        let sample = "fields: [{path: [a], value: \"{{ record.a.b }}\"}]"
        let fields = try AddFields(fields: sample)
        let failure = #expect(throws: TemplateFailure.self) { try fields.result(for: "{}") }
        #expect(failure?.description.hasSuffix(" (test.yaml:1:33) at fields[0] > value") == true, "\(failure as Any)")
    }

    private func context(_ config: JSONObject, changes: ChangedVariables = ChangedVariables()) throws -> RunContext {
        RunContext(
            config: config,
            transport: StubTransport([]),
            clock: try TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder(),
            changes: changes
        )
    }

    @Test("a text that only the configuration decides about follows it")
    func configuration() throws {
        let context = try context(["a": ["b": "one"]])
        let text = try TemplateText(
            "{{ config['a']['b'] }}/{{ parameters.p }}",
            origin: TemplateOrigin(parameters: ComponentParameters(["p": 1]))
        )
        let before = context.makeScope()
        #expect(try text.text(in: before) == "one/1")
        context.updateConfig { $0["a"] = ["b": "two"] }
        let after = context.makeScope()
        #expect(try text.text(in: after) == "two/1")
        #expect(try text.text(in: before) == "one/1")
        #expect(try text.text(in: after) == "two/1")
    }

    @Test("a configuration that a template changes is shared where the manifest has such a template, else it is not")
    func changedInPlace() throws {
        let changes = ChangedVariables()
        changes.note()
        let context = try context(["list": [1], "token": "a"], changes: changes)
        let text = try TemplateText("{{ config.list | length }}{{ config.token }}")
        let (scope, other) = (context.makeScope(), context.makeScope())
        #expect(try text.text(in: scope) == "1a")
        _ = try TemplateText("{{ config.list.append(2) or 'done' }}").text(in: scope)
        context.updateConfig { $0["token"] = "b" }
        #expect(try [scope, other, context.makeScope()].map { try text.text(in: $0) } == ["2b", "2b", "2b"])
    }

    @Test("a configuration that a template changed unexpectedly is read by that scope alone")
    func changedAlone() throws {
        let context = try context(["list": [1]])
        let text = try TemplateText("{{ config.list | length }}")
        let (scope, other) = (context.makeScope(), context.makeScope())
        #expect(try text.text(in: scope) == "1")
        _ = try TemplateText("{{ config.list.append(2) }}").text(in: scope)
        #expect(try text.text(in: scope) == "2")
        #expect(try text.text(in: other) == "1")
        #expect(try text.text(in: context.makeScope()) == "1")
    }

    @Test("the clock and chance are asked each time")
    func impure() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let context = RunContext(config: [:], transport: StubTransport([]), clock: clock, messages: MessageRecorder())
        let text = try TemplateText("{{ now_utc().strftime('%H:%M:%S') }}")
        #expect(try text.text(in: context.makeScope()) == "12:00:00")
        try await clock.sleep(seconds: 5, for: .budget)
        #expect(try text.text(in: context.makeScope()) == "12:00:05")
    }
}
