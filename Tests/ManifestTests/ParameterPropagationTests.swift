import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

@Suite("ParameterPropagation")
struct ParameterPropagationTests {
    private func filledIn(_ yaml: String) throws -> JSONValue {
        var builder = NodeBuilder()
        let node = builder.node(try YAML.load(text: yaml, name: "m.yaml"))
        return ParameterPropagation.apply(to: node, as: ComponentRegistry.sources).json
    }

    @Test(
        "hands parameters down, the nearest winning",
        arguments: [
            (
                "{type: X, $parameters: {path: a}, r: {type: Y, $parameters: {path: b}, q: {type: Z}}}",
                #"{"type":"X","path":"a","$parameters":{"path":"a"},"r":{"type":"Y","path":"b","$parameters":{"path":"b"},"#
                    + #""q":{"type":"Z","path":"b","$parameters":{"path":"b"}}}}"#
            ),
            (
                "{type: X, $parameters: {q: {r: \"{{ s }}\"}}, a: {type: Y, $parameters: {z: 1}}}",
                #"{"type":"X","a":{"type":"Y","q":{"r":"{{ s }}"},"z":1,"$parameters":{"z":1,"q":{"r":"{{ s }}"}}},"#
                    + #""q":{"r":"{{ s }}"},"$parameters":{"q":{"r":"{{ s }}"}}}"#
            ),
        ]
    )
    func handDown(_ yaml: String, _ expected: String) throws {
        #expect(try filledIn(yaml) == JSONValue(parsing: expected))
    }

    @Test(
        "a value that is false loses to a parameter of its name",
        arguments: [
            ("0", "1"), ("\"\"", "1"), ("null", "1"), ("false", "1"), ("[]", "1"), ("{}", "1"), ("2", "2"),
            ("[0]", "[0]"),
        ]
    )
    func falseValues(_ written: String, _ expected: String) throws {
        let value = try filledIn("{type: X, $parameters: {p: 1}, p: \(written)}")
        #expect(value["p"] == (try JSONValue(parsing: expected)))
    }

    @Test(
        "withholds a parameter inside the field of its name; one that is false is lost from there on",
        arguments: [
            (
                "{type: X, $parameters: {f: 1, g: 2}, f: {type: Y}, h: {type: Z}}",
                #"{"type":"X","f":{"type":"Y","g":2,"$parameters":{"g":2}},"#
                    + #""h":{"type":"Z","g":2,"f":1,"$parameters":{"g":2,"f":1}},"g":2,"$parameters":{"g":2,"f":1}}"#
            ),
            (
                "{type: X, $parameters: {f: 0, g: 2}, f: {type: Y}, h: {type: Z}}",
                #"{"type":"X","f":{"type":"Y","g":2,"$parameters":{"g":2}},"#
                    + #""h":{"type":"Z","g":2,"$parameters":{"g":2}},"g":2,"$parameters":{"g":2}}"#
            ),
            (
                "{type: X, $parameters: {f: {type: Y}, g: 1}}",
                #"{"type":"X","f":{"type":"Y","g":1,"$parameters":{"g":1}},"g":1,"$parameters":{"g":1,"f":{"type":"Y"}}}"#
            ),
        ]
    )
    func withhold(_ yaml: String, _ expected: String) throws {
        #expect(try filledIn(yaml) == JSONValue(parsing: expected))
    }

    @Test(
        "leaves JSON schemas alone, but for their own parameters",
        arguments: [
            (
                "{type: X, $parameters: {n: 1}, schema: {type: object, $parameters: {z: 1}, properties: {a: {type: string}}}}",
                #"{"type":"object","properties":{"a":{"type":"string"}}}"#
            ),
            (
                "{type: X, $parameters: {n: 1}, schema: {type: [object, \"null\"], properties: {a: {type: string}}}}",
                #"{"type":["object","null"],"properties":{"a":{"type":"string"}}}"#
            ),
            (
                "{type: X, $parameters: {n: 1}, schema: {type: string}}",
                #"{"type":"string","n":1,"$parameters":{"n":1}}"#
            ),
        ]
    )
    func schemas(_ yaml: String, _ expected: String) throws {
        #expect(try filledIn(yaml)["schema"] == JSONValue(parsing: expected))
    }

    @Test(
        "enters lists but not lists of lists, and below a mapping without a type only its own members",
        arguments: [
            (
                "{type: X, $parameters: {p: 1}, l: [{type: Y}, [{type: Z}], 5]}", "l",
                #"[{"type":"Y","p":1,"$parameters":{"p":1}},[{"type":"Z"}],5]"#
            ),
            (
                "{type: X, $parameters: {p: 1}, m: {a: {type: Y}, b: [{type: Z}], c: {d: {type: W}}}}", "m",
                #"{"a":{"type":"Y","p":1,"$parameters":{"p":1}},"b":[{"type":"Z"}],"c":{"d":{"type":"W"}}}"#
            ),
            (
                "{type: X, m: {$parameters: {p: 2}, a: {type: Y}}}", "m",
                #"{"a":{"type":"Y","p":2,"$parameters":{"p":2}}}"#
            ),
        ]
    )
    func depth(_ yaml: String, _ field: String, _ expected: String) throws {
        #expect(try filledIn(yaml)[field] == JSONValue(parsing: expected))
    }

    @Test(
        "fills in the type that a field says, and that of a component in Python where there is a class",
        arguments: [
            ("retriever: {requester: {}}", "retriever", "SimpleRetriever"),
            ("retriever: {class_name: a.B}", "retriever", "CustomRetriever"),
            ("retriever: {type: \"\"}", "retriever", "SimpleRetriever"),
            ("retriever: {type: Other}", "retriever", "Other"),
            ("incremental_sync: {}", "incremental_sync", nil),
            ("incremental_sync: {class_name: a.B}", "incremental_sync", nil),
            ("schema_loader: {schema: {}}", "schema_loader", "JsonFileSchemaLoader"),
        ] as [(String, String, String?)]
    )
    func types(_ field: String, _ name: String, _ type: String?) throws {
        let value = try filledIn("{type: DeclarativeSource, streams: [{name: s, \(field)}]}")
        #expect(value["streams"]?.array?.first?[name]?["type"]?.string == type)
    }

    @Test("fills in types through mappings of free names, and leaves what is only referred to as it is")
    func deepTypes() throws {
        let value = try filledIn(
            """
            type: DeclarativeSource
            definitions: {stream: {retriever: {requester: {}}}}
            streams:
              - retriever:
                  requester:
                    authenticator:
                      type: SelectiveAuthenticator
                      authenticators: {a: {type: ApiKeyAuthenticator, inject_into: {}}}
                    error_handler: {type: CompositeErrorHandler, error_handlers: [{response_filters: [{}]}]}
            """
        )
        let requester = value["streams"]?.array?.first?["retriever"]?["requester"]
        let handler = requester?["error_handler"]?["error_handlers"]?.array?.first
        #expect(requester?["type"] == "HttpRequester")
        #expect(handler?["type"] == "DefaultErrorHandler")
        #expect(handler?["response_filters"]?.array?.first?["type"] == "HttpResponseFilter")
        #expect(value["definitions"]?["stream"]?["retriever"] == ["requester": [:]])
    }

    @Test(
        "the second time, the outer parameter wins where it is said so",
        arguments: [
            (
                true,
                #"{"type":"X","r":{"type":"Y","path":"a","$parameters":{"path":"a","z":1},"z":1},"path":"a","$parameters":{"path":"a"}}"#
            ),
            (
                false,
                #"{"type":"X","r":{"type":"Y","path":"b","$parameters":{"path":"b","z":1},"z":1},"path":"a","$parameters":{"path":"a"}}"#
            ),
        ]
    )
    func again(_ outerWins: Bool, _ expected: String) throws {
        let node = try ManifestNode(
            yaml: "{type: X, $parameters: {path: a}, r: {type: Y, $parameters: {path: b, z: 1}}}"
        )
        let (root, fault) = ParameterPropagation.again(to: node, as: ComponentRegistry.streams, outerWins: outerWins)
        #expect(fault == nil)
        #expect(root.json == (try JSONValue(parsing: expected)))
    }
}
