import JSON
import ManifestEngine
import Testing

/// Runs a transformation of configurations on JSON text.
func transformed(_ config: String, by transformation: some ConfigTransformation) throws -> String {
    var members = try #require(JSONValue(parsing: config).object)
    let scope = TokenRun(members).context.makeScope()
    try transformation.transform(&members, in: scope)
    return JSONValue.object(members).text
}
