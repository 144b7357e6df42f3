import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting

/// A made-up API of two streams, which responds from a list.
struct Shop {
    let transport: StubTransport
    let connector: Connector

    static let config: Configuration = ["api_key": "key-that-must-not-show"]

    /// - Parameters:
    ///   - pages: pages of `items`, two records each, and an empty one after them.
    ///   - orders: the response to requests for `orders`.
    init(pages: Int = 2, orders: JSONValue = ["body": ["items": [["id": 7]]]]) throws {
        var responses: [JSONValue] = (0..<pages).map { page in
            let items: JSONValue = [["id": .integer(2 * page)], ["id": .integer(2 * page + 1)]]
            return [
                "request": ["path": "/items", "query": ["page": .string(String(page))]],
                "response": ["body": ["items": items]],
            ]
        }
        responses.append(["request": ["path": "/items"], "response": ["body": ["items": []]]])
        responses.append(["request": ["path": "/orders"], "response": orders])
        transport = StubTransport(.array(responses))
        var options = ConnectorOptions()
        options.transport = transport
        options.clock = try TestClock("2026-09-10T12:00:00Z")
        connector = try Connector(yaml: Self.manifest, options: options)
    }

    static let manifest = """
        version: "6.0.0"
        check: {type: CheckStream, stream_names: [items]}
        definitions:
          requester:
            type: HttpRequester
            url: https://api.example.com/{{ parameters.place }}
            authenticator: {type: BearerAuthenticator, api_token: "{{ config['api_key'] }}"}
          selector:
            type: RecordSelector
            extractor: {type: DpathExtractor, field_path: [items]}
        streams:
          - type: DeclarativeStream
            name: items
            primary_key: id
            $parameters: {place: items}
            schema_loader:
              type: InlineSchemaLoader
              schema: {type: object, properties: {id: {type: integer}}}
            retriever:
              type: SimpleRetriever
              requester: {$ref: "#/definitions/requester"}
              record_selector: {$ref: "#/definitions/selector"}
              paginator:
                type: DefaultPaginator
                page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                pagination_strategy: {type: PageIncrement, page_size: 2, inject_on_first_request: true}
          - type: DeclarativeStream
            name: orders
            $parameters: {place: orders}
            retriever:
              type: SimpleRetriever
              requester: {$ref: "#/definitions/requester"}
              record_selector: {$ref: "#/definitions/selector"}
        spec:
          type: Spec
          connection_specification:
            type: object
            required: [api_key]
            properties: {api_key: {type: string, airbyte_secret: true}}
        """
}
