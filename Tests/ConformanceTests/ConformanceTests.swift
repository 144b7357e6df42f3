import Foundation
import ManifestEngineTesting
import Testing

/// Runs every folder of `conformance/` and compares with what the reference did there.
@Suite("conformance")
struct ConformanceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All cases, or the one that the variable `CASE` names.
    ///
    /// Those with classes in Python are left out where no Python has airbyte-cdk.
    private static func cases() throws -> [ConformanceSuite.Case] {
        let suite = try ConformanceSuite(
            folder: root.appending(path: "conformance").path,
            manifest: root.appending(path: "manifests/gong.yaml").path,
            testCommand: "swift test --filter ConformanceTests/conforms"
        )
        if !suite.unrunnable.isEmpty {
            print("not run, as no Python has airbyte-cdk: \(suite.unrunnable.joined(separator: ", "))")
        }
        return suite.cases
    }

    @Test("same as the reference", arguments: try cases())
    func conforms(_ test: ConformanceSuite.Case) async throws { try await test.run() }
}
