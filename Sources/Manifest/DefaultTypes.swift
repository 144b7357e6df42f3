/// The component types that may be left out, by the type and field of the parent.
///
/// Source: the rules of the reference for manifests that leave `type` away.
enum DefaultTypes {
    /// The type a mapping has when it stands in `field` of a component of type `parent` and names none.
    static func type(of field: String, in parent: String, hasClassName: Bool) -> String? {
        if hasClassName, let custom = custom["\(parent).\(field)"] { return custom }
        return table["\(parent).\(field)"]
    }

    private static let table: [String: String] = [
        "AddFields.fields": "AddedFieldDefinition",
        "CompositeErrorHandler.error_handlers": "DefaultErrorHandler",
        "ConfigComponentsResolver.components_mapping": "ComponentMappingDefinition",
        "ConfigComponentsResolver.stream_config": "StreamConfig",
        "CursorPagination.decoder": "JsonDecoder",
        "CustomPartitionRouter.parent_stream_configs": "ParentStreamConfig",
        "DatetimeBasedCursor.end_datetime": "MinMaxDatetime",
        "DatetimeBasedCursor.end_time_option": "RequestOption",
        "DatetimeBasedCursor.start_datetime": "MinMaxDatetime",
        "DatetimeBasedCursor.start_time_option": "RequestOption",
        "DeclarativeSource.check": "CheckStream",
        "DeclarativeSource.spec": "Spec",
        "DeclarativeSource.streams": "DeclarativeStream",
        "DeclarativeStream.retriever": "SimpleRetriever",
        "DeclarativeStream.schema_loader": "JsonFileSchemaLoader",
        "DefaultErrorHandler.response_filters": "HttpResponseFilter",
        "DefaultPaginator.decoder": "JsonDecoder",
        "DefaultPaginator.page_size_option": "RequestOption",
        "DpathExtractor.decoder": "JsonDecoder",
        "DpathExtractor.record_expander": "RecordExpander",
        "DynamicDeclarativeStream.components_resolver": "ConfigComponentResolver",
        "DynamicDeclarativeStream.stream_template": "DeclarativeStream",
        "DynamicSchemaLoader.retriever": "SimpleRetriever",
        "FixedWindowCallRatePolicy.matchers": "HttpRequestRegexMatcher",
        "HttpComponentsResolver.components_mapping": "ComponentMappingDefinition",
        "HttpComponentsResolver.retriever": "SimpleRetriever",
        "HttpRequester.error_handler": "DefaultErrorHandler",
        "ListPartitionRouter.request_option": "RequestOption",
        "MovingWindowCallRatePolicy.matchers": "HttpRequestRegexMatcher",
        "MovingWindowCallRatePolicy.rates": "Rate",
        "ParentStreamConfig.request_option": "RequestOption",
        "ParentStreamConfig.stream": "DeclarativeStream",
        "RecordExpander.parent_fields": "ParentFieldPath",
        "RecordSelector.extractor": "DpathExtractor",
        "RecordSelector.record_filter": "RecordFilter",
        "SchemaTypeIdentifier.types_map": "TypesMap",
        "SimpleRetriever.paginator": "NoPagination",
        "SimpleRetriever.record_selector": "RecordSelector",
        "SimpleRetriever.requester": "HttpRequester",
        "SubstreamPartitionRouter.parent_stream_configs": "ParentStreamConfig",
        "UnlimitedCallRatePolicy.matchers": "HttpRequestRegexMatcher",
    ]

    private static let custom: [String: String] = [
        "CompositeErrorHandler.backoff_strategies": "CustomBackoffStrategy",
        "DeclarativeStream.retriever": "CustomRetriever",
        "DeclarativeStream.transformations": "CustomTransformation",
        "DefaultErrorHandler.backoff_strategies": "CustomBackoffStrategy",
        "DefaultPaginator.pagination_strategy": "CustomPaginationStrategy",
        "HttpRequester.authenticator": "CustomAuthenticator",
        "HttpRequester.error_handler": "CustomErrorHandler",
        "RecordSelector.extractor": "CustomRecordExtractor",
        "SimpleRetriever.partition_router": "CustomPartitionRouter",
    ]
}
