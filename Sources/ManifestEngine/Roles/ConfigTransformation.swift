package import JSON
package import Jinja
package import Manifest

/// Changes a configuration before it is used.
package protocol ConfigTransformation: Sendable {
    /// Changes the configuration. Templates read it as `config`; the scope's configuration is kept up to date.
    func transform(_ config: inout JSONObject, in scope: Scope) throws
}
