import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomValidationStrategy", .enabled(if: PythonSample.isThere))
struct CustomValidationStrategyTests {
    @Test("refuses what the class refuses, as a fault of the configuration")
    func validates() throws {
        let strategy = try PythonSample.component(CustomValidationStrategy.self, "Short")
        try strategy.validate("abc")
        let failure = #expect(throws: EngineFailure.self) { try strategy.validate("abcd") }
        #expect(failure?.type == .config)
        #expect(failure?.message.hasSuffix("failed: ValueError: abcd is too long") == true)
    }
}
