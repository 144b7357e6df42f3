package import JSON

extension DeclarativeStream {
    /// The stream's entry in the catalog of `discover`.
    package func catalogEntry(in run: SourceRun) async throws -> JSONValue {
        let schema = try await run.schema(of: self)
        let isIncremental = cursor != nil
        var entry: JSONObject = [
            "name": .string(name),
            "json_schema": .object(schema.filter { !$0.value.isNull }),
            "supported_sync_modes": isIncremental ? ["full_refresh", "incremental"] : ["full_refresh"],
        ]
        if let cursor {
            entry["source_defined_cursor"] = .bool(!cursor.allowsCatalogCursorField)
            entry["default_cursor_field"] = [.string(try cursor.cursorField(in: run.context.makeScope()))]
        }
        if let primaryKey { entry["source_defined_primary_key"] = primaryKey }
        entry["is_resumable"] = .bool(isIncremental)
        entry["is_file_based"] = .bool(uploader != nil)
        return .object(entry)
    }
}
