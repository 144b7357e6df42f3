package import Manifest

/// The page token replaces the path, or the whole address when it is one.
///
/// Manifest type `RequestPath`.
package struct RequestPath: Component {
    package static let typeName = "RequestPath"
    package static let summary = "The page token takes the place of the path."
    package static let details = "A token that is a complete URL replaces the whole address."
    package static let example = """
        type: RequestPath
        """
    package static let fields: [Field] = []

    package init(_ reader: ComponentReader) throws {}
}
