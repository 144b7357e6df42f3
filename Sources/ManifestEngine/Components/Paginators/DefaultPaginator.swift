package import JSON
package import Jinja
package import Manifest

/// Asks for pages by a strategy, and puts token and page size into the requests.
///
/// Manifest type `DefaultPaginator`.
package struct DefaultPaginator: Component, Paginator {
    package static let typeName = "DefaultPaginator"
    package static let summary = "Asks for pages by a strategy, and puts token and page size into the requests."
    package static let example = """
        type: DefaultPaginator
        pagination_strategy:
          type: CursorPagination
          cursor_value: "{{ response['next'] }}"
        page_token_option:
          type: RequestOption
          inject_into: request_parameter
          field_name: cursor
        """

    private static let strategyField = Field.required(
        "pagination_strategy",
        .component(ComponentRegistry.paginationStrategies, custom: "CustomPaginationStrategy"),
        "How pages are named."
    )
    private static let tokenOption = Field(
        "page_token_option",
        .component(ComponentRegistry.pageTokenOptions),
        "Where the token goes."
    )
    private static let sizeOption = Field(
        "page_size_option",
        .component(ComponentRegistry.requestOptions, default: "RequestOption"),
        "Where the page size goes."
    )
    private static let decoder = Field(
        "decoder",
        .component(ComponentRegistry.decoders, default: "JsonDecoder"),
        "Decodes the body for the strategy; without effect, as that of the retriever is used."
    )
    package static let fields = [strategyField, tokenOption, sizeOption, decoder]

    private let strategy: any PaginationStrategy
    private let tokenOption: PageTokenOption?
    private let sizeOption: RequestOption?

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let option = mapping[sizeOption.name] else { return [] }
        var faults: [FieldFault] = []
        if let strategy = mapping[strategyField.name]?.mapping, strategy["class_name"] == nil {
            let size = strategy[PageSize.name]
            if size.map(PageSize.isNone) ?? true {
                let message = "'\(sizeOption.name)' needs a page size" + (size == nil ? "" : " other than 0")
                let fix = "add '\(PageSize.name)' to the pagination strategy"
                faults.append(FieldFault(sizeOption.name, message, fix: fix, at: size ?? option))
            }
        }
        if let token = mapping[tokenOption.name], goesToSamePlace(option, token) {
            let message = "token and page size go to the same place in the request"
            faults.append(FieldFault(sizeOption.name, message, fix: "give them different names"))
        }
        return faults
    }

    /// Whether two request options of the manifest fill the same field.
    private static func goesToSamePlace(_ one: ManifestNode, _ other: ManifestNode) -> Bool {
        ["inject_into", "field_name", "field_path"].allSatisfy { one.mapping?[$0]?.json == other.mapping?[$0]?.json }
    }

    package init(_ reader: ComponentReader) throws {
        strategy = try reader.component(Self.strategyField, ComponentRegistry.paginationStrategies)
        tokenOption = try reader.optionalComponent(Self.tokenOption, ComponentRegistry.pageTokenOptions)
        sizeOption = try reader.optionalComponent(Self.sizeOption, ComponentRegistry.requestOptions)
    }

    package var readsRecords: Bool { strategy.readsRecords }
    package var isCounting: Bool { strategy.isCounting }

    package func initialToken(in scope: Scope) async throws -> JSONValue? { try await strategy.initialToken(in: scope) }

    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) async throws -> JSONValue? {
        try await strategy.token(after: page, previous: previous, in: scope)
    }

    package func requestParts(
        for token: JSONValue?,
        in scope: Scope
    ) throws -> (parts: RequestParts, path: String?) {
        var parts = RequestParts()
        var path: String?
        if let token {
            switch tokenOption {
            case .option(let option): try option.inject(token, into: &parts, in: scope)
            case .path: path = token.pythonText
            case nil: break
            }
        }
        if let sizeOption, let size = try strategy.pageSize(in: scope), size != 0 {
            try sizeOption.inject(.integer(size), into: &parts, in: scope)
        }
        return (parts, path)
    }
}
