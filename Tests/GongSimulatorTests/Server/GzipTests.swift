import Testing

@testable import GongSimulator

struct GzipTests {
    @Test func checksumIsTheStandardOne() {
        #expect(Gzip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
    func storedBlocksHoldAllBytes(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let framed = Gzip.frame(bytes)
        var rest = framed.dropFirst(10).dropLast(8)
        var read: [UInt8] = []
        var isLast = false
        while !isLast, rest.count >= 5 {
            let header = Array(rest.prefix(5))
            isLast = header[0] == 1
            let length = Int(header[1]) | Int(header[2]) << 8
            #expect(header[1] == ~header[3] && header[2] == ~header[4])
            read += rest.dropFirst(5).prefix(length)
            rest = rest.dropFirst(5 + length)
        }
        #expect(isLast && rest.isEmpty)
        #expect(read == bytes)
    }

    @Test(arguments: [("gzip, deflate", true), ("br", false), (nil, false)])
    func onlyThoseWhoAcceptItGetIt(accept: String?, expected: Bool) {
        let core = SimulatorClient { $0.gzip = true }.core
        let headers = [SimulatorClient.basic] + (accept.map { [HeaderField("Accept-Encoding", $0)] } ?? [])
        let response = core.respond(to: SimulatorRequest("GET", Path.users, headers: headers))
        #expect((response.header("Content-Encoding") == "gzip") == expected)
        #expect((response.json == nil) == expected)
    }
}
