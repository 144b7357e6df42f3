/// How a `CombinedExtractor` combines what its extractors find.
enum CombineMode: String, CaseIterable {
    /// All records, in the order of the extractors.
    case union
    /// The records of the first extractor that finds any.
    case firstMatch = "first_match"
}
