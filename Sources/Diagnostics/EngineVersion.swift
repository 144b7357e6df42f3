/// The version of the engine.
package enum EngineVersion {
    package static let text = "0.1.0"
}
