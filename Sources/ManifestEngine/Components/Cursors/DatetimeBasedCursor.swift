package import Dates
package import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Reads a stream by the times of its records: from the state on, in windows of a given length.
///
/// Manifest type `DatetimeBasedCursor`. State: `{<cursor_field>: <time>}`, with a partition router the form of
/// `PartitionedProgress`. Durations are ISO 8601, such as `P1D`, `PT1H` or `P1M`; months follow the calendar.
/// Throws a configuration failure for a start, end, duration or state that cannot be read.
package struct DatetimeBasedCursor: Component, CursorDefinition {
    package static let typeName = "DatetimeBasedCursor"
    package static let summary = "Reads a stream by the times of its records, in intervals."
    package static let details = """
        The state is `{<cursor_field>: <time>}`, with a partition router one for each partition. Durations are \
        those of ISO 8601, such as `P1D`, `PT1H` or `P1M`; months follow the calendar.
        """
    package static let example = """
        type: DatetimeBasedCursor
        cursor_field: updated_at
        datetime_format: "%Y-%m-%dT%H:%M:%SZ"
        start_datetime:
          type: MinMaxDatetime
          datetime: "{{ config['start_date'] }}"
          datetime_format: "%Y-%m-%d"
        step: P1M
        cursor_granularity: PT1S
        start_time_option:
          type: RequestOption
          inject_into: request_parameter
          field_name: updated_after
        """

    private static let cursorField = Field.required(
        "cursor_field",
        .template(reads: .config),
        "Top-level record field with the time."
    )
    private static let datetimeFormat = Field.required(
        "datetime_format",
        .string(.dateFormat(nil)),
        "Format of slices and state."
    )
    private static let startDatetime = Field.required(
        "start_datetime",
        .either([
            .component(ComponentRegistry.datetimes, default: "MinMaxDatetime"), .template(reads: .config),
        ]),
        "Nothing before this is read."
    )
    private static let endDatetime = Field(
        "end_datetime",
        .either([
            .component(ComponentRegistry.datetimes, default: "MinMaxDatetime"), .template(reads: .config),
        ]),
        "Where reading ends; by default the present moment."
    )
    private static let cursorDatetimeFormats = Field(
        "cursor_datetime_formats",
        .list(.string(.dateFormat(.warning))),
        "Formats of the times in records and states, tried in order before `datetime_format`."
    )
    private static let step = Field("step", .template(.duration, reads: .config), "Longest interval of a slice.")
    private static let cursorGranularity = Field(
        "cursor_granularity",
        .string(.duration),
        "Smallest unit of `datetime_format`: a slice ends one unit before the next one starts."
    )
    private static let lookbackWindow = Field(
        "lookback_window",
        .template(.duration, reads: .config),
        "How far before the state a sync starts."
    )
    private static let startTimeOption = Field(
        "start_time_option",
        .component(ComponentRegistry.requestOptions, default: "RequestOption"),
        "Where in the request the start of a slice goes."
    )
    private static let endTimeOption = Field(
        "end_time_option",
        .component(ComponentRegistry.requestOptions, default: "RequestOption"),
        "Where in the request the end of a slice goes."
    )
    private static let partitionFieldStart = Field(
        "partition_field_start",
        .template(reads: .config),
        default: "start_time",
        "Name that templates use for the start of a slice."
    )
    private static let partitionFieldEnd = Field(
        "partition_field_end",
        .template(reads: .config),
        default: "end_time",
        "Name that templates use for the end of a slice."
    )
    private static let isDataFeed = Field(
        "is_data_feed",
        .boolean,
        default: false,
        "Whether the API lists newest records first and cannot filter: paging stops outside the window."
    )
    private static let isClientSideIncremental = Field(
        "is_client_side_incremental",
        .boolean,
        default: false,
        "Whether records outside the window are dropped after they were read."
    )
    private static let isCompareStrictly = Field(
        "is_compare_strictly",
        .boolean,
        default: false,
        "Whether slices that start where they end are left out."
    )
    private static let globalSubstreamCursor = Field(
        "global_substream_cursor",
        .boolean,
        default: false,
        "Whether all partitions share one state."
    )
    private static let allowCatalogDefinedCursorField = Field(
        "allow_catalog_defined_cursor_field",
        .boolean,
        default: false,
        "Whether the catalog may name another cursor field."
    )
    private static let clamping = Field(
        "clamping",
        .object(CursorClampingTarget.fields),
        "Aligns slices with the start of periods."
    )
    package static let fields = [
        cursorField, datetimeFormat, startDatetime, endDatetime, cursorDatetimeFormats, step, cursorGranularity,
        lookbackWindow, startTimeOption, endTimeOption, partitionFieldStart, partitionFieldEnd, isDataFeed,
        isClientSideIncremental, isCompareStrictly, globalSubstreamCursor, allowCatalogDefinedCursorField, clamping,
    ]

    private let cursorField: TemplateText
    private let format: CursorFormat
    private let start: MinMaxDatetime
    private let end: MinMaxDatetime?
    private let step: TemplateText?
    private let granularity: ISO8601Duration?
    private let lookback: TemplateText?
    private let clamping: CursorClampingTarget?
    private let isCompareStrictly: Bool
    private let startField: TemplateText
    private let endField: TemplateText
    private let startOption: RequestOption?
    private let endOption: RequestOption?
    package let allowsCatalogCursorField: Bool
    package let isClientSideIncremental: Bool
    package let isDataFeed: Bool
    package let isGlobal: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        stepFaults(in: mapping) + unitFaults(in: mapping) + formatFaults(in: mapping)
            + [mapping[clamping.name]?.mapping.flatMap { CursorClampingTarget.fault(in: $0, of: clamping) }]
            .compactMap { $0 }
    }

    private static func stepFaults(in mapping: ManifestMapping) -> [FieldFault] {
        let hasStep = mapping[step.name]?.isTruthy ?? false
        let hasGranularity = mapping[cursorGranularity.name]?.isTruthy ?? false
        guard hasStep != hasGranularity else { return [] }
        let (given, missing) = hasStep ? (step, cursorGranularity) : (cursorGranularity, step)
        let message = "'\(given.name)' works only together with '\(missing.name)'"
        return [FieldFault(given.name, message, fix: "add '\(missing.name)', such as \"P1D\"")]
    }

    private static func unitFaults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let text = mapping[cursorGranularity.name]?.string, let pattern = mapping[datetimeFormat.name]?.string,
            let granularity = try? ISO8601Duration.parse(text), writtenUnit(pattern, coarserThan: granularity) != nil
        else { return [] }
        let unit = DatePrecision.text(of: pattern) ?? ""
        return [
            FieldFault(
                cursorGranularity.name,
                code: "no-effect",
                "'cursor_granularity' \(text) is finer than the smallest unit of 'datetime_format', \(unit)",
                fix: "write cursor_granularity: \(unit), or a datetime_format with smaller units",
                severity: .warning
            )
        ]
    }

    /// Formats that cannot be parsed with, and moments that do not fit theirs.
    ///
    /// The start is read before anything else, so what is wrong with it is refused; the rest is met later or never.
    private static func formatFaults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let format = mapping[datetimeFormat.name], let pattern = format.string else { return [] }
        let needsFormat = mapping[startDatetime.name].map { !MinMaxDatetime.hasOwnFormat($0) } ?? false
        let own = MinMaxDatetime.formatFault(
            format,
            of: datetimeFormat.name,
            in: datetimeFormat,
            severity: needsFormat ? .error : .warning
        )
        let moments = [(startDatetime, Diagnostic.Severity.error), (endDatetime, .warning)].flatMap {
            field,
            severity in
            mapping[field.name].map { MinMaxDatetime.faults(in: $0, of: field, format: pattern, severity) } ?? []
        }
        return [own].compactMap { $0 } + moments
    }

    package init(_ reader: ComponentReader) throws {
        cursorField = try reader.template(Self.cursorField)
        format = CursorFormat(
            output: try reader.string(Self.datetimeFormat),
            inputs: reader.strings(Self.cursorDatetimeFormats)
        )
        start = try Self.datetime(Self.startDatetime, reader) ?? MinMaxDatetime(reader.template(Self.startDatetime))
        end = try Self.datetime(Self.endDatetime, reader)
        step = try reader.optionalTemplate(Self.step)
        lookback = try reader.optionalTemplate(Self.lookbackWindow)
        granularity = try Self.granularity(reader)
        clamping = try reader.object(Self.clamping).map(CursorClampingTarget.init)
        isCompareStrictly = reader.bool(Self.isCompareStrictly)
        startField = try reader.template(Self.partitionFieldStart)
        endField = try reader.template(Self.partitionFieldEnd)
        startOption = try reader.optionalComponent(Self.startTimeOption, ComponentRegistry.requestOptions)
        endOption = try reader.optionalComponent(Self.endTimeOption, ComponentRegistry.requestOptions)
        allowsCatalogCursorField = reader.bool(Self.allowCatalogDefinedCursorField)
        isClientSideIncremental = reader.bool(Self.isClientSideIncremental)
        isDataFeed = reader.bool(Self.isDataFeed)
        isGlobal = reader.bool(Self.globalSubstreamCursor)
    }

    private static func datetime(_ field: Field, _ reader: ComponentReader) throws -> MinMaxDatetime? {
        if let component = try reader.optionalComponent(field, ComponentRegistry.datetimes) { return component }
        guard let template = try reader.optionalTemplate(field), !template.source.isEmpty else { return nil }
        return MinMaxDatetime(template)
    }

    /// The unit that a format writes, if it is coarser than a granularity.
    private static func writtenUnit(_ pattern: String, coarserThan granularity: ISO8601Duration?) -> ISO8601Duration? {
        guard let granularity, let unit = DatePrecision.unit(of: pattern) else { return nil }
        return DatePrecision.isFiner(granularity, than: unit) ? unit : nil
    }

    private static func granularity(_ reader: ComponentReader) throws -> ISO8601Duration? {
        guard let text = reader.optionalString(cursorGranularity), !text.isEmpty else { return nil }
        let duration = try ISO8601Duration.parse(text)
        return duration.isZero ? nil : duration
    }

    // MARK: Running

    package func cursorField(in scope: Scope) throws -> String { try cursorField.text(in: scope) }
    package var fieldPlace: Place? { cursorField.origin.place }

    package func moment(of state: JSONObject, isPartitioned: Bool, in scope: Scope) throws -> DateTime? {
        let state = isPartitioned ? state["state"]?.object ?? [:] : state
        let value: JSONValue?
        if state["state_type"]?.string == "date-range" {
            let first = state["slices"]?.array?.first
            value = [first?["most_recent_cursor_value"], first?["end"]].compactMap(\.self).first(where: \.isTruthy)
        } else {
            value = state[try cursorField(in: scope)]
        }
        return value.flatMap { $0.isTruthy ? format.read($0)?.moment : nil }
    }

    package func makeCursor(_ setup: CursorSetup, in scope: Scope) throws -> any StreamCursor {
        let rules = try rules(setup, in: scope)
        guard setup.hasPartitionRouter else { return try DatetimeStreamCursor(rules, state: setup.state) }
        return try PartitionedStreamCursor(rules, state: setup.state, isGlobal: setup.isGlobal || isGlobal)
    }

    /// The cursor with its templates evaluated.
    func rules(_ setup: CursorSetup, in scope: Scope) throws -> DatetimeCursorRules {
        let field = try setup.catalogField(isAllowed: allowsCatalogCursorField) ?? cursorField(in: scope)
        let clamping = try clamping?.evaluate(in: scope)
        let cutter = SliceCutter(
            start: CursorInstant(try start.moment(format: format.output, in: scope)),
            step: try Self.duration(step, Self.step, in: scope),
            granularity: granularity,
            writtenUnit: Self.writtenUnit(format.output.pattern, coarserThan: granularity),
            lookback: try Self.duration(lookback, Self.lookbackWindow, in: scope),
            clamping: clamping,
            isCompareStrictly: isCompareStrictly
        )
        return DatetimeCursorRules(
            streamName: setup.streamName,
            cursorField: field,
            key: JSONKey(field),
            format: format,
            cutter: cutter,
            end: CursorEnd(limit: end, format: format.output, clamping: clamping, granularity: granularity),
            startField: try startField.text(in: scope),
            endField: try endField.text(in: scope),
            notices: CursorNotices(streamName: setup.streamName, cursorField: field, messages: setup.messages)
        )
    }

    /// The duration a template gives; nil for none and for one of zero length.
    private static func duration(
        _ template: TemplateText?,
        _ field: Field,
        in scope: Scope
    ) throws -> ISO8601Duration? {
        guard let template else { return nil }
        let text = try template.text(in: scope)
        if ["", "None", "False", "0", "0.0"].contains(text) { return nil }
        guard let duration = try? ISO8601Duration.parse(text), !duration.isBackward else {
            let message = "'\(field.name)' evaluates to '\(text)', which is not a duration such as P1D."
            throw EngineFailure(.config, message, detail: "From \(template.source).")
        }
        return duration.isZero ? nil : duration
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        var parts = RequestParts()
        if let startOption, let start = slice.cursor[try startField.text(in: scope)] {
            try startOption.inject(start, into: &parts, in: scope)
        }
        if let endOption, let end = slice.cursor[try endField.text(in: scope)] {
            try endOption.inject(end, into: &parts, in: scope)
        }
        return parts
    }
}
