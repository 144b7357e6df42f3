import Foundation

extension ConformanceSuite {
    /// One case.
    public struct Case: Sendable, CustomStringConvertible {
        let test: ConformanceCase
        let manifest: URL
        let python: String?
        let commands: Commands

        /// Area and name, such as `decoders/csv`.
        public var description: String { test.description }

        /// Runs the case, and throws a ``Failure`` when it differs from what is expected or cannot be run.
        public func run() async throws {
            var differences: [Difference]
            do {
                differences = try await self.differences()
            } catch {
                differences = [Difference(file: description, text: "cannot be run: \(error)")]
            }
            if !differences.isEmpty {
                throw Failure(name: description, differences: differences, commands: commands)
            }
        }

        /// Runs the case.
        ///
        /// - Returns: how it differs from what is expected, golden files that are missing first; none when it is the same.
        /// - Throws: what keeps the case from being run at all.
        public func differences() async throws -> [Difference] {
            let missing = try test.missingGoldens().map { Difference(file: $0, text: "is missing") }
            let results = try await ConformanceRun(test, sharedManifest: manifest, python: python).results()
            return try missing
                + zip(1..., results).flatMap { run, result in
                    try ConformanceComparison(result, run: run, of: test).differences()
                }
        }
    }
}
