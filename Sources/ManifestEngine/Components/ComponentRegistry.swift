package import Manifest

/// Every component type the engine runs, by role: the only list of them.
///
/// A new type is one file in its role's folder and one line here. `absent` names the types of the language that do not
/// run yet, so that messages can say so.
package enum ComponentRegistry {
    /// All roles, in the order of the reference.
    package static let roles: [any AnyRole] = [
        sources, specs, configNormalizationRules, configMigrations, configTransformations,
        configValidators, validationStrategies, checks, dynamicStreamChecks, streams, dynamicStreams,
        componentsResolvers,
        componentMappings, streamConfigs, streamParameters, retrievers, jobStatusMaps, requesters,
        queryProperties, propertyEndpoints, propertyChunkings, mergeStrategies, propertySelectors, requestBodies,
        requestOptions, pageTokenOptions, authenticators, quotaStatusSources, tokenQuotas, errorHandlers,
        responseFilters, backoffStrategies, paginators, paginationStrategies, decoders, recordSelectors,
        extractors, recordExpanders, parentFieldPaths, recordFilters, schemaNormalizations, transformations,
        keyTransformations, addedFields, partitionRouters, parentStreams, cursors, datetimes, stateMigrations,
        schemaLoaders, schemaTypeIdentifiers, typesMaps, complexFieldTypes, fileUploaders, concurrencyLevels, budgets,
        callRatePolicies, rates, requestMatchers,
    ]

    /// What a manifest is as a whole.
    package static let root = FieldShape.component(sources, default: DeclarativeSource.typeName)

    package static let sources = Role<DeclarativeSource>(
        "source",
        [.init(DeclarativeSource.self, DeclarativeSource.init)]
    )

    package static let specs = Role<Spec>("spec", [.init(Spec.self, Spec.init)])

    package static let configNormalizationRules = Role<ConfigNormalizationRules>(
        "set of configuration rules",
        [.init(ConfigNormalizationRules.self, ConfigNormalizationRules.init)]
    )

    package static let configMigrations = Role<ConfigMigration>(
        "configuration migration",
        [.init(ConfigMigration.self, ConfigMigration.init)]
    )

    package static let configTransformations = Role<any ConfigTransformation>(
        "configuration transformation",
        [
            .init(ConfigAddFields.self, ConfigAddFields.init),
            .init(ConfigRemapField.self, ConfigRemapField.init),
            .init(ConfigRemoveFields.self, ConfigRemoveFields.init),
            .init(CustomConfigTransformation.self, CustomConfigTransformation.init),
        ]
    )

    package static let configValidators = Role<any ConfigValidator>(
        "configuration validator",
        [
            .init(DpathValidator.self, DpathValidator.init),
            .init(PredicateValidator.self, PredicateValidator.init),
        ]
    )

    package static let validationStrategies = Role<any ValidationStrategy>(
        "validation strategy",
        [
            .init(CustomValidationStrategy.self, CustomValidationStrategy.init),
            .init(ValidateAdheresToSchema.self, ValidateAdheresToSchema.init),
        ]
    )

    package static let checks = Role<any ConnectionCheck>(
        "check",
        [.init(CheckDynamicStream.self, CheckDynamicStream.init), .init(CheckStream.self, CheckStream.init)]
    )

    package static let streams = Role<any StreamDefinition>(
        "stream",
        [
            .init(ConditionalStreams.self, ConditionalStreams.init),
            .init(DeclarativeStream.self, DeclarativeStream.init),
            .init(StateDelegatingStream.self, StateDelegatingStream.init),
        ]
    )

    package static let dynamicStreams = Role<any DynamicStreamDefinition>(
        "dynamic stream",
        [.init(DynamicDeclarativeStream.self, DynamicDeclarativeStream.init)]
    )

    package static let componentsResolvers = Role<any ComponentsResolver>(
        "components resolver",
        [
            .init(ConfigComponentsResolver.self, ConfigComponentsResolver.init),
            .init(HttpComponentsResolver.self, HttpComponentsResolver.init),
            .init(ParametrizedComponentsResolver.self, ParametrizedComponentsResolver.init),
        ]
    )

    package static let retrievers = Role<any Retriever>(
        "retriever",
        [
            .init(AsyncRetriever.self, AsyncRetriever.init), .init(CustomRetriever.self, CustomRetriever.init),
            .init(SimpleRetriever.self, SimpleRetriever.init),
        ]
    )

    package static let requesters = Role<any Requester>(
        "requester",
        [.init(CustomRequester.self, CustomRequester.init), .init(HttpRequester.self, HttpRequester.init)]
    )

    package static let queryProperties = Role<any PropertyList>(
        "query property list",
        [.init(QueryProperties.self, QueryProperties.init)]
    )

    package static let requestBodies = Role<any RequestBodyComponent>(
        "request body",
        [
            .init(RequestBodyGraphQL.self, RequestBodyGraphQL.init),
            .init(RequestBodyJsonObject.self, RequestBodyJsonObject.init),
            .init(RequestBodyPlainText.self, RequestBodyPlainText.init),
            .init(RequestBodyUrlEncodedForm.self, RequestBodyUrlEncodedForm.init),
        ]
    )

    package static let requestOptions = Role<RequestOption>(
        "request option",
        [.init(RequestOption.self, RequestOption.init)]
    )

    package static let pageTokenOptions = Role<PageTokenOption>(
        "page token option",
        [
            .init(RequestOption.self) { .option(try RequestOption($0)) },
            .init(RequestPath.self) { _ in .path },
        ]
    )

    package static let authenticators = Role<any Authenticator>(
        "authenticator",
        [
            .init(ApiKeyAuthenticator.self, ApiKeyAuthenticator.init),
            .init(BasicHttpAuthenticator.self, BasicHttpAuthenticator.init),
            .init(BearerAuthenticator.self, BearerAuthenticator.init),
            .init(CustomAuthenticator.self, CustomAuthenticator.init),
            .init(JwtAuthenticator.self, JwtAuthenticator.init),
            .init(LegacySessionTokenAuthenticator.self, LegacySessionTokenAuthenticator.init),
            .init(NoAuth.self, NoAuth.init),
            .init(OAuthAuthenticator.self, OAuthAuthenticator.init),
            .init(
                RateLimitedMultipleTokenAuthenticator.self,
                RateLimitedMultipleTokenAuthenticator.init
            ),
            .init(SelectiveAuthenticator.self, SelectiveAuthenticator.init),
            .init(SessionTokenAuthenticator.self, SessionTokenAuthenticator.init),
        ]
    )

    package static let quotaStatusSources = Role<QuotaStatusSource>(
        "quota status source",
        [.init(QuotaStatusSource.self, QuotaStatusSource.init)]
    )

    package static let tokenQuotas = Role<TokenQuota>("token quota", [.init(TokenQuota.self, TokenQuota.init)])

    package static let errorHandlers = Role<any ErrorHandler>(
        "error handler",
        [
            .init(CompositeErrorHandler.self, CompositeErrorHandler.init),
            .init(CustomErrorHandler.self, CustomErrorHandler.init),
            .init(DefaultErrorHandler.self, DefaultErrorHandler.init),
        ]
    )

    package static let responseFilters = Role<HttpResponseFilter>(
        "response filter",
        [.init(HttpResponseFilter.self, HttpResponseFilter.init)]
    )

    package static let backoffStrategies = Role<any BackoffStrategy>(
        "backoff strategy",
        [
            .init(ConstantBackoffStrategy.self, ConstantBackoffStrategy.init),
            .init(CustomBackoffStrategy.self, CustomBackoffStrategy.init),
            .init(ExponentialBackoffStrategy.self, ExponentialBackoffStrategy.init),
            .init(WaitTimeFromHeader.self, WaitTimeFromHeader.init),
            .init(WaitTimeFromResponse.self, WaitTimeFromResponse.init),
            .init(WaitUntilTimeFromHeader.self, WaitUntilTimeFromHeader.init),
        ]
    )

    package static let paginators = Role<any Paginator>(
        "paginator",
        [
            .init(DefaultPaginator.self, DefaultPaginator.init),
            .init(NoPagination.self, NoPagination.init),
        ]
    )

    package static let paginationStrategies = Role<any PaginationStrategy>(
        "pagination strategy",
        [
            .init(CursorPagination.self, CursorPagination.init),
            .init(CustomPaginationStrategy.self, CustomPaginationStrategy.init),
            .init(OffsetIncrement.self, OffsetIncrement.init),
            .init(PageIncrement.self, PageIncrement.init),
        ]
    )

    package static let decoders = Role<any Decoder>(
        "decoder",
        [
            .init(CsvDecoder.self, CsvDecoder.init),
            .init(CustomDecoder.self, CustomDecoder.init),
            .init(GzipDecoder.self, GzipDecoder.init),
            .init(IterableDecoder.self, IterableDecoder.init),
            .init(JsonDecoder.self, JsonDecoder.init),
            .init(JsonItemsDecoder.self, JsonItemsDecoder.init),
            .init(JsonlDecoder.self, JsonlDecoder.init),
            .init(XmlDecoder.self, XmlDecoder.init),
            .init(ZipfileDecoder.self, ZipfileDecoder.init),
        ]
    )

    package static let recordSelectors = Role<RecordSelector>(
        "record selector",
        [.init(RecordSelector.self, RecordSelector.init)]
    )

    package static let extractors = Role<any Extractor>(
        "extractor",
        [
            .init(CombinedExtractor.self, CombinedExtractor.init),
            .init(CustomRecordExtractor.self, CustomRecordExtractor.init),
            .init(DpathExtractor.self, DpathExtractor.init),
            .init(ResponseToFileExtractor.self, ResponseToFileExtractor.init),
        ]
    )

    package static let recordFilters = Role<any RecordFiltering>(
        "record filter",
        [.init(CustomRecordFilter.self, CustomRecordFilter.init), .init(RecordFilter.self, RecordFilter.init)]
    )

    package static let schemaNormalizations = Role<any SchemaNormalization>(
        "schema normalization",
        [.init(CustomSchemaNormalization.self, CustomSchemaNormalization.init)]
    )

    package static let transformations = Role<any Transformation>(
        "transformation",
        [
            .init(AddFields.self, AddFields.init),
            .init(CustomTransformation.self, CustomTransformation.init),
            .init(DpathFlattenFields.self, DpathFlattenFields.init),
            .init(FlattenFields.self, FlattenFields.init),
            .init(KeysReplace.self, KeysReplace.init),
            .init(KeysToLower.self, KeysToLower.init),
            .init(KeysToSnakeCase.self, KeysToSnakeCase.init),
            .init(RemoveFields.self, RemoveFields.init),
        ]
    )

    package static let keyTransformations = Role<KeyTransformation>(
        "key transformation",
        [.init(KeyTransformation.self, KeyTransformation.init)]
    )

    package static let addedFields = Role<AddedFieldDefinition>(
        "added field",
        [.init(AddedFieldDefinition.self, AddedFieldDefinition.init)]
    )

    package static let partitionRouters = Role<any PartitionRouter>(
        "partition router",
        [
            .init(CustomPartitionRouter.self, CustomPartitionRouter.init),
            .init(GroupingPartitionRouter.self, GroupingPartitionRouter.init),
            .init(ListPartitionRouter.self, ListPartitionRouter.init),
            .init(SubstreamPartitionRouter.self, SubstreamPartitionRouter.init),
            .init(UnionPartitionRouter.self, UnionPartitionRouter.init),
        ]
    )

    package static let parentStreams = Role<ParentStreamConfig>(
        "parent stream",
        [.init(ParentStreamConfig.self, ParentStreamConfig.init)]
    )

    package static let cursors = Role<any CursorDefinition>(
        "cursor",
        [
            .init(DatetimeBasedCursor.self, DatetimeBasedCursor.init),
            .init(IncrementingCountCursor.self, IncrementingCountCursor.init),
        ],
        absent: ["CustomIncrementalSync"]
    )

    package static let datetimes = Role<MinMaxDatetime>(
        "date and time",
        [.init(MinMaxDatetime.self, MinMaxDatetime.init)]
    )

    package static let stateMigrations = Role<any StateMigration>(
        "state migration",
        [
            .init(CustomStateMigration.self, CustomStateMigration.init),
            .init(LegacyToPerPartitionStateMigration.self, LegacyToPerPartitionStateMigration.init),
        ]
    )

    package static let schemaLoaders = Role<any SchemaLoader>(
        "schema loader",
        [
            .init(CustomSchemaLoader.self, CustomSchemaLoader.init),
            .init(DynamicSchemaLoader.self, DynamicSchemaLoader.init),
            .init(InlineSchemaLoader.self, InlineSchemaLoader.init),
            .init(JsonFileSchemaLoader.self, JsonFileSchemaLoader.init),
        ]
    )

    package static let schemaTypeIdentifiers = Role<SchemaTypeIdentifier>(
        "schema type identifier",
        [.init(SchemaTypeIdentifier.self, SchemaTypeIdentifier.init)]
    )

    package static let typesMaps = Role<TypesMap>("types map", [.init(TypesMap.self, TypesMap.init)])

    package static let complexFieldTypes = Role<ComplexFieldType>(
        "complex field type",
        [.init(ComplexFieldType.self, ComplexFieldType.init)]
    )

    package static let fileUploaders = Role<FileUploader>(
        "file uploader",
        [.init(FileUploader.self, FileUploader.init)]
    )

    package static let concurrencyLevels = Role<ConcurrencyLevel>(
        "concurrency level",
        [.init(ConcurrencyLevel.self, ConcurrencyLevel.init)]
    )

    package static let budgets = Role<HTTPAPIBudget>("budget", [.init(HTTPAPIBudget.self, HTTPAPIBudget.init)])

    package static let callRatePolicies = Role<any CallRatePolicy>(
        "call rate policy",
        [
            .init(FixedWindowCallRatePolicy.self, FixedWindowCallRatePolicy.init),
            .init(MovingWindowCallRatePolicy.self, MovingWindowCallRatePolicy.init),
            .init(UnlimitedCallRatePolicy.self, UnlimitedCallRatePolicy.init),
        ]
    )

    package static let rates = Role<Rate>("rate", [.init(Rate.self, Rate.init)])

    package static let requestMatchers = Role<HttpRequestRegexMatcher>(
        "request matcher",
        [.init(HttpRequestRegexMatcher.self, HttpRequestRegexMatcher.init)]
    )
}
