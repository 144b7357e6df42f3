package import JSON
package import Jinja

extension Scope {
    /// Makes a scope with `config` and `parameters`; the latter may be undeclared.
    package convenience init(environment: TemplateEnvironment, config: Value, parameters: Value? = nil) {
        self.init(environment: environment)
        self[.config] = config
        self[.parameters] = parameters
    }

    /// Sets `stream_slice` and its other names; nil takes them back.
    package func setSlice(_ slice: Value?) {
        self[.streamSlice] = slice
        self[.streamInterval] = slice
        self[.streamPartition] = slice
    }

    /// The document of the configuration, as long as no template has changed it; tells one configuration from another.
    package var sharedConfig: JSONDocument? {
        guard case .json(let view) = self[.config] else { return nil }
        return view.document
    }
}
