import Diagnostics
import Jinja
import Text
import YAML

/// Templates: their syntax, and the names that they read.
extension ManifestChecker {
    mutating func checkTemplates(in node: ManifestNode, reading known: TemplateVariables, at path: ManifestPath) {
        switch node.value {
        case .string(let text): checkTemplate(text, known, node, path)
        case .sequence(let elements):
            for (index, element) in elements.enumerated() {
                checkTemplates(in: element, reading: known, at: path.element(index, of: element))
            }
        case .mapping(let mapping):
            for (key, entry) in mapping.entries {
                checkTemplates(in: entry.node, reading: known, at: path.field(key))
            }
        default: break
        }
    }

    private mutating func checkTemplate(
        _ text: String,
        _ known: TemplateVariables,
        _ node: ManifestNode,
        _ path: ManifestPath
    ) {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return }
        do throws(TemplateError) {
            let template = try Template(ofManifest: text)
            checkVariables(of: template, known, node, path)
            guard template.withdrawn != nil else { return }
            diagnostics.add(
                Diagnostic(
                    .warning,
                    code: "stream-state",
                    "templates cannot read stream_state; evaluating this one fails",
                    place: node.place,
                    path: path.description,
                    fix: "read stream_interval.start_time, or let the cursor inject the value"
                )
            )
        } catch {
            let place = node.place(ofTemplateRange: error.range)
            diagnostics.add(
                Diagnostic(
                    code: "template-syntax",
                    error.message,
                    place: place,
                    path: path.description,
                    fix: error.hint ?? Self.templateFix(error, text)
                )
            )
        }
    }

    private static func templateFix(_ error: TemplateError, _ text: String) -> String {
        if text.contains(" if ") && !text.contains("else") && !text.contains("{%") {
            return "write 'a if test else b': put one expression between '{{' and '}}'"
        }
        if error.message.contains("unexpected end of template") {
            return error.message.contains("end of statement block") ? "close '{%' with '%}'" : "close '{{' with '}}'"
        }
        return "the whole template: \(text.prefix(200))"
    }

    /// Reports variables that are not set where the template is evaluated, so that it fails.
    private mutating func checkVariables(
        of template: Template,
        _ known: TemplateVariables,
        _ node: ManifestNode,
        _ path: ManifestPath
    ) {
        checkNames(in: template, node, path)
        for name in template.variables(besides: known.symbols) where name != "stream_state" {
            let isFunction = template.calledNames.contains(name)
            let names = isFunction ? Template.functionNames : known.names
            let near = NearestName.of(name, in: names).map { "did you mean '\($0)'? " } ?? ""
            let isKnown = Vocabulary.manifest.names.contains(name)
            let kind = isFunction ? "function" : "variable"
            diagnostics.add(
                Diagnostic(
                    .warning,
                    code: "unknown-\(kind)",
                    isKnown
                        ? "the variable '\(name)' is not set here; evaluating this template fails"
                        : "templates have no \(kind) '\(name)'; evaluating this one fails",
                    place: node.place(ofWord: name, in: template),
                    path: path.description,
                    fix: "\(near)\(isFunction ? "Functions" : "Variables"): \(names.joined(separator: ", "))"
                )
            )
        }
    }

    /// Reports names below a variable that nothing sets.
    private mutating func checkNames(in template: Template, _ node: ManifestNode, _ path: ManifestPath) {
        for unknown in names.unknown(in: template) {
            let near = NearestName.of(unknown.name, in: unknown.known).map { "did you mean '\($0)'? " } ?? ""
            diagnostics.add(
                Diagnostic(
                    .warning,
                    code: "unknown-name",
                    "nothing sets \(unknown.expression)",
                    place: node.place(ofWord: unknown.name, in: template),
                    path: path.description,
                    fix: "\(near)\(unknown.owner): \(unknown.known.joined(separator: ", "))"
                )
            )
        }
    }
}

extension ManifestNode {
    /// The place of the first mention of a name in a template.
    fileprivate func place(ofWord name: String, in template: Template) -> Place? {
        let start = template.source.firstRange(of: name)?.lowerBound
        let offset = start.map { template.source.utf8.distance(from: template.source.startIndex, to: $0) }
        return place(ofTemplateRange: offset.map { $0..<($0 + name.utf8.count) })
    }

    /// The place of a part of a template, by UTF-8 offsets into its text.
    func place(ofTemplateRange range: Range<Int>?) -> Place? {
        guard let range, let written, let place else { return place }
        let start = written.position(atUTF8Offset: range.lowerBound)
        let end = written.position(atUTF8Offset: range.upperBound)
        return Place(file: place.file, range: SourceRange(start: start, end: max(start, end)))
    }
}
