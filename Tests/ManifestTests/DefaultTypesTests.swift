import Testing

@testable import Manifest

@Suite("DefaultTypes")
struct DefaultTypesTests {
    @Test(
        "knows the type that may be left out",
        arguments: [
            ("DeclarativeStream", "retriever", false, "SimpleRetriever"),
            ("DeclarativeStream", "retriever", true, "CustomRetriever"),
            ("SimpleRetriever", "requester", false, "HttpRequester"),
            ("SimpleRetriever", "record_selector", false, "RecordSelector"),
            ("RecordSelector", "extractor", true, "CustomRecordExtractor"),
            ("AddFields", "fields", false, "AddedFieldDefinition"),
            ("DatetimeBasedCursor", "start_datetime", false, "MinMaxDatetime"),
            ("DefaultPaginator", "pagination_strategy", true, "CustomPaginationStrategy"),
            ("DefaultPaginator", "pagination_strategy", false, nil), ("SimpleRetriever", "decoder", false, nil),
            ("DeclarativeStream", "incremental_sync", false, nil), ("HttpRequester", "authenticator", false, nil),
        ] as [(String, String, Bool, String?)]
    )
    func type(_ parent: String, _ field: String, _ hasClassName: Bool, _ expected: String?) {
        #expect(DefaultTypes.type(of: field, in: parent, hasClassName: hasClassName) == expected)
    }
}
