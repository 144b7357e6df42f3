import JSON

/// A parent stream and the responses of its API.
enum ParentSample {
    /// The stream as flow YAML.
    static let stream = """
        {type: DeclarativeStream, name: parents, retriever: {type: SimpleRetriever, \
        requester: {type: HttpRequester, url: "http://api/parents"}, \
        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}}}
        """

    static let responses: JSONValue = [
        [
            "request": ["path": "/parents"],
            "response": [
                "body": [
                    "items": [
                        ["id": 1, "name": "one", "o": ["k": 10]], ["id": 2, "name": "two"],
                        ["id": .null, "name": "null"], ["name": "none"],
                    ]
                ]
            ],
        ]
    ]
}
