import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What holds for every transformation and every record filter.
@Suite("transformation contract")
struct TransformationContractTests {
    private static let transformations = ContractSample.all(of: ComponentRegistry.transformations)
    private static let filters = ContractSample.all(of: ComponentRegistry.recordFilters)
    private static let records = [
        #"{"started":"2026-01-02","id":1}"#,
        #"{"started":"","internal_note":"x","metadata":{"raw":1,"kept":[1,{"A B":2}]},"attributes":{"Deep Name":{"x":null}}}"#,
        #"{"started":"2026","Some Name":1.5,"someName":[{"In List":true}],"created":"2026-01-01","big":123456789012345678901}"#,
        #"{"started":"ü\u2028","metadata":null,"attributes":[],"created":"2025-01-01","üName":"x"}"#,
    ]

    private static func scope(_ record: Record) throws -> Scope {
        let scope = try Scope.testing(config: #"{"start_date":"2025-06-01","region":"eu"}"#, slice: StreamSlice())
        scope[.record] = Value(record)
        return scope
    }

    private static func result(of transformation: any Transformation, for record: Record) throws -> String {
        var record = record
        try transformation.transform(&record, in: scope(record))
        return record.value.text
    }

    @Test("makes the same of a record that is still in its page and of one that was changed before")
    func forms() throws {
        for sample in Self.transformations {
            let transformation = try sample.make()
            for json in Self.records {
                let received = try Record(json: json)
                var changed = received
                changed.set(JSONKey("started"), received.get("started") ?? .null)
                let opened = Record(received.members)
                let expected = try Self.result(of: transformation, for: received)
                #expect(try Self.result(of: transformation, for: changed) == expected, "\(sample.type)")
                #expect(try Self.result(of: transformation, for: opened) == expected, "\(sample.type)")
            }
        }
    }

    @Test("remembers nothing of the records before")
    func independent() throws {
        for sample in Self.transformations {
            let shared = try sample.make()
            for json in Self.records + Self.records.reversed() {
                let record = try Record(json: json)
                let alone = try Self.result(of: sample.make(), for: record)
                #expect(try Self.result(of: shared, for: record) == alone, "\(sample.type)")
            }
        }
    }

    @Test("leaves the page alone that a record came from")
    func page() throws {
        for sample in Self.transformations {
            let transformation = try sample.make()
            for json in Self.records {
                let record = try Record(json: json)
                let before = record.value.text
                _ = try Self.result(of: transformation, for: record)
                #expect(record.value.text == before, "\(sample.type)")
            }
        }
    }

    @Test("a filter decides about a record alike, however it comes and whatever came before")
    func filters() throws {
        for sample in Self.filters {
            let filter = try sample.make()
            for json in Self.records + Self.records.reversed() {
                let record = try Record(json: json)
                let decision = try sample.make().keepsRecord(in: Self.scope(record))
                #expect(try filter.keepsRecord(in: Self.scope(record)) == decision, "\(sample.type)")
                let opened = Record(record.members)
                #expect(try filter.keepsRecord(in: Self.scope(opened)) == decision, "\(sample.type)")
            }
        }
    }
}
