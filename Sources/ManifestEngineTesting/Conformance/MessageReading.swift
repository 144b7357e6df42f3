import Foundation
import JSON

/// Reads the messages of a command the way the recorder of the golden files does.
struct MessageReading {
    private let messages: [JSONValue]

    init(_ messages: [JSONValue]) { self.messages = messages }

    /// The last state of each stream.
    var finalStates: JSONObject {
        var states = JSONObject()
        for message in messages {
            guard let stream = message["state"]?["stream"],
                let name = stream["stream_descriptor"]?["name"]?.string
            else { continue }
            states[name] = (stream["stream_state"] ?? [:]).resolved
        }
        return states
    }

    /// The content of `outcome.json`.
    func outcome(exit: Int, waits: [Double]) -> JSONObject {
        var outcome: JSONObject = ["exit": .integer(exit)]
        for message in messages {
            if let check = message["connectionStatus"] { outcome["check"] = check.resolved }
            if let catalog = message["catalog"] { outcome["catalog"] = catalog.resolved }
            if let spec = message["spec"] { outcome["spec"] = spec.resolved }
        }
        outcome["statuses"] = .object(statuses)
        outcome["errors"] = .array(errors)
        outcome["waits"] = .array(waits.map(JSONValue.double))
        outcome["controls"] = .array(
            messages.compactMap { $0["control"]?["connectorConfig"]?["config"]?.resolved }
        )
        return outcome
    }

    /// The statuses of each stream, repeats left out; a pause for a rate limit is a status of its own.
    private var statuses: JSONObject {
        var all: [String: [JSONValue]] = [:]
        for message in messages {
            guard let status = message["trace"]?["stream_status"],
                let name = status["stream_descriptor"]?["name"]?.string
            else { continue }
            let reason = status["reasons"]?.array?.first?["type"]
            guard let text = (reason ?? status["status"])?.string else { continue }
            if all[name]?.last?.string != text { all[name, default: []].append(.string(text)) }
        }
        return JSONObject(uniqueKeysWithValues: all.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value)) })
    }

    private var errors: [JSONValue] {
        messages.compactMap { message in
            guard let error = message["trace"]?["error"] else { return nil }
            return [
                "stream": error["stream_descriptor"]?["name"]?.resolved ?? .null,
                "failure_type": error["failure_type"]?.resolved ?? .null,
                "message": error["message"]?.resolved ?? .null,
            ]
        }
    }

    /// A RECORD line as a line of `records.jsonl`: stream and data, the data as printed.
    static func recordLine(_ line: String) -> String? {
        let head = "{\"type\":\"RECORD\",\"record\":"
        guard line.hasPrefix(head), let tail = line.range(of: ",\"emitted_at\":", options: .backwards) else {
            return nil
        }
        return ConformanceCase.masked(line[line.index(line.startIndex, offsetBy: head.count)..<tail.lowerBound] + "}")
    }
}
