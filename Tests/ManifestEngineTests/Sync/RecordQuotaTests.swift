import Testing

@testable import ManifestEngine

@Suite("RecordQuota")
struct RecordQuotaTests {
    @Test("gives out as many records as were set, and no more")
    func bounded() throws {
        let quota = RecordQuota(3)
        #expect(quota.take(upTo: 2) == 2)
        try quota.check()
        #expect(quota.take(upTo: 0) == 0)
        try quota.check()
        #expect(quota.take(upTo: 5) == 1)
        #expect(quota.isUsedUp)
        #expect(throws: RecordQuota.UsedUp.self) { try quota.check() }
        #expect(quota.take(upTo: 1) == 0)
    }
}
