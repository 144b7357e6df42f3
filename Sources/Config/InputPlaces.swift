package import Diagnostics
import JSON
import YAML

/// Where the values of an input file stand in it.
package struct InputPlaces {
    private let source: SourceFile
    private let root: JSONTextMap.Node
    /// Where the JSON text begins in the file.
    private let start: Int

    /// - Parameter part: the bytes of the JSON text in the file, where it is not all of it.
    package init(_ file: InputFile, part: Range<Int>? = nil) {
        source = SourceFile(name: file.name, bytes: file.bytes)
        root = JSONTextMap(part.map { Array(file.bytes[$0]) } ?? file.bytes).root
        start = part?.lowerBound ?? 0
    }

    /// The place of a value, or of what is nearest to it on the way; of an object or a list, where it begins.
    package func place(of path: [String]) -> Place {
        let node = root.deepest(path).node
        let isWhole = node.members == nil && node.elements == nil
        return place(isWhole ? node.range : node.range.prefix(1))
    }

    /// The place of the name of a member.
    package func place(ofName path: [String]) -> Place {
        let parent = root.deepest(path.dropLast()).node
        let name = parent.members?.last { $0.name == path.last }?.nameRange
        return name.map(place) ?? place(of: path)
    }

    private func place(_ range: Range<Int>) -> Place {
        Place(
            file: source,
            range: SourceRange(
                start: source.position(ofOffset: start + range.lowerBound),
                end: source.position(ofOffset: start + range.upperBound)
            )
        )
    }
}
