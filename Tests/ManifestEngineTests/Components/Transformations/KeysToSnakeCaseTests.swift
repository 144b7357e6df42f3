import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("KeysToSnakeCase")
struct KeysToSnakeCaseTests {
    @Test(
        "writes a key as the reference does",
        arguments: [
            ("FirstName", "first_name"), ("userIDs", "user_ids"), ("HTTPServer", "httpserver"),
            ("getHTTPResponse", "get_httpresponse"), ("a1b2", "a_1_b_2"), ("2FA", "_2_fa"), ("_a", "_a"),
            ("__a", "_a"), ("a__", "a_"), ("$id", "_id"), ("id$", "id_"), ("_", ""), ("naïveKey", "naive_key"),
            ("first name", "first_name"), ("first-name", "first_name"), ("ABC", "abc"), ("A", "a"), ("", ""),
            ("a.b.c", "a_b_c"), ("ÄpfelSaft", "apfel_saft"), ("straßeNr", "strasse_nr"),
            ("Über Größe", "uber_grosse"), ("Привет", "privet"), ("Ελλάδα", "ellada"), ("№1", "no_1"),
            ("½x", "_1_2_x"), ("price€", "price_eur"), ("e\u{301}a", "ea"), ("a\u{A0}b", "a_b"), ("1a", "_1_a"),
            ("12", "_12"), ("--a--", "_a_"), ("a-", "a_"), ("-a", "_a"), ("aBC", "a_bc"), ("x²", "x_2"),
        ]
    )
    func key(_ key: String, _ expected: String) {
        #expect(KeysToSnakeCase.snakeCase(key) == expected)
    }

    @Test(
        "keeps letters of other scripts, which the reference spells out",
        arguments: [("日本", "日本"), ("東京Name", "東京_name"), ("a😀b", "a_b")]
    )
    func otherScripts(_ key: String, _ expected: String) {
        #expect(KeysToSnakeCase.snakeCase(key) == expected)
    }

    @Test("changes objects at every depth but not inside lists; a later key wins")
    func record() throws {
        let record = #"{"FirstName":1,"Nested":{"InnerKey":{"DeepKey":2},"List":[{"KeyX":1}]},"first_name":3}"#
        let expected = #"{"first_name":3,"nested":{"inner_key":{"deep_key":2},"list":[{"KeyX":1}]}}"#
        #expect(try KeysToSnakeCase(fields: "{}").result(for: record) == expected)
    }
}
