import Foundation

/// The conformance cases of a folder: manifests, what their APIs send, and what must come out.
///
/// The folder holds areas, an area cases; `conformance/README.md` of this package has the form of a case. Each is run
/// without a network and at the moment that it names. No test framework comes with this; with Swift Testing:
///
///     @Test(arguments: try ConformanceSuite(folder: "conformance").cases)
///     func conforms(_ test: ConformanceSuite.Case) async throws { try await test.run() }
public struct ConformanceSuite: Sendable {
    /// The cases, by area and name.
    public let cases: [Case]

    /// Finds the cases of a folder.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - manifest: the manifest of cases that have none of their own.
    /// - Throws: what keeps the folder or a case from being read.
    public init(folder path: String, manifest: String? = nil) throws {
        let shared = URL(filePath: manifest ?? "\(path)/manifest.yaml")
        cases = try ConformanceCase.all(in: URL(filePath: path)).map { Case(test: $0, manifest: shared) }
    }

    /// One case.
    public struct Case: Sendable, CustomStringConvertible {
        let test: ConformanceCase
        let manifest: URL

        /// Area and name, such as `decoders/csv`.
        public var description: String { test.description }

        /// Runs the case, and throws a ``Failure`` when it differs from what is expected.
        public func run() async throws {
            let differences = try await differences()
            if !differences.isEmpty { throw Failure(name: description, differences: differences) }
        }

        /// Runs the case.
        ///
        /// - Returns: how it differs from what is expected, a difference each; none when it is the same.
        /// - Throws: what keeps the case from being run at all.
        public func differences() async throws -> [String] {
            let results = try await ConformanceRun(test, sharedManifest: manifest).results()
            return try zip(1..., results).flatMap { run, result in
                let comparison = ConformanceComparison(result, try test.expected(run))
                return comparison.differences.map { test.runs == 1 ? $0 : "run \(run): \($0)" }
            }
        }
    }

    /// How a case differs from what is expected.
    public struct Failure: Error, CustomStringConvertible {
        /// Area and name of the case.
        public let name: String
        /// The differences.
        public let differences: [String]

        /// The case and its differences, a line each.
        public var description: String { "\(name):\n" + differences.map { "  \($0)" }.joined(separator: "\n") }
    }
}
