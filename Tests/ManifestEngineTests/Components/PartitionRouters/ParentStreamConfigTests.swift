import Diagnostics
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ParentStreamConfig")
struct ParentStreamConfigTests {
    @Test("reads the parent stream, and evaluates the names with the configuration")
    func reads() throws {
        let config = try ParentStreamConfig(
            fields: """
                stream: \(ParentSample.stream)
                parent_key: "{{ config.k }}/id"
                partition_field: "{{ config.f }}"
                extra_fields: [[a, "{{ config.k }}"], ["0"]]
                incremental_dependency: true
                """
        )
        let scope = try Scope.testing(config: #"{"k":"K","f":"F"}"#)
        #expect(config.stream.candidates.map(\.name) == ["parents"])
        #expect(try config.keyPath(in: scope).name == "K.id")
        #expect(try config.partitionName(in: scope) == "F")
        #expect(try config.extraPaths(in: scope).map(\.name) == ["a.K", "0"])
        #expect(config.isIncrementalDependency)
    }

    @Test("names what is missing")
    func missing() throws {
        let found = try ParentStreamConfig.diagnostics(yaml: "stream: \(ParentSample.stream)")
        #expect(
            found.map(\.message) == [
                "ParentStreamConfig needs 'parent_key'", "ParentStreamConfig needs 'partition_field'",
            ]
        )
    }
}
