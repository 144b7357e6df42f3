package import JSON

/// Converts values to the types of the schema.
///
/// `schema_normalization: Default` of a `RecordSelector`.
package struct DefaultNormalization: SchemaNormalization {
    package func makeNormalizer(for schema: JSONObject) -> (any RecordNormalizer)? { SchemaNormalizer(schema) }
}
