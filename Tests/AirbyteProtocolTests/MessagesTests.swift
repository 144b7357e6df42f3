import AirbyteProtocol
import Diagnostics
import JSON
import Testing

@Suite("Messages")
struct MessagesTests {
    private static let texts: [(message: JSONValue, text: String)] = [
        (Messages.log(.warn, "say \"no\""), #"{"type":"LOG","log":{"level":"WARN","message":"say \"no\""}}"#),
        (Messages.spec(["a": 1]), #"{"type":"SPEC","spec":{"a":1}}"#),
        (
            Messages.connectionStatus(failure: nil),
            #"{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}"#
        ),
        (
            Messages.connectionStatus(failure: "no"),
            #"{"type":"CONNECTION_STATUS","connectionStatus":{"status":"FAILED","message":"no"}}"#
        ),
        (Messages.catalog([["name": "a"]]), #"{"type":"CATALOG","catalog":{"streams":[{"name":"a"}]}}"#),
        (
            Messages.state(stream: "a", ["at": "x"], recordCount: 3),
            #"""
            {"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},\#
            "stream_state":{"at":"x"}},"sourceStats":{"recordCount":3.0}}}
            """#
        ),
        (
            Messages.streamStatus(.started, stream: "a", now: 1500.5),
            #"""
            {"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1500.5,\#
            "stream_status":{"stream_descriptor":{"name":"a"},"status":"STARTED"}}}
            """#
        ),
        (
            Messages.streamStatus(.running, stream: "a", isRateLimited: true, now: 2),
            #"""
            {"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":2.0,\#
            "stream_status":{"stream_descriptor":{"name":"a"},"status":"RUNNING",\#
            "reasons":[{"type":"RATE_LIMITED"}]}}}
            """#
        ),
        (
            Messages.error(EngineFailure(.config, "no"), now: 7),
            #"""
            {"type":"TRACE","trace":{"type":"ERROR","emitted_at":7,\#
            "error":{"message":"no","failure_type":"config_error"}}}
            """#
        ),
        (
            Messages.error(EngineFailure(.system, "no", detail: "why"), stream: "a", now: 7),
            #"""
            {"type":"TRACE","trace":{"type":"ERROR","emitted_at":7,"error":{"message":"no",\#
            "internal_message":"why","failure_type":"system_error","stream_descriptor":{"name":"a"}}}}
            """#
        ),
        (
            Messages.config(["a": 1, "b": .null, "c": ["d": .null]], now: 5),
            #"""
            {"type":"CONTROL","control":{"type":"CONNECTOR_CONFIG","emitted_at":5.0,\#
            "connectorConfig":{"config":{"a":1,"c":{"d":null}}}}}
            """#
        ),
    ]

    @Test("each kind of message has its text", arguments: texts)
    func text(_ message: JSONValue, _ expected: String) {
        #expect(message.text == expected)
    }

    @Test(
        "statuses have the protocol's names",
        arguments: [
            (Messages.StreamStatus.started, "STARTED"), (.running, "RUNNING"), (.complete, "COMPLETE"),
            (.incomplete, "INCOMPLETE"),
        ]
    )
    func statuses(_ status: Messages.StreamStatus, _ text: String) {
        let message = Messages.streamStatus(status, stream: "a", now: 0)
        #expect(message["trace"]?["stream_status"]?["status"]?.string == text)
    }
}
