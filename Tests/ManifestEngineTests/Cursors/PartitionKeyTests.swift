import JSON
import Testing

@testable import ManifestEngine

@Suite("Partition keys")
struct PartitionKeyTests {
    @Test(
        "sorts members at every depth and keeps types apart",
        arguments: [
            (#"{"id":1}"#, #"{"id":1}"#),
            (#"{"id":"1"}"#, #"{"id":"1"}"#),
            (#"{"parent_slice":{"z":1,"a":2},"id":2}"#, #"{"id":2,"parent_slice":{"a":2,"z":1}}"#),
            (#"{"b":[{"d":1,"c":null}],"a":true}"#, #"{"a":true,"b":[{"c":null,"d":1}]}"#),
            (#"{"é":1,"z":2}"#, #"{"z":2,"é":1}"#),
            (#"{}"#, #"{}"#),
        ]
    )
    func key(_ partition: String, _ key: String) throws {
        let members = try #require(JSONValue(parsing: partition).object)
        #expect(PartitionKey.make(members) == key)
        #expect(PartitionKey.partition(key).text == key)
    }
}
