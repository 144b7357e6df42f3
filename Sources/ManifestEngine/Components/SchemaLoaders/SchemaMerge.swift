package import JSON

/// Merges the schemas of several loaders into one.
package enum SchemaMerge {
    /// The fields of all schemas, in an object without other rules; where several have a field, the first one counts.
    ///
    /// Fields of later loaders come before those of earlier ones, as in the reference. A schema without `properties`
    /// adds nothing.
    package static func merged(_ schemas: [JSONObject]) -> JSONObject {
        let properties = schemas.reduce(JSONObject()) { earlier, schema in
            (schema["properties"]?.object ?? [:]).merging(earlier) { $1 }
        }
        return [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": ["null", "object"],
            "properties": .object(properties),
        ]
    }
}
