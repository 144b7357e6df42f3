import Testing

@testable import ManifestEngine

@Suite("RecordQuota")
struct RecordQuotaTests {
    @Test("gives out as many records as were set, and no more")
    func bounded() throws {
        let quota = RecordQuota(2)
        try quota.take()
        try quota.check()
        try quota.take()
        #expect(quota.isUsedUp)
        #expect(throws: RecordQuota.UsedUp.self) { try quota.check() }
        #expect(throws: RecordQuota.UsedUp.self) { try quota.take() }
    }
}
