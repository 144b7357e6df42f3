package import HTTP
import JSON
package import Manifest

/// Reads the body of a response by a Python class.
///
/// Manifest type `CustomDecoder`.
package struct CustomDecoder: Component, Decoder {
    package static let typeName = "CustomDecoder"
    package static let summary = "Reads the body of a response by a Python class."
    package static let details = """
        The class has a method `decode(response)`, which gets the response as the library `requests` has it and gives the values \
        that an extractor looks into.
        """
    package static let example = """
        type: CustomDecoder
        class_name: source_declarative_manifest.components.Report
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        let reply = try python.callNow("decode", ["response": PythonComponent.argument(response, to: nil)])
        return DecodedPage(bodies: reply.array ?? [])
    }
}
