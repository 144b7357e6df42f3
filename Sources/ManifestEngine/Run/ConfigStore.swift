package import JSON

/// Where the configuration of a run is kept for the next one.
package protocol ConfigStore: Sendable {
    /// The stored configuration, if another process changed it since it was read; nil otherwise.
    func changedConfig() -> JSONObject?

    /// Called before a token that may work only once is used up: says once that its successor would be lost.
    ///
    /// - Parameter place: the names that lead to the token in the configuration.
    /// - Throws: a configuration failure when losing it is not to be risked.
    func prepareRotation(of place: [String]) throws
}
