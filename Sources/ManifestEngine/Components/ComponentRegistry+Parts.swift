package import Manifest

/// Roles of one type each: parts of other components.
extension ComponentRegistry {
    package static let componentMappings = Role<ComponentMappingDefinition>(
        "component mapping",
        [.init(ComponentMappingDefinition.self, ComponentMappingDefinition.init)]
    )

    package static let streamConfigs = Role<StreamConfig>(
        "stream configuration",
        [.init(StreamConfig.self, StreamConfig.init)]
    )

    package static let streamParameters = Role<StreamParametersDefinition>(
        "list of stream parameters",
        [.init(StreamParametersDefinition.self, StreamParametersDefinition.init)]
    )

    package static let jobStatusMaps = Role<AsyncJobStatusMap>(
        "job status map",
        [.init(AsyncJobStatusMap.self, AsyncJobStatusMap.init)]
    )

    package static let propertyEndpoints = Role<PropertiesFromEndpoint>(
        "source of properties",
        [.init(PropertiesFromEndpoint.self, PropertiesFromEndpoint.init)]
    )

    package static let propertyChunkings = Role<PropertyChunking>(
        "property chunking",
        [.init(PropertyChunking.self, PropertyChunking.init)]
    )

    package static let mergeStrategies = Role<GroupByKeyMergeStrategy>(
        "record merge strategy",
        [.init(GroupByKeyMergeStrategy.self, GroupByKeyMergeStrategy.init)]
    )

    package static let propertySelectors = Role<JsonSchemaPropertySelector>(
        "property selector",
        [.init(JsonSchemaPropertySelector.self, JsonSchemaPropertySelector.init)]
    )

    package static let parentFieldPaths = Role<ParentFieldPath>(
        "parent field path",
        [.init(ParentFieldPath.self, ParentFieldPath.init)]
    )

    package static let recordExpanders = Role<RecordExpander>(
        "record expander",
        [.init(RecordExpander.self, RecordExpander.init)]
    )

    package static let dynamicStreamChecks = Role<DynamicStreamCheckConfig>(
        "check of a dynamic stream",
        [.init(DynamicStreamCheckConfig.self, DynamicStreamCheckConfig.init)]
    )
}
