package import JSON
package import ManifestEngine

extension PartitionRouter {
    /// The slices of the router, each as JSON text: the partition, and the extra fields when there are any.
    ///
    /// - Parameters:
    ///   - config: JSON text of the configuration.
    ///   - responses: how the API responds, in the form of `StubTransport`.
    package func slices(config: String = "{}", responses: JSONValue = []) async throws -> [String] {
        let context = RunContext(
            config: try JSONValue(parsing: config).object ?? [:],
            transport: StubTransport(responses),
            clock: try TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder()
        )
        let run = PartitionRun(
            source: SourceRun(context: context),
            openParent: { try await ParentReading.open($0, $1) },
            parentState: { _, _ in nil },
            isIncremental: false
        )
        var lines: [String] = []
        _ = try await generate(run) { partition in
            let extra = partition.slice.extraFields
            let text = JSONValue.object(partition.slice.partition).text
            lines.append(extra.isEmpty ? text : "\(text) + \(JSONValue.object(extra).text)")
        }
        return lines
    }
}
