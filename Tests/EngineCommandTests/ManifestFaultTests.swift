import Foundation
import Testing

/// What is said about a manifest that cannot be used.
@Suite("faults of the manifest", .timeLimit(.minutes(10)))
struct ManifestFaultTests {
    // MARK: The file

    @Test("a file that does not exist")
    func missing() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["spec", "nowhere.yaml"])
            result.expectRefusal(3, says: ["unreadable-file", "nowhere.yaml", "No such file", "check the path"])
        }
    }

    @Test("a folder instead of a file")
    func folder() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["spec", bench.folder.path])
            result.expectRefusal(3, says: ["unreadable-file", "Is a directory", "name a file, not a folder"])
        }
    }

    @Test("a file that may not be read", .enabled(if: getuid() != 0, "root may read everything"))
    func forbidden() async throws {
        try await Bench.with { bench in
            let file = bench.folder.appending(path: Bench.manifestName)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
            let result = try await bench.engine(["spec", Bench.manifestName])
            result.expectRefusal(3, says: ["unreadable-file", "Permission denied", "check the permissions"])
        }
    }

    @Test(
        "a text that is not a manifest",
        arguments: [
            ("", "gong.yaml:1:1: error[not-a-mapping]", "the file is empty", "begin with 'version:'"),
            ("# nothing\n", "gong.yaml:", "the file is empty", "begin with 'version:'"),
            ("- a\n- b\n", "gong.yaml:1:1: error[not-a-mapping]", "found a list", "begin with 'version:'"),
            ("<html></html>", "gong.yaml:1:1: error[not-a-mapping]", "found a string", "begin with 'version:'"),
            ("a: [1\nb: 2\n", "gong.yaml:2:2: error[not-yaml]", "expected ',' or ']'", "close the bracket"),
            ("a: 1\n\tb: 2\n", "gong.yaml:2:1: error[not-yaml]", "tab", "indent with spaces"),
            ("a: \"x\n", "gong.yaml:2:1: error[not-yaml]", "end of stream", "never closed"),
            ("a: 1\nb 2\nc: 3\n", "gong.yaml:3:1: error[not-yaml]", "expected ':'", "write ':' and a space"),
            ("a: {{ x }}\n", "gong.yaml:1:5: error[not-yaml]", "", "quote templates: \"{{ x }}\""),
            ("a: \u{0}\n", "gong.yaml:1:4: error[not-yaml]", "NUL", "remove it"),
        ]
    )
    func noManifest(_ text: String, _ place: String, _ message: String, _ fix: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Bench.manifestName)
            let result = try await bench.engine(["validate", Bench.manifestName])
            result.expectRefusal(3, says: [place, message, "fix: ", fix].filter { !$0.isEmpty })
        }
    }

    // MARK: Together with the configuration

    @Test(
        "faults of manifest and configuration are reported in one run, as far as both can be judged",
        arguments: [
            // In one stream, in the source, in the YAML, in the specification.
            ("primary_key: [id]", "primary_key: {}", "validate", 3, true),
            ("primary_key: [id]", "primary_key: {}", "read", 4, true),
            ("\ncheck:\n", "\nchek:\n", "validate", 3, true), ("\ncheck:\n", "\nchek:\n", "read", 3, true),
            ("\ncheck:\n", "\ncheck:\n  {\n", "read", 3, false),
            ("connection_specification:", "connection_specificatio:", "validate", 3, false),
        ] as [(String, String, String, Int32, Bool)]
    )
    func withConfiguration(_ old: String, _ new: String, _ verb: String, _ code: Int32, _ isJudged: Bool) async throws {
        try await Bench.with { bench in
            try bench.editManifest(old, new)
            try bench.write(#"{"num_workers": "many", "start_date": "${START}"}"#, to: Bench.configName)
            let result = try await bench.run(verb)
            result.expectRefusal(code, says: ["gong.yaml:", "config.json:1:40: error[missing-variable]"])
            let fault = "config.json:1:2: error[invalid-configuration]: 'num_workers'"
            #expect(result.errors.contains(fault) == isJudged, "\(result.errors)")
            let places = result.errors.split(separator: "\n").compactMap { line in
                line.contains(" error[") ? line.prefix { $0 != ":" } : nil
            }
            #expect(places == places.sorted(by: >), "file by file: \(places)")
        }
    }

    @Test("check reports what is wrong with the configuration and with the stream that it would read")
    func check() async throws {
        try await Bench.with { bench in
            try bench.editManifest("name: users\n      primary_key: [id]\n", "name: users\n      primary_key: {}\n")
            let result = try await bench.run("check", "--set", "num_workers=many")
            #expect(result.exit == 0)
            result.expectErrors(["'num_workers' (from --set)", "Stream users cannot be read: gong.yaml:"])
        }
    }

    // MARK: Its content

    /// A slip: the text `old` of the manifest becomes `new`, where `①` marks what is pointed at.
    struct Slip: CustomTestStringConvertible {
        let name: String
        let old: String
        let new: String
        let code: String
        let says: [String]
        var severity = "error"

        var testDescription: String { name }
    }

    static let slips = [
        Slip(
            name: "unknown type",
            old: "type: CursorPagination",
            new: "type: ①CursorPaginatoin",
            code: "unknown-type",
            says: ["streams[0] \"users\" > retriever > paginator", "did you mean 'CursorPagination'?"]
        ),
        Slip(
            name: "missing field",
            old: "type: DefaultPaginator\n    pagination_strategy: \"#/definitions/page_cursor\"",
            new: "①type: DefaultPaginator",
            code: "missing-field",
            says: ["needs 'pagination_strategy'", "> paginator", "add 'pagination_strategy'"]
        ),
        Slip(
            name: "wrong type of a field",
            old: "http_codes: [429]",
            new: "http_codes: ①429",
            code: "wrong-type",
            says: ["must be a list", "response_filters[1] > http_codes"]
        ),
        Slip(
            name: "number where text is needed",
            old: "password: \"{{ config['credentials']['access_key_secret'] }}\"",
            new: "password: ①17",
            code: "wrong-type",
            says: ["> APIKey > password", "put it in quotes: \"17\""]
        ),
        Slip(
            name: "word that is not allowed",
            old: "http_method: GET",
            new: "http_method: ①GTE",
            code: "wrong-type",
            says: ["one of GET, POST", "did you mean 'GET'?"]
        ),
        Slip(
            name: "reference to nothing",
            old: "$ref: \"#/definitions/streams/calls\"",
            new: "$ref: ①\"#/definitions/streams/callz\"",
            code: "undefined-reference",
            says: ["streams[1] > $ref", "did you mean '#/definitions/streams/calls'?"]
        ),
        Slip(
            name: "reference to itself",
            old: "$ref: \"#/definitions/get_requester\"",
            new: "$ref: ①\"#/definitions/post_requester\"",
            code: "circular-reference",
            says: ["> requester > $ref", "break the cycle"]
        ),
        Slip(
            name: "reference that became a comment",
            old: "error_handler: \"#/definitions/error_handler\"",
            new: "error_handler:① #/definitions/error_handler",
            code: "wrong-type",
            says: ["> error_handler", "put the reference in quotes"]
        ),
        Slip(
            name: "template that does not parse",
            old: "{{ not (response.get('records') or {}).get('cursor') }}",
            new: "{{ not (response.get('records') or ①) }}",
            code: "template-syntax",
            says: ["> pagination_strategy > stop_condition", "fix: "]
        ),
        Slip(
            name: "template that is not closed",
            old: "{{ not (response.get('records') or {}).get('cursor') }}",
            new: "①{{ not response",
            code: "template-syntax",
            says: ["> stop_condition", "close '{{' with '}}'"]
        ),
        Slip(
            name: "field misspelt",
            old: "page_token_option:",
            new: "①page_tokn_option:",
            code: "unknown-field",
            says: ["DefaultPaginator has no field", "> paginator", "did you mean 'page_token_option'?"],
            severity: "warning"
        ),
        Slip(
            name: "condition without braces",
            old: "condition: \"{{ not record.get('isPrivate') }}\"",
            new: "condition: ①not record.get('isPrivate')",
            code: "constant-condition",
            says: ["> record_filter > condition", "write \"{{ not record.get('isPrivate') }}\""],
            severity: "warning"
        ),
        Slip(
            name: "type left out",
            old: "    type: DefaultPaginator\n    pagination_strategy",
            new: "    ①pagination_strategy",
            code: "unknown-field",
            says: ["'type' is omitted here and defaults to NoPagination"],
            severity: "warning"
        ),
        Slip(
            name: "key of a reference misspelt",
            old: "- $ref: \"#/definitions/streams/calls\"",
            new: "- ①ref: \"#/definitions/streams/calls\"",
            code: "missing-field",
            says: ["streams[1]", "DeclarativeStream has no field 'ref'", "did you mean '$ref'?"]
        ),
        Slip(
            name: "stream listed twice",
            old: "streams:\n  - $ref: \"#/definitions/streams/users\"\n  - $ref: \"#/definitions/streams/calls\"",
            new: "streams:\n  - $ref: \"#/definitions/streams/users\"\n  - ①$ref: \"#/definitions/streams/users\"",
            code: "repeated-stream",
            says: ["two streams are called 'users', the first at gong.yaml:", "rename one of them"]
        ),
        Slip(
            name: "variable misspelt",
            old: "{{ not (response.get('records') or {}).get('cursor') }}",
            new: "{{ not ①responce.get('records') }}",
            code: "unknown-variable",
            says: ["> stop_condition", "did you mean 'response'?"],
            severity: "warning"
        ),
    ]

    @Test("points at the slip and says what to do", arguments: slips)
    func slip(_ slip: Slip) async throws {
        try await Bench.with { bench in
            let position = try #require(try bench.editManifest(slip.old, slip.new))
            let result = try await bench.engine(["validate", Bench.manifestName])
            let place = "gong.yaml:\(position.line):\(position.column): \(slip.severity)[\(slip.code)]: "
            let texts = [place, "      | ", "^", "  at: ", "  fix: "] + slip.says
            if slip.severity == "warning" {
                #expect(result.exit == 0)
                #expect(result.output.isEmpty)
                result.expectErrors(texts)
            } else {
                result.expectRefusal(3, says: texts)
            }
        }
    }

    @Test("a sound manifest gives no fault and no warning")
    func sound() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("validate")
            #expect(result.exit == 0)
            #expect(result.output.isEmpty)
            #expect(result.errors == "gong.yaml: OK: 6 streams, 0 warnings\n")
        }
    }

    @Test("all faults come in one run and in the order of the file")
    func several() async throws {
        try await Bench.with { bench in
            try bench.editManifest("$ref: \"#/definitions/streams/calls\"", "$ref: \"#/definitions/streams/callz\"")
            try bench.editManifest("http_codes: [429]", "http_codes: 429")
            try bench.editManifest("type: CursorPagination", "type: CursorPaginatoin")
            try bench.editManifest("page_token_option:", "page_tokn_option:")
            let result = try await bench.engine(["read", Bench.manifestName, "--config", Bench.configName])
            result.expectRefusal(3, says: ["3 errors"])
            let codes = ["undefined-reference", "wrong-type", "unknown-type", "unknown-field"]
            let places = codes.compactMap { result.errors.firstRange(of: "[\($0)]")?.lowerBound }
            #expect(places.count == codes.count)
            #expect(places == places.sorted())
            let heads = result.errors.split(separator: "\n").filter { $0.contains(": error[") }
            #expect(heads.count == 3)
        }
    }
}
