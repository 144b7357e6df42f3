/// The way from the root of a manifest to a node, for messages: `streams[0] "calls" > retriever > requester`.
///
/// One step long and linked to the rest: a path is made for every node and hardly ever printed.
package struct ManifestPath: Sendable, CustomStringConvertible {
    private final class Link: Sendable {
        enum Step: Sendable {
            case field(String)
            case element(Int, ManifestNode)
        }

        let step: Step
        let before: Link?

        init(_ step: Step, after before: Link?) {
            self.step = step
            self.before = before
        }
    }

    private var last: Link?

    package init() {}

    /// The path to a field of the node here.
    package func field(_ name: String) -> ManifestPath { appending(.field(name)) }

    /// The path to an element of the list here, with the element's name if it has one.
    package func element(_ index: Int, of node: ManifestNode) -> ManifestPath { appending(.element(index, node)) }

    private func appending(_ step: Link.Step) -> ManifestPath {
        var path = self
        path.last = Link(step, after: last)
        return path
    }

    /// The first steps of the path, where it is too long to be read.
    var abbreviated: String {
        let text = description
        return text.count > 300 ? text.prefix(300) + "…" : text
    }

    package var description: String {
        var links: [Link] = []
        var at = last
        while let link = at {
            links.append(link)
            at = link.before
        }
        var text = ""
        for link in links.reversed() {
            switch link.step {
            case .field(let name): text += text.isEmpty ? name : " > \(name)"
            case .element(let index, let node):
                text += "[\(index)]" + ((node.mapping?["name"]?.string).map { " \"\($0)\"" } ?? "")
            }
        }
        return text
    }
}
