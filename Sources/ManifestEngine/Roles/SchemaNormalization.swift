package import JSON

/// Says how records are made to fit the schema of their stream.
package protocol SchemaNormalization: Sendable {
    /// What converts the records of a stream with a schema; nil when it has nothing to convert.
    func makeNormalizer(for schema: JSONObject) -> (any RecordNormalizer)?
}

/// Converts the values of records.
package protocol RecordNormalizer: Sendable {
    /// Converts a record.
    ///
    /// - Returns: a sentence for each value that does not fit even so.
    func normalize(_ record: inout Record) throws -> [String]
}
