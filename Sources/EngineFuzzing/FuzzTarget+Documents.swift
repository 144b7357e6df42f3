import Config
import Diagnostics
import JSON
import JSONSchema
import ManifestEngine

extension FuzzTarget {
    /// JSON texts: read, written, read again, and equal.
    static let json = FuzzTarget(
        "json",
        words: [
            "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud800", "\\n", "null", "true", "NaN", "-0", "1e400", "0.1",
        ],
        seeds: [#"{"a":[1,2.5,-0,1e3,null,true,"x\u00e9\n"],"a":{},"b":12345678901234567890}"#, "[[[]]]", "NaN"]
    ) { bytes in
        guard let value = try? JSONDocument(Bytes(bytes)).root.value else { return }
        // The first text may hold integers that the strict reader turns into doubles; after that nothing changes.
        guard let again = try? JSONValue(parsing: value.text) else { fail("not JSON: \(value.text)") }
        let text = again.text
        expect((try? JSONValue(parsing: text))?.text == text, "written differently when read again: \(text)")
        _ = value == again
        let python = Bytes()
        try? python.appendPythonJSON(value)
    }

    /// Manifests: read, references replaced, all fields checked, components made.
    static let manifest = FuzzTarget(
        "manifest",
        words: [
            "version: 6.0.0\n", "streams:\n", "- ", "  ", "type: ", "$ref: '#/definitions/a'", "'#/", "$parameters:",
            "&a ", "*a", "<<: *a", "!!set", "{{ config['a'] }}", "|\n", ">\n", "[", "]", "{", "}", ": ", "\n", "? ",
            "definitions:\n", "DeclarativeStream", "SimpleRetriever", "HttpRequester", "DpathExtractor",
            "RecordSelector",
        ],
        seeds: [sample]
    ) { bytes in
        guard let manifest = try? Manifest.inspect(bytes, name: "m.yaml") else { return }
        for diagnostic in manifest.diagnostics.inFileOrder { _ = diagnostic.rendered }
        if !manifest.diagnostics.hasErrors { _ = try? manifest.source() }
    }

    private static let sample = """
        version: 6.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [a]}
        definitions:
          base: &b {type: HttpRequester, url_base: "https://a.b/{{ config['x'] }}", http_method: GET}
          selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [data, "*"]}}
        streams:
        - type: DeclarativeStream
          $parameters: {name: a, path: /a}
          retriever:
            type: SimpleRetriever
            requester: {$ref: '#/definitions/base', path: "{{ parameters.path }}"}
            record_selector: '#/definitions/selector'
          schema_loader: {type: InlineSchemaLoader, schema: {type: object, properties: {}}}

        """

    /// A configuration against a schema: the text is `[schema, configuration]`.
    static let config = FuzzTarget(
        "config",
        words: [
            "{", "}", "[", "]", ",", "\"type\":", "\"object\"", "\"properties\":", "\"$ref\":\"#\"", "\"oneOf\":",
            "\"allOf\":", "\"pattern\":\"", "\"const\":", "\"enum\":", "\"minimum\":", "\"multipleOf\":", "${A}",
            "${A:-b}",
            "\"airbyte_secret\":true", "\"items\":", "\"not\":", "1e308", "0.1", "\"if\":", "\"then\":",
        ],
        seeds: [
            ##"[{"type":"object","properties":{"a":{"type":"string","pattern":"^x+$","airbyte_secret":true}},"##
                + ##""required":["b"],"additionalProperties":{"$ref":"#"}},{"a":"y","c":{"a":1}}]"##,
            #"[{"oneOf":[{"const":1},{"multipleOf":0.5}],"minimum":2},3]"#,
        ]
    ) { bytes in
        _ = try? ConfigFile.read(bytes, name: "c.json", environment: ["A": "1"], overrides: ["a.b=1"])
        guard let pair = try? JSONDocument(Bytes(bytes)).root.value.array, pair.count == 2 else { return }
        let violations = JSONSchemaValidator.validate(pair[1], against: pair[0])
        _ = SchemaViolation.mostRelevant(of: violations)
        _ = Secrets.values(of: pair[0], in: pair[1])
    }

    /// Files of states and catalogs.
    static let state = FuzzTarget(
        "state",
        words: [
            "[", "]", "{", "}", ",", "\"type\":\"STREAM\"", "\"stream\":", "\"stream_descriptor\":{\"name\":\"a\"}",
            "\"stream_state\":", "\"global\":", "\"shared_state\":null", "\"streams\":", "null", "\"state\":",
        ],
        seeds: [
            #"[{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"x":1}}}]"#,
            #"{"streams":[{"stream":{"name":"a"},"cursor_field":["x"]}]}"#,
        ]
    ) { bytes in
        let file = InputFile(name: "f.json", bytes: bytes, role: "state")
        _ = try? ConfiguredCatalog(file)
        guard let text = rewritten((try? StateInput(file))?.fileText) else { return }
        expect(rewritten(text) == text, "a state changes when it is read and written: \(text)")
    }

    /// A state file, read and written.
    private static func rewritten(_ text: String?) -> String? {
        text.flatMap { try? StateInput(InputFile(name: "f.json", bytes: Array($0.utf8), role: "state")).fileText }
    }
}
