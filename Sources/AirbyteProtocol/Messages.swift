package import Diagnostics
package import JSON

/// The messages of the Airbyte protocol, as JSON values.
///
/// Members that are null are left out.
package enum Messages {
    package enum StreamStatus: String, Sendable {
        case started = "STARTED"
        case running = "RUNNING"
        case complete = "COMPLETE"
        case incomplete = "INCOMPLETE"
    }

    package static func log(_ level: LogLevel, _ text: String) -> JSONValue {
        ["type": "LOG", "log": ["level": .string(level.rawValue), "message": .string(text)]]
    }

    package static func spec(_ spec: JSONObject) -> JSONValue { ["type": "SPEC", "spec": .object(spec)] }

    /// The result of `check`; a message makes it a failure.
    ///
    /// - Parameter isTold: whether the reader has already seen the message, so that it is not repeated.
    package static func connectionStatus(failure: String?, isTold: Bool = false) -> JSONValue {
        var status: JSONObject = ["status": failure == nil ? "SUCCEEDED" : "FAILED"]
        if let failure, !isTold { status["message"] = .string(failure) }
        return ["type": "CONNECTION_STATUS", "connectionStatus": .object(status)]
    }

    package static func catalog(_ streams: [JSONValue]) -> JSONValue {
        ["type": "CATALOG", "catalog": ["streams": .array(streams)]]
    }

    /// `recordCount` counts the records of the stream since its message before; a double, as in the protocol's schema.
    package static func state(stream: String, _ state: JSONObject, recordCount: Int) -> JSONValue {
        let descriptor: JSONValue = ["name": .string(stream)]
        return [
            "type": "STATE",
            "state": [
                "type": "STREAM",
                "stream": ["stream_descriptor": descriptor, "stream_state": .object(state)],
                "sourceStats": ["recordCount": .double(Double(recordCount))],
            ],
        ]
    }

    /// `now` in milliseconds since 1970.
    package static func streamStatus(
        _ status: StreamStatus,
        stream: String,
        isRateLimited: Bool = false,
        now: Double
    ) -> JSONValue {
        var body: JSONObject = [
            "stream_descriptor": ["name": .string(stream)], "status": .string(status.rawValue),
        ]
        if isRateLimited { body["reasons"] = [["type": "RATE_LIMITED"]] }
        return [
            "type": "TRACE",
            "trace": ["type": "STREAM_STATUS", "emitted_at": .double(now), "stream_status": .object(body)],
        ]
    }

    /// `now` in milliseconds since 1970.
    package static func error(_ failure: EngineFailure, stream: String? = nil, now: Int) -> JSONValue {
        var body: JSONObject = ["message": .string(failure.message)]
        if let detail = failure.detail { body["internal_message"] = .string(detail) }
        body["failure_type"] = .string(failure.type.rawValue)
        if let stream { body["stream_descriptor"] = ["name": .string(stream)] }
        return ["type": "TRACE", "trace": ["type": "ERROR", "emitted_at": .integer(now), "error": .object(body)]]
    }

    /// `now` in milliseconds since 1970.
    package static func config(_ config: JSONObject, now: Double) -> JSONValue {
        [
            "type": "CONTROL",
            "control": [
                "type": "CONNECTOR_CONFIG", "emitted_at": .double(now),
                "connectorConfig": ["config": .object(config.filter { !$0.value.isNull })],
            ],
        ]
    }
}
