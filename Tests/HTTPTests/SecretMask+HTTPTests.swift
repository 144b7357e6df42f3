import Diagnostics
import HTTP
import Testing

@Suite("SecretMask of addresses")
struct SecretMaskHTTPTests {
    @Test("an address for messages has no login, no secret, and no more characters than anybody reads")
    func address() {
        let mask = SecretMask(["s3cret/1"])
        #expect(mask.address("https://me:pw@a.example/x?k=s3cret%2F1") == "https://a.example/x?k=****")
        let long = mask.address("https://a.example/?k=s3cret%2F1&x=" + String(repeating: "x", count: 1_000_000))
        #expect(long.count == SecretMask.addressLength + 1)
        #expect(long.hasPrefix("https://a.example/?k=****&x=xxx"))
        #expect(long.hasSuffix("x…"))
    }
}
