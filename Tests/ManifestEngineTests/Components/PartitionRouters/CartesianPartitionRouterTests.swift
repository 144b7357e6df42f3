import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CartesianPartitionRouter")
struct CartesianPartitionRouterTests {
    private func list(_ values: String, _ name: String, _ option: String = "") throws -> ListPartitionRouter {
        try ListPartitionRouter(fields: "values: [\(values)]\ncursor_field: \(name)\n\(option)")
    }

    @Test("gives every combination, the last router changing fastest")
    func product() async throws {
        let slices = try await CartesianPartitionRouter([list("a, b", "x"), list("1, 2", "y")]).slices()
        #expect(slices == [#"{"y":1,"x":"a"}"#, #"{"y":2,"x":"a"}"#, #"{"y":1,"x":"b"}"#, #"{"y":2,"x":"b"}"#])
    }

    @Test("three routers; an empty one makes no partition at all")
    func three() async throws {
        let slices = try await CartesianPartitionRouter([list("a", "x"), list("1", "y"), list("t, u", "z")]).slices()
        #expect(slices == [#"{"z":"t","y":1,"x":"a"}"#, #"{"z":"u","y":1,"x":"a"}"#])
        #expect(try await CartesianPartitionRouter([list("a", "x"), list("", "y")]).slices().isEmpty)
    }

    @Test("the first router wins where two use the same name")
    func names() async throws {
        #expect(try await CartesianPartitionRouter([list("a", "x"), list("1", "x")]).slices() == [#"{"x":"a"}"#])
    }

    @Test("puts the request options together, the first router winning")
    func options() throws {
        let option = "request_option: {inject_into: request_parameter, field_name: p}"
        let other = "request_option: {inject_into: header, field_name: h}"
        let router = CartesianPartitionRouter([
            try list("a", "x", option), try list("1", "y", option), try list("1", "z", other),
        ])
        let slice = StreamSlice(partition: ["x": "a", "y": 1, "z": 2])
        let parts = try router.requestParts(for: slice, in: .testing())
        #expect(parts.parameters == ["p": "a"])
        #expect(parts.headers == ["h": 2])
    }
}
