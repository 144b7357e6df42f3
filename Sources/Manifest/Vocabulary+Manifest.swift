package import Jinja

extension Vocabulary {
    /// The variables of manifests.
    package static let manifest = Vocabulary(
        [
            "config", "parameters", "record", "stream_slice", "stream_interval", "stream_partition",
            "next_page_token", "response", "headers", "last_record", "last_page_size", "page_size", "value",
            "path", "property", "request_url", "components_values", "stream_template_config", "raw_schema",
            "session_token", "creation_response", "polling_response", "download_target",
        ],
        withdrawn: [Withdrawn("stream_state", hint: "read stream_interval or stream_slice instead")]
    )
}

extension Symbol {
    package static let config = Vocabulary.manifest["config"]
    package static let parameters = Vocabulary.manifest["parameters"]
    package static let record = Vocabulary.manifest["record"]
    package static let streamSlice = Vocabulary.manifest["stream_slice"]
    package static let streamInterval = Vocabulary.manifest["stream_interval"]
    package static let streamPartition = Vocabulary.manifest["stream_partition"]
    package static let nextPageToken = Vocabulary.manifest["next_page_token"]
    package static let response = Vocabulary.manifest["response"]
    package static let headers = Vocabulary.manifest["headers"]
    package static let lastRecord = Vocabulary.manifest["last_record"]
    package static let lastPageSize = Vocabulary.manifest["last_page_size"]
    package static let pageSize = Vocabulary.manifest["page_size"]
    package static let value = Vocabulary.manifest["value"]
    package static let path = Vocabulary.manifest["path"]
    package static let property = Vocabulary.manifest["property"]
    package static let requestURL = Vocabulary.manifest["request_url"]
    package static let creationResponse = Vocabulary.manifest["creation_response"]
    package static let pollingResponse = Vocabulary.manifest["polling_response"]
    package static let downloadTarget = Vocabulary.manifest["download_target"]
    package static let componentsValues = Vocabulary.manifest["components_values"]
    package static let streamTemplateConfig = Vocabulary.manifest["stream_template_config"]
    package static let sessionToken = Vocabulary.manifest["session_token"]
    package static let rawSchema = Vocabulary.manifest["raw_schema"]
}

extension Template {
    /// A template of a manifest.
    package init(ofManifest source: String) throws(TemplateError) { try self.init(source, vocabulary: .manifest) }
}
