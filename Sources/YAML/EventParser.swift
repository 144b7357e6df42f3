import CLibYAML

/// Pulls events out of libyaml's parser and turns its faults into errors.
///
/// This file and ``Composer`` are the only ones that see libyaml's types. Its lines and columns start at 0 and are
/// converted in `position(_:)`, nowhere else.
final class EventParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let file: SourceFile
    private let patch: SurrogatePatch

    /// Prepares to parse bytes, which must stay where they are as long as the parser lives.
    init(bytes: UnsafeBufferPointer<UInt8>, file: SourceFile, patch: SurrogatePatch) throws(YAMLError) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        self.file = file
        self.patch = patch
        guard yaml_parser_initialize(parser) == 1 else {
            // libyaml leaves the parser zeroed, so that deleting it is allowed.
            throw YAMLError(kind: .memory, message: "out of memory", position: .start, file: file)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Frees the last event and reads the next one, which stays valid until the next call.
    func next() throws(YAMLError) -> UnsafePointer<yaml_event_t> {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw fault() }
        return UnsafePointer(event)
    }

    /// The range of an event.
    func range(of event: UnsafePointer<yaml_event_t>) -> SourceRange {
        SourceRange(start: position(event.pointee.start_mark), end: position(event.pointee.end_mark))
    }

    /// The place of a mark: from 0 to 1, and back over what a surrogate patch has shortened.
    func position(_ mark: yaml_mark_t) -> Position {
        patch.position(inPatched: Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
    }

    private func fault() -> YAMLError {
        let state = parser.pointee
        let kind: YAMLError.Kind =
            switch state.error {
            case YAML_MEMORY_ERROR: .memory
            case YAML_READER_ERROR: .encoding
            case YAML_SCANNER_ERROR: .scanner
            default: .parser
            }
        let isRead = state.error == YAML_READER_ERROR || state.error == YAML_MEMORY_ERROR
        let position = isRead ? file.position(ofOffset: Int(state.problem_offset)) : position(state.problem_mark)
        let context = state.context.map { context in
            YAMLError.Context(message: String(cString: context), position: self.position(state.context_mark))
        }
        let message = state.problem.map { String(cString: $0) } ?? "out of memory"
        return YAMLError(
            kind: kind,
            message: message,
            position: position,
            file: file,
            context: context,
            hint: SyntaxHint.hint(for: message, at: position, context: context, in: file)
        )
    }
}
