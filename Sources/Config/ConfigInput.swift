package import Diagnostics
package import JSON
package import JSONSchema
package import YAML

/// A configuration as it was read, with where each of its values came from.
package struct ConfigInput: Sendable {
    package typealias Path = [SchemaViolation.Step]

    /// Where a value came from.
    enum Origin: Sendable, Equatable {
        case file
        /// `${NAME}`, which is the whole text of the value.
        case variable(String)
        /// `--set`, with the text after the `=`.
        case override(String)
    }

    package internal(set) var values: JSONObject
    /// Variables that are missing or badly written; the strings they stand in are `unset`.
    package let faults: Diagnostics
    /// What is odd about the text of the file: names that an object has twice.
    package let warnings: Diagnostics
    private let file: SourceFile?
    private let places: [(path: Path, place: Place)]
    private let origins: [(path: Path, origin: Origin)]

    /// A configuration that was not read from a file.
    package init(_ values: JSONObject) {
        self.init(values, file: nil, places: JSONPlaces(Array("{}".utf8)), origins: [])
    }

    init(
        _ values: JSONObject,
        file: SourceFile?,
        places: JSONPlaces,
        origins: [(path: Path, origin: Origin)],
        faults: Diagnostics = Diagnostics()
    ) {
        self.values = values
        self.faults = faults
        self.file = file
        self.origins = origins
        self.places = file.map { file in places.entries.map { ($0.path, Self.place($0.name ?? $0.value, file)) } } ?? []
        warnings = Diagnostics(
            places.repeated.map { entry in
                Diagnostic(
                    .warning,
                    code: "repeated-key",
                    "'\(SchemaViolation.text(of: entry.path))' is set twice; the last value counts",
                    place: file.map { Self.place(entry.name ?? entry.value, $0) },
                    fix: "remove one of them"
                )
            }
        )
    }

    static func place(_ range: Range<Int>, _ file: SourceFile) -> Place {
        let start = file.position(ofOffset: range.lowerBound)
        return Place(file: file, range: SourceRange(start: start, end: file.position(ofOffset: range.upperBound)))
    }

    /// Where a value stands in the file; for one that is not there, where what surrounds it stands.
    func place(of path: Path) -> Place? {
        if case .override? = origin(of: path) { return nil }
        for length in stride(from: path.count, through: 0, by: -1) {
            if let entry = places.last(where: { $0.path == Path(path.prefix(length)) }) { return entry.place }
        }
        return nil
    }

    func origin(of path: Path) -> Origin? {
        origins.last { path.starts(with: $0.path) }?.origin
    }

    /// Where a value came from, in words; nil for the file itself.
    func words(forOriginOf path: Path) -> String? {
        switch origin(of: path) {
        case .variable(let name): "from ${\(name)}"
        case .override: "from --set"
        case .file, nil: nil
        }
    }

    // MARK: Unset variables

    /// Stands for a string whose variable is not set, so that nothing else is reported about it.
    ///
    /// Random for each process, so that no string of a configuration can be the same.
    package static let unset = "${\((0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined())}"

    /// The values, with null for strings whose variable is not set.
    package var known: JSONObject { faults.all.isEmpty ? values : values.mapValues(Self.known) }

    private static func known(_ value: JSONValue) -> JSONValue {
        if let elements = value.array { return .array(elements.map(known)) }
        if let members = value.object { return .object(members.mapValues(known)) }
        return value.string == unset ? .null : value
    }

    static func markUnset(_ path: Path, in config: JSONObject) -> JSONObject {
        setting(.string(unset), at: path[...], in: .object(config)).object ?? config
    }

    // MARK: Fitting

    /// The configuration with the strings of `--set` and of `${NAME}` as the type that the specification asks for.
    package func fitted(to specification: JSONValue) -> ConfigInput {
        let schema = ConfigSchema(specification)
        var fitted = self
        for (path, origin) in origins {
            switch origin {
            case .file: continue
            case .override(let text):
                // Quotes are JSON's there.
                fitted.fit((try? JSONValue(parsing: text))?.string ?? text, at: path, schema)
            case .variable:
                if let text = Self.value(at: path, in: .object(fitted.values))?.string {
                    fitted.fit(text, at: path, schema)
                }
            }
        }
        return fitted
    }

    private mutating func fit(_ text: String, at path: Path, _ schema: ConfigSchema) {
        guard let value = schema.value(of: text, at: path) else { return }
        values = Self.setting(value, at: path[...], in: .object(values)).object ?? values
    }

    static func value(at path: Path, in value: JSONValue) -> JSONValue? {
        path.reduce(Optional(value)) { value, step in
            switch step {
            case .key(let name): value?[name]
            case .index(let index): value?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
        }
    }

    private static func setting(_ new: JSONValue, at path: ArraySlice<Path.Element>, in value: JSONValue) -> JSONValue {
        guard let step = path.first else { return new }
        switch (step, value) {
        case (.key(let name), .object(var members)):
            members[name] = members[name].map { setting(new, at: path.dropFirst(), in: $0) }
            return .object(members)
        case (.index(let index), .array(var elements)) where elements.indices.contains(index):
            elements[index] = setting(new, at: path.dropFirst(), in: elements[index])
            return .array(elements)
        default: return value
        }
    }
}
