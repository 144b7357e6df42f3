extension ConformanceSuite {
    /// One difference between a run and what is expected of it.
    public struct Difference: Sendable, Hashable, CustomStringConvertible {
        /// The golden file, from the folder of cases: `decoders/csv/expected/records.jsonl`.
        public let file: String
        /// Where in the file, what was expected there, and what came: `records[3].owner.name: was "a", is "b"`.
        public let text: String

        /// File and text.
        public var description: String { "\(file): \(text)" }
    }
}
