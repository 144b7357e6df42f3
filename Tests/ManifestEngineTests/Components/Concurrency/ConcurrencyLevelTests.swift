import Diagnostics
import JSON
import ManifestEngine
import Testing

struct ConcurrencyLevelTests {
    @Test(
        "an integer as it is, a template capped",
        arguments: [
            ("default_concurrency: 12\nmax_concurrency: 10", 12),
            ("default_concurrency: '12'\nmax_concurrency: 10", 10),
            ("default_concurrency: '{{ config.n or 4 }}'\nmax_concurrency: 10", 7), ("default_concurrency: '3'", 3),
        ]
    )
    func workers(yaml: String, expected: Int) throws {
        #expect(try ConcurrencyLevel(yaml: yaml).workers(in: .sample(config: ["n": 7])) == expected)
    }

    @Test("what is not a number of workers fails", arguments: ["'some'", "0", "-1", "'2.5'"])
    func faults(text: String) throws {
        let level = try ConcurrencyLevel(yaml: "default_concurrency: \(text)")
        #expect(throws: EngineFailure.self) { try level.workers(in: .sample()) }
    }

    @Test("a template that reads the configuration needs a cap")
    func cap() throws {
        let codes = try ConcurrencyLevel.codes(
            yaml: "default_concurrency: \"{{ config['n'] }}\"",
            as: ComponentRegistry.concurrencyLevels
        )
        #expect(codes == ["invalid-combination"])
    }
}
