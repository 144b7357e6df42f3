import Foundation
import ManifestEngine
import Testing

/// Configurations, states, records and values as a program sees them.
@Suite("Values of the library")
struct ValueTests {
    @Test("are read by name and place")
    func values() throws {
        let value = try DataValue(json: #"{"b":[1,2.5,"x",null],"a":{"big":12345678901234567890},"b2":true}"#)
        #expect(value.names == ["b", "a", "b2"])
        #expect(value["b"]?[0]?.integer == 1)
        #expect(value["b"]?[1]?.double == 2.5)
        #expect(value["b"]?[2]?.string == "x")
        #expect(value["b"]?[3]?.isNull == true)
        #expect(value["b"]?[4] == nil)
        #expect(value["b2"]?.bool == true)
        #expect(value["a"]?.text == #"{"big":12345678901234567890}"#)
        #expect(value["a"]?["big"]?.double == 12_345_678_901_234_567_890)
    }

    @Test("are written as literals")
    func literals() {
        let value: DataValue = ["a": 1, "b": [true, .null, 2.5], "c": "x"]
        #expect(value.text == #"{"a":1,"b":[true,null,2.5],"c":"x"}"#)
    }

    @Test("are made of what a program has")
    func made() {
        let key = "k"
        #expect(
            DataValue(["b": DataValue(1), "a": DataValue([DataValue(true), DataValue(2.5), .null])]).text
                == #"{"a":[true,2.5,null],"b":1}"#
        )
        #expect(Configuration(["api_key": DataValue(key)]).json == #"{"api_key":"k"}"#)
        let literal: Configuration = ["api_key": DataValue(key)]
        #expect(literal["api_key"] == "k")
    }

    @Test("are not made of other text")
    func faults() {
        var error = #expect(throws: ConnectorError.self) { try DataValue(json: "{") }
        #expect(error?.code == .invalidText)
        error = #expect(throws: ConnectorError.self) { try Configuration(json: "[]") }
        #expect(error?.code == .invalidConfiguration)
        error = #expect(throws: ConnectorError.self) { try SyncState(json: "") }
        #expect(error?.code == .invalidState)
        error = #expect(throws: ConnectorError.self) { try Configuration(file: "/nowhere/config.json") }
        #expect(error?.code == .file)
    }

    @Test("of a configuration file take variables")
    func variables() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(#"{"api_key": "${SHOP_KEY}"}"#.utf8).write(to: file)
        #expect(try Configuration(file: file.path(), variables: ["SHOP_KEY": "x"])["api_key"] == "x")
        let missing = try Configuration(file: file.path(), variables: [:])
        #expect(missing["api_key"] == .null)
        #expect(missing.json == #"{"api_key":null}"#)
        let problems = try Shop().connector.validate(missing)
        #expect(problems.contains { $0.message.contains("SHOP_KEY") && $0.line == 1 })
    }

    @Test("of a state are kept in a file")
    func state() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try SyncState(file: file.path()).streams == [])
        let text = #"[{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":"2026"}}}]"#
        try SyncState(json: text).write(to: file.path())
        #expect(try SyncState(file: file.path())["a"]?["at"] == "2026")
        try Data().write(to: file)
        #expect(throws: ConnectorError.self) { try SyncState(file: file.path()) }
    }

    @Test("of a record go into types of the program")
    func decoding() async throws {
        struct Item: Decodable, Equatable { let id: Int }
        var items: [Item] = []
        for try await event in try Shop().connector.read(Shop.config, streams: ["items"]) {
            guard case .record(let record) = event else { continue }
            #expect(record.names == ["id"])
            items.append(try JSONDecoder().decode(Item.self, from: Data(record.bytes)))
        }
        #expect(items == (0..<4).map(Item.init))
    }
}
