import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("KeysToLower")
struct KeysToLowerTests {
    @Test(
        "changes the keys of the top level",
        arguments: [
            (#"{"Id":1,"NAME":{"Inner":2}}"#, #"{"id":1,"name":{"Inner":2}}"#),
            (#"{"ÄB":1}"#, #"{"äb":1}"#),
            (#"{"A":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
        ]
    )
    func keys(_ record: String, _ expected: String) throws {
        #expect(try KeysToLower(fields: "{}").result(for: record) == expected)
    }
}
