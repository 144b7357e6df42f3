package import Dates
package import JSON

/// All slices of a stream, as one process makes them for others to read.
///
/// A value that can be written to a file. Reading a slice gives a `SliceOutcome`; `StreamReading.state(of:after:)` makes
/// the state from plan and outcomes, wherever and in whatever order the slices were read.
package struct SlicePlan: Sendable {
    /// A partition with its slices, and the state of the parents at the moment it was made.
    package struct Partition: Sendable {
        package let slice: StreamSlice
        package let slices: [StreamSlice]
        let parentState: JSONObject?
    }

    /// The stream's name.
    package let stream: String
    /// The state that the stream begins with; nil when there is none.
    let state: JSONObject?
    let catalogCursorField: [String]?
    /// The moment at which the slices were made.
    let moment: DateTime
    package let partitions: [Partition]
    /// The state of the parents at the end; nil without parents.
    let parentState: JSONObject?

    /// All slices, in order.
    package var slices: [StreamSlice] { partitions.flatMap(\.slices) }
}

/// The outcome of reading one slice of a plan.
package struct SliceOutcome: Sendable {
    /// A slice that was read to its end, and what the cursor has seen of it.
    struct Part: Sendable {
        let slice: StreamSlice
        let seen: JSONObject
    }

    package let slice: StreamSlice
    /// The slice itself, or those that were read in its place; none when it failed.
    let parts: [Part]
    /// When the reading ended.
    let ended: DateTime

    /// A slice that could not be read.
    package static func failed(_ slice: StreamSlice, at moment: DateTime) -> SliceOutcome {
        SliceOutcome(slice: slice, parts: [], ended: moment)
    }
}

// MARK: As JSON

extension SlicePlan {
    package var json: JSONObject {
        var json: JSONObject = ["stream": .string(stream), "moment": CursorInstant(moment).json]
        if let state { json["state"] = .object(state) }
        if let catalogCursorField { json["cursor_field"] = .array(catalogCursorField.map(JSONValue.string)) }
        json["partitions"] = .array(partitions.map { .object($0.json) })
        if let parentState { json["parent_state"] = .object(parentState) }
        return json
    }

    /// Reads `json`; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let stream = json["stream"]?.string, let moment = json["moment"].flatMap(CursorInstant.init)?.moment,
            let elements = json["partitions"]?.array
        else { return nil }
        let partitions = elements.compactMap(Partition.init)
        guard partitions.count == elements.count else { return nil }
        self.init(
            stream: stream,
            state: json["state"]?.object,
            catalogCursorField: json["cursor_field"]?.array?.compactMap(\.string),
            moment: moment,
            partitions: partitions,
            parentState: json["parent_state"]?.object
        )
    }
}

extension SlicePlan.Partition {
    fileprivate var json: JSONObject {
        var json: JSONObject = ["slice": .object(slice.json), "slices": .array(slices.map { .object($0.json) })]
        if let parentState { json["parent_state"] = .object(parentState) }
        return json
    }

    fileprivate init?(_ json: JSONValue) {
        guard let slice = json["slice"].flatMap(StreamSlice.init), let elements = json["slices"]?.array else {
            return nil
        }
        let slices = elements.compactMap(StreamSlice.init)
        guard slices.count == elements.count else { return nil }
        self.init(slice: slice, slices: slices, parentState: json["parent_state"]?.object)
    }
}

extension SliceOutcome {
    package var json: JSONObject {
        [
            "slice": .object(slice.json), "parts": .array(parts.map { .object($0.json) }),
            "ended": CursorInstant(ended).json,
        ]
    }

    /// Reads `json`; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let slice = json["slice"].flatMap(StreamSlice.init),
            let ended = json["ended"].flatMap(CursorInstant.init)?.moment,
            let elements = json["parts"]?.array
        else { return nil }
        let parts = elements.compactMap(Part.init)
        guard parts.count == elements.count else { return nil }
        self.init(slice: slice, parts: parts, ended: ended)
    }
}

extension SliceOutcome.Part {
    fileprivate var json: JSONObject { ["slice": .object(slice.json), "seen": .object(seen)] }

    fileprivate init?(_ json: JSONValue) {
        guard let slice = json["slice"].flatMap(StreamSlice.init), let seen = json["seen"]?.object else { return nil }
        self.init(slice: slice, seen: seen)
    }
}
