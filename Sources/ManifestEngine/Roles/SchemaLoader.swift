package import JSON
package import Manifest

/// Gives the JSON schema of a stream.
package protocol SchemaLoader: Component {
    /// The schema, without I/O.
    var schema: JSONObject { get }
}
