/// A small manifest as text.
enum ManifestSample {
    static let check = "check: {type: CheckStream, stream_names: [items]}"
    static let spec = """
        spec:
          type: Spec
          connection_specification:
            type: object
            required: [key]
            properties: {key: {type: string, airbyte_secret: true}}
        """

    static func stream(_ name: String) -> String {
        """
          - type: DeclarativeStream
            name: \(name)
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url: "http://api/\(name)"}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
        """
    }

    static func text(
        check: String = check,
        streams: [String] = [stream("items")],
        spec: String = spec,
        _ rest: String = ""
    ) -> String {
        "version: 7.0.0\n\(check)\nstreams:\n\(streams.joined(separator: "\n"))\n\(spec)\n\(rest)\n"
    }
}
