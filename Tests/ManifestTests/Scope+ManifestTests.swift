import Manifest
import Testing

@testable import Jinja

@Suite("Scope of a manifest")
struct ScopeManifestTests {
    private static let environment = TemplateEnvironment(now: { .epoch })

    @Test("gives a slice its other names")
    func aliases() {
        let scope = Scope(environment: Self.environment)
        scope.setSlice(.string("x"))
        #expect(scope[.streamInterval] == .string("x"))
        #expect(scope[.streamPartition] == .string("x"))
        scope.setSlice(nil)
        #expect(scope[.streamInterval] == nil)
    }

    @Test("refuses the variable that was withdrawn")
    func withdrawn() throws {
        let scope = Scope(environment: Self.environment, config: .null)
        let template = try Template(ofManifest: "{{ stream_state }}")
        let error = #expect(throws: TemplateError.self) { try template.evaluate(in: scope) }
        #expect(error?.kind == .unsupported)
        #expect(error?.hint == "read stream_interval or stream_slice instead")
    }
}
