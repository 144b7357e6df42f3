import JSON
import Testing

@testable import ManifestEngine

/// Plays a written sync: a cursor, an input state, then steps, each with its expected result.
///
/// A record is written as its cursor value, `"-"` for a record without one. A step is a word and its arguments as JSON.
struct CursorReplay {
    private var fields: JSONObject = [:]
    private var input: JSONObject?
    private var limit = PartitionedProgress.globalLimit
    private var steps: [(word: String, arguments: JSONObject)] = []
    private let results: [String]

    /// - Parameter results: a line for each step.
    init(_ script: String, results: String) throws {
        self.results = results.split(separator: "\n").map(String.init)
        for line in script.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            let (word, rest) = (String(parts[0]), String(parts[1]))
            switch word {
            case "cursor": fields = try CursorTesting.object(rest)
            case "input": input = try CursorTesting.object(rest)
            case "limit": limit = try #require(Int(rest))
            default: steps.append((word, try CursorTesting.object(rest)))
            }
        }
    }

    /// Plays the steps and compares every result, the order of members included.
    func play(isPartitioned: Bool) throws {
        let rules = try CursorTesting.rules(fields)
        let isGlobal = fields["global_substream_cursor"]?.bool ?? false
        let cursor: any StreamCursor =
            isPartitioned
            ? try PartitionedStreamCursor(rules, state: input, isGlobal: isGlobal, limit: limit)
            : try DatetimeStreamCursor(rules, state: input)
        cursor.start(uptime: 0)
        var slices: [StreamSlice] = []
        #expect(steps.count == results.count)
        for (step, result) in zip(steps, results) {
            let found = try Self.result(step.word, step.arguments, cursor, &slices)
            #expect(found.text == result, "\(step.word) \(JSONValue.object(step.arguments).text)")
        }
    }

    private static func result(
        _ word: String,
        _ arguments: JSONObject,
        _ cursor: any StreamCursor,
        _ slices: inout [StreamSlice]
    ) throws -> JSONValue {
        switch word {
        case "begin":
            let new = try cursor.begin(
                arguments["partition"]?.object ?? [:],
                parentState: arguments["parent"]?.object
            )
            slices += new
            return .array(new.map { .array(bounds($0)) })
        case "close":
            let slice = slices[try #require(arguments["slice"]?.integer)]
            return .object(try close(slice, arguments, cursor))
        case "split":
            let slice = slices[try #require(arguments["slice"]?.integer)]
            return try cursor.split(slice, minimum: nil).map { .array(bounds($0.first) + bounds($0.second)) } ?? .null
        case "state": return .object(cursor.state)
        default:
            let uptime = Double(try #require(arguments["at"]?.integer))
            let parent = arguments["parent"]?.object
            return .object(cursor.finalState(parentState: parent, generationFailed: false, uptime: uptime))
        }
    }

    private static func close(
        _ slice: StreamSlice,
        _ arguments: JSONObject,
        _ cursor: any StreamCursor
    ) throws -> JSONObject {
        let now = try CursorTesting.now()
        var tracker = try cursor.makeTracker(for: slice, now: now, in: CursorTesting.scope())
        var kept: [JSONValue] = []
        for value in arguments["records"]?.array ?? [] {
            let record = Record(value.string == "-" ? [:] : ["u": value])
            kept.append(.bool(tracker.keeps(record, now: { now })))
            tracker.observe(record)
        }
        let rest = cursor.remainder(of: slice, after: tracker).cursor["start_time"] ?? .null
        cursor.close(slice, tracker)
        let state = cursor.stateAfterClose(uptime: Double(arguments["at"]?.integer ?? 0))
        return ["kept": .array(kept), "rest": rest, "state": state.map(JSONValue.object) ?? .null]
    }

    private static func bounds(_ slice: StreamSlice) -> [JSONValue] {
        [slice.cursor["start_time"] ?? .null, slice.cursor["end_time"] ?? .null]
    }
}
