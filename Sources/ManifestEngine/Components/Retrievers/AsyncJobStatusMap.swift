package import Manifest

/// What the API calls the states of a job.
///
/// Manifest type `AsyncJobStatusMap`. A status that is in no list is unknown: the job is polled on, and its slice fails.
package struct AsyncJobStatusMap: Component {
    /// What a status means.
    package enum Meaning: String, CaseIterable, Sendable {
        case running, completed, failed, timeout, skipped
    }

    package static let typeName = "AsyncJobStatusMap"
    package static let summary = "What the API calls the states of a job."
    package static let details = """
        A status is looked up as a string. One that is in no list is unknown: the job is polled on, and its slice counts \
        as failed.
        """
    package static let example = """
        type: AsyncJobStatusMap
        running: [queued, processing]
        completed: [done]
        failed: [error]
        timeout: []
        """

    private static let running = Field.required("running", .list(.string), "The job is still at work.")
    private static let completed = Field.required("completed", .list(.string), "Its records can be downloaded.")
    private static let failed = Field.required("failed", .list(.string), "It has failed; another one is created.")
    private static let timeout = Field.required(
        "timeout",
        .list(.string),
        "It took too long; it is aborted, and another one is created."
    )
    private static let skipped = Field("skipped", .list(.string), "It has no records, which is no failure.")
    package static let fields = [running, completed, failed, timeout, skipped]

    private let meanings: [String: Meaning]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var known: [String: String] = [:]
        var faults: [FieldFault] = []
        for field in fields {
            for status in (mapping[field.name]?.sequence ?? []).compactMap(\.string) {
                if let other = known[status] {
                    faults.append(
                        FieldFault(
                            field.name,
                            "the status '\(status)' is in '\(other)' too",
                            fix: "keep it in one of the lists"
                        )
                    )
                }
                known[status] = field.name
            }
        }
        return faults
    }

    package init(_ reader: ComponentReader) throws {
        var meanings: [String: Meaning] = [:]
        for (field, meaning) in zip(Self.fields, Meaning.allCases) {
            for status in reader.strings(field) { meanings[status] = meaning }
        }
        self.meanings = meanings
    }

    /// What a status of the API means; nil when it is unknown.
    func meaning(of status: String) -> Meaning? { meanings[status] }
}
