import Diagnostics

/// The cursor field that the catalog names.
enum CatalogCursorField {
    /// The field of the catalog; nil when it names none or may not.
    ///
    /// Throws for a nested field.
    static func choose(_ setup: CursorSetup, isAllowed: Bool) throws -> String? {
        guard isAllowed, let names = setup.catalogCursorField, let name = names.first, !name.isEmpty else { return nil }
        guard names.count == 1 else {
            throw EngineFailure(
                .config,
                "The catalog names a nested cursor field for stream \(setup.streamName): \(names). Name a single one."
            )
        }
        return name
    }
}
