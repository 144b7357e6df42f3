import Diagnostics
import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("PageSize")
struct PageSizeTests {
    @Test(
        "is an integer, however it is written",
        arguments: [("5", 5), ("\"5\"", 5), ("\"{{ config['n'] }}\"", 3), ("\"{{ config['n'] + 1 }}\"", 4)]
    )
    func value(_ written: String, _ expected: Int) throws {
        let scope = try Scope.testing(config: #"{"n":3}"#)
        #expect(try OffsetIncrement(fields: "page_size: \(written)").pageSize(in: scope) == expected)
    }

    @Test("a text that is not an integer is refused when the manifest is read", arguments: ["\"many\"", "\"5.5\""])
    func refusal(_ written: String) {
        #expect(throws: ManifestFault.self) { try OffsetIncrement(fields: "page_size: \(written)") }
    }

    @Test("anything else fails", arguments: ["\"{{ config['x'] }}\"", "\"{{ 'many' }}\"", "\"{{ 5.5 }}\""])
    func failure(_ written: String) throws {
        let strategy = try OffsetIncrement(fields: "page_size: \(written)")
        #expect(throws: EngineFailure.self) { try strategy.pageSize(in: .testing()) }
    }
}
