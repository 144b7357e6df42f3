import Testing

/// Filters for digests, with the results of the reference.
@Suite("Digest filters")
struct DigestFiltersTests {
    @Test(
        "hash",
        arguments: [
            ("'abc' | hash", "'900150983cd24fb0d6963f7d28e17f72'"),
            ("'abc' | hash('sha1')", "'a9993e364706816aba3e25717850c26c9cd0d89d'"),
            ("'abc' | hash('sha256', 'salt')", "'169b3a2b0977ebee2eb1fd392c6aa470a3281d439ff32f20baea7309d7f40eec'"),
            ("'abc' | hash('sha224')", "'23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'"),
            (
                "'abc' | hash('sha384')",
                "'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'"
            ),
            ("record.d | hash", "'cc8e67aca80297a74e9dc68328f59b52'"),
            ("record.n | hash", "'e4da3b7fbbce2345d7772b0674a318d5'"),
            ("record.missing | hash", "'d41d8cd98f00b204e9800998ecf8427e'"),
            ("none | hash('md5', 5)", "'d162c44a3b7215f415cfe881329ed408'"),
            ("'abc' | hash('nope')", "!AttributeError"),
        ] as [(String, String)]
    )
    func hashFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "hmac",
        arguments: [
            ("'abc' | hmac('key')", "'9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab'"),
            ("5 | hmac('key')", "'ab20d8bbe394c193b6182ca459324966b8112064e0eb3dc53c1ac80321ffc712'"),
            ("'abc' | hmac('key', 'md5')", "!ValueError"),
            ("record.missing | hmac('k')", "'8bb990c40a7d61cb97597a942125025be50ac8beb74436e3735b98893a7f6620'"),
        ] as [(String, String)]
    )
    func hmacFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
