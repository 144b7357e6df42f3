public import Foundation
import ManifestEngine

/// The conformance cases of a folder: manifests, what their APIs send, and what must come out.
///
/// The folder holds areas, an area cases; `conformance/README.md` of this package has the form of a case. Each is run
/// at the moment that it names and without a network, but for the loopback address where classes in Python send requests.
/// No test framework comes with this; with Swift Testing:
///
///     @Test(arguments: try ConformanceSuite(folder: "conformance").cases)
///     func conforms(_ test: ConformanceSuite.Case) async throws { try await test.run() }
public struct ConformanceSuite: Sendable {
    /// The cases, by area and name.
    public let cases: [Case]
    /// Cases that need Python classes and are left out, as no interpreter has airbyte-cdk.
    public let unrunnable: [String]

    /// Finds the cases of a folder.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - manifest: the manifest of cases that have none of their own.
    ///   - only: area and name of the one case to take, such as `decoders/csv`; all if nil. The variable `CASE` of the
    ///     environment says it by default.
    ///   - testCommand: what runs the tests; a failure shows it.
    ///   - recordCommand: what records the cases that are named after it; a failure shows it. For another folder than
    ///     this package's, `conformance/record --folder` and the folder.
    ///   - python: the interpreter that runs the Python classes of cases; by default that of the variable
    ///     `REFERENCE_PYTHON`, of `.venv` in the folder, or `python3`, if it has airbyte-cdk.
    /// - Throws: an error when the folder or a case cannot be read, when there is no case, or when the named one is missing.
    public init(
        folder path: String,
        manifest: String? = nil,
        only: String? = ProcessInfo.processInfo.environment["CASE"],
        testCommand: String = "swift test",
        recordCommand: String = "conformance/record",
        python: String? = nil
    ) throws {
        let shared = URL(filePath: manifest ?? "\(path)/manifest.yaml")
        let found = try ConformanceCase.all(in: URL(filePath: path)).filter { only == nil || $0.description == only }
        if let only, found.isEmpty { throw ConformanceCase.Fault(description: "there is no case \(only) in \(path)") }
        let commands = Commands(test: testCommand, record: recordCommand)
        let python = found.contains(where: \.needsPython) ? python ?? Self.python(below: path) : nil
        let runnable = found.filter { python != nil || !$0.needsPython }
        cases = runnable.map { Case(test: $0, manifest: shared, python: python, commands: commands) }
        unrunnable = found.map(\.description).filter { name in !runnable.contains { $0.description == name } }
    }

    /// The first usual interpreter that has airbyte-cdk.
    private static func python(below path: String) -> String? {
        let named = ProcessInfo.processInfo.environment["REFERENCE_PYTHON"]
        return [named, "\(path)/.venv/bin/python", "python3"].compactMap { $0 }.first(where: PythonWorker.isUsable)
    }
}
