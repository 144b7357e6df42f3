package import Jinja

/// The variables that the templates of a field may read.
package struct TemplateVariables: Sendable {
    /// The names, in the order of the reference pages.
    package let names: [String]
    let symbols: [Symbol]

    private init(_ names: [String]) {
        self.names = names
        symbols = names.map { Vocabulary.manifest[$0] }
    }

    /// These and others.
    package func and(_ others: String...) -> TemplateVariables { TemplateVariables(names + others) }

    /// All that a manifest has anywhere.
    package static let all = TemplateVariables(Vocabulary.manifest.names)
    /// What is known before anything is read.
    package static let config = TemplateVariables(["config", "parameters"])
    /// What is known of a slice.
    package static let slice = config.and("stream_slice", "stream_interval", "stream_partition")
    /// What is known when a page is requested.
    package static let request = slice.and("next_page_token")
    /// What is known when a request is made, which may be about a job.
    package static let requester = request.and("creation_response", "polling_response", "download_target")
    /// What is known when a page has come.
    package static let page = request.and("response", "headers", "last_record", "last_page_size", "page_size")
    /// What is known of a response that may be a failure.
    package static let response = config.and("response", "headers", "request_url")
    /// What is known of a record.
    package static let record = request.and("record")
    /// What is known of a field that is added to a record.
    package static let addition = record.and("value", "path")
}

extension Template {
    /// The free variables that are not among some, in alphabetical order.
    func variables(besides known: [Symbol]) -> [String] {
        // Most templates read what they may, and no set is made for them.
        reads(only: known) ? [] : variables.subtracting(known.map(\.name)).sorted()
    }
}
