import Diagnostics
import JSON
import Testing
import Text

@Suite("SecretMask")
struct SecretMaskTests {
    @Test(
        "replaces every secret, the longest first",
        arguments: [
            (["abc"], "xabcx abc", "x****x ****"), (["abc", "abcde"], "abcde abc", "**** ****"), ([], "abc", "abc"),
            ([""], "abc", "abc"), (["bcd", "abc"], "abcd", "****"), (["fée"], "café fée", "café ****"),
            (["xyz"], "", ""), (["true"], "it is true", "it is ****"), (["a-b", "b c"], "a-b c", "****"),
        ] as [([String], String, String)]
    )
    func masked(_ secrets: [String], _ text: String, _ expected: String) {
        #expect(SecretMask(secrets).masked(text) == expected)
    }

    @Test("refuses a text of one or two letters as a secret, and says so once", arguments: ["a", "é", "ab", "12"])
    func tooShort(_ secret: String) {
        let mask = SecretMask()
        #expect(!mask.add(secret))
        #expect(mask.add(secret))
        #expect(mask.masked("extra ab é 12") == "extra ab é 12")
    }

    // MARK: Spellings

    /// A secret of all characters that are escaped somewhere, and the spellings that servers and messages give it.
    private static let secret = "S3cr3t/+&=?<\"it's\" \\5ö"
    private static let spellings: [(name: String, text: String)] = [
        ("as it is", secret),
        ("percent", "S3cr3t%2F%2B%26%3D%3F%3C%22it%27s%22%20%5C5%C3%B6"),
        ("percent, small digits", "S3cr3t%2f%2b%26%3d%3f%3c%22it%27s%22%20%5c5%c3%b6"),
        ("percent, all letters", secret.utf8.map { "%" + hex($0) }.joined()),
        ("percent twice", "S3cr3t%252F%252B%2526%253D%253F%253C%2522it%2527s%2522%2520%255C5%25C3%25B6"),
        ("form", "S3cr3t%2F%2B%26%3D%3F%3C%22it%27s%22+%5C5%C3%B6"),
        ("JSON", #"S3cr3t/+&=?<\"it's\" \\5ö"#),
        ("JSON in ASCII", #"S3cr3t\/+\u0026=?\u003c\"it's\" \\5\u00f6"#),
        ("JSON twice", #"S3cr3t/+&=?<\\\"it's\\\" \\\\5ö"#),
        ("HTML", "S3cr3t/+&amp;=?&lt;&quot;it&#x27;s&quot; \\5ö"),
        ("HTML, other digits", "S3cr3t&#47;+&#38;&#x3D;?&lt;&quot;it&#39;s&quot; \\5&#xF6;"),
        ("HTML in JSON", #"S3cr3t/+&amp;=?&lt;&quot;it&apos;s&quot; \\5ö"#),
        ("Python", #"S3cr3t/+&=?<"it\'s" \\5ö"#),
        ("Python bytes", #"S3cr3t/+&=?<"it\'s" \\5\xc3\xb6"#),
        ("base64", Base64.encode(Array(secret.utf8))),
        ("base64 of the pair", Base64.encode(Array("user:\(secret)".utf8))),
        ("base64 of the pair, percent", PercentEncoding.form(Base64.encode(Array("me:\(secret)".utf8)))),
        ("base64 for addresses", forAddresses(Base64.encode(Array("{\"k\":\"\(secret)\"}".utf8)))),
        ("hexadecimal", secret.utf8.map(hex).joined()),
        ("capitals", String(secret.map { $0.isASCII ? Character($0.uppercased()) : $0 })),
    ]

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func forAddresses(_ text: String) -> String {
        String(text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
    }

    @Test("knows a secret in every spelling", arguments: spellings.map { $0 })
    func spelling(_ name: String, _ text: String) {
        let masked = SecretMask([Self.secret]).masked("before '\(text)' after")
        #expect(masked == "before '****' after", "\(name)")
    }

    @Test("knows a secret inside a text of JSON or of Python too")
    func escaped() {
        let mask = SecretMask(["it's \\ \"a\"\n"])
        #expect(mask.masked(#"{"key": "it's \\ \"a\"\n"}"#) == #"{"key": "****"}"#)
        #expect(mask.masked(#"{'key': 'it\'s \\ "a"\n'}"#) == #"{'key': '****'}"#)
    }

    @Test(
        "knows a secret that itself looks escaped",
        arguments: ["a%41%2Fb\"c", "a%b4b\"cd", "x&amp;y\\n\"z", "%%%\"quoted\"%%%"]
    )
    func escapedSecret(_ secret: String) {
        let mask = SecretMask([secret])
        for text in [secret, JSONValue.string(secret).text, PercentEncoding.form(secret)] {
            #expect(mask.masked(text).replacing("\"", with: "") == "****")
        }
    }

    // MARK: Parts

    @Test("is quick with rows of points, whatever the secret")
    func rows() {
        let points = String(repeating: ".", count: 20_000)
        let mask = SecretMask(["s3cr3t" + String(repeating: ".", count: 3000)])
        #expect(mask.masked("s3cr..." + points) == "****..." + points)
    }

    @Test("masks the lines of a private key, together and alone")
    func lines() {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\nw0BAQEFAASCBKcwggSj\n-----END KEY-----\n"
        let mask = SecretMask([key])
        #expect(mask.masked("<\(key)>") == "<****>")
        #expect(mask.masked(JSONValue.string(key).text) == "\"****\"")
        #expect(mask.masked("line w0BAQEFAASCBKcwggSj!") == "line ****!")
        #expect(mask.masked("-----END KEY-----") == "-----END KEY-----")
    }

    @Test("masks the key inside a key file")
    func keyFile() {
        let mask = SecretMask([#"{"type":"service_account","private_key":"-----B\nQIBADANBgkqhk\n"}"#])
        #expect(mask.masked("no QIBADANBgkqhk of a service_account") == "no **** of a service_account")
    }

    @Test("masks a token without the scheme before it")
    func scheme() { #expect(SecretMask(["Bearer tokentoken"]).masked("got tokentoken") == "got ****") }

    @Test(
        "masks what is left of a secret that was cut",
        arguments: [
            ("the key CANARY-secr… is", "the key ****… is"), ("key: CAN…", "key: ****…"), ("CANARY-secret%2", "****%2"),
            ("CANARY-secret%2… x", "****… x"), ("…et/value-77310", "…****"), ("CANARY-s", "****"), ("CA…", "CA…"),
            ("secretary", "secretary"), ("the value", "the value"),
        ]
    )
    func cut(_ text: String, _ expected: String) {
        #expect(SecretMask(["CANARY-secret/value-77310"]).masked(text) == expected)
    }

    @Test(
        "leaves words, hosts and dates of a secret alone",
        arguments: ["https://hooks.example.com", "services", "2026-01-01", "example.com/services"]
    )
    func words(_ text: String) {
        let mask = SecretMask(["https://hooks.example.com/services/T0A1B2/x9Y8z7W6v5", "2026-01-01T00:00:00Z"])
        #expect(mask.masked(text) == text)
    }

    // MARK: Excerpts

    @Test("masks before it shortens, wherever the end falls", arguments: 0..<40)
    func excerpt(_ padding: Int) {
        let mask = SecretMask(["CANARY-secret/value-77310"])
        let text = String(repeating: "x", count: padding) + "CANARY-secret/value-77310 and so on"
        let shown = mask.excerpt(of: text, length: 30)
        #expect(!shown.contains("CAN"))
        #expect(shown.count <= 31)
    }

    @Test("masks a secret that the end of what is looked at cuts", arguments: 16_360..<16_384)
    func window(_ padding: Int) {
        let mask = SecretMask(["CANARY-secret/value-77310"])
        let text = String(repeating: "x", count: padding) + "CANARY-secret/value-77310 and so on"
        #expect(!mask.excerpt(of: text, length: 20_000).contains("CAN"))
    }

    // MARK: While running

    @Test("takes secrets that become known later")
    func add() {
        let mask = SecretMask(["one"])
        #expect(mask.masked("one two three") == "**** two three")
        mask.add("two")
        mask.add("")
        mask.add("two")
        #expect(mask.masked("one two three") == "**** **** three")
    }

    @Test("keeps the first and the newest of very many")
    func many() {
        let mask = SecretMask(["first-one"])
        for number in 0..<5000 { mask.add("token <\(number)>") }
        #expect(mask.masked("first-one token <4999>") == "**** ****")
    }
}
