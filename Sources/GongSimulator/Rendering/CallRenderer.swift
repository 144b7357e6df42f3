/// Writes the 20 members of a call, the same in GET calls and in `metaData` of calls/extensive.
struct CallRenderer {
    let workspace: Workspace

    private static let systems: [StaticString] = ["Zoom", "Google Meet", "Microsoft Teams", "Webex"]
    private static let phoneSystems: [StaticString] = ["Outreach", "Upload API", "Aircall"]
    private static let languages: [StaticString] = ["eng", "eng", "eng", "fre", "ger", "spa", "jpn", "und", "zxx"]

    /// Writes the call as one object: an array element, or the value after a key.
    func write(_ call: Call, to writer: inout JSONWriter) {
        var draws = workspace.draws(.callDetail, call.index)
        writer.object { object in
            object.field("id", call.id)
            object.text("url") { writeURL(of: call, to: &$0) }
            writeTitle(&draws, to: &object)
            object.field("scheduled", call.scheduled.map { workspace.timestamp($0) })
            object.field("started", workspace.timestamp(call.started))
            object.field("duration", call.duration)
            object.field("primaryUserId", primaryUserID(of: call))
            writeKind(of: call, &draws, to: &object)
            writeExtras(of: call, &draws, to: &object)
        }
    }

    /// The host's id; null in a company without users.
    private func primaryUserID(of call: Call) -> Identifier? {
        workspace.options.users > 0 ? workspace.userID(at: call.primaryUser) : nil
    }

    private func writeURL(of call: Call, to writer: inout JSONWriter) {
        writer.raw("https://us-10001.app.gong.io/call?id=")
        writer.digits(call.id.number)
    }

    private func writeTitle(_ draws: inout Draws, to object: inout JSONWriter) {
        let kind = draws.pick(NamePool.callKinds)
        let isUnicode = draws.chance(workspace.options.unicodeShare)
        let company = draws.pick(isUnicode ? NamePool.unicodeCompanies : NamePool.companies)
        object.text("title") { text in
            text.raw(kind)
            text.raw(isUnicode ? " — " : " - ")
            text.raw(company)
        }
    }

    private func writeKind(of call: Call, _ draws: inout Draws, to object: inout JSONWriter) {
        let phoneDirections: [StaticString] = ["Inbound", "Outbound", "Unknown"]
        let scopes: [StaticString] = ["External", "External", "External", "Internal", "Unknown"]
        object.field("direction", call.isConference ? "Conference" : draws.pick(phoneDirections))
        object.field("system", draws.pick(call.isConference ? Self.systems : Self.phoneSystems))
        object.field("scope", draws.pick(scopes))
        object.field("media", (call.isConference ? "Video" : "Audio") as StaticString)
        object.field("language", draws.pick(Self.languages))
        object.field("workspaceId", workspace.workspaceID(at: call.workspace))
    }

    private func writeExtras(of call: Call, _ draws: inout Draws, to object: inout JSONWriter) {
        let number = draws.below(1_000_000_000)
        object.field("sdrDisposition", draws.chance(0.1) ? "Got the gatekeeper" as StaticString : nil)
        if draws.chance(0.2) {
            object.text("clientUniqueId") { text in
                text.raw("crm-")
                text.digits(UInt64(number))
            }
        } else {
            object.field("clientUniqueId", Bool?.none)
        }
        object.field("customData", draws.chance(0.1) ? #"{"batch":7}"# : nil)
        object.field("purpose", draws.chance(0.3) ? "Demo Call" as StaticString : nil)
        writeMeeting(of: call, number: number, to: &object)
    }

    private func writeMeeting(of call: Call, number: Int, to object: inout JSONWriter) {
        if call.isConference {
            object.text("meetingUrl") { text in
                text.raw("https://meet.example.com/j/")
                text.digits(UInt64(number))
            }
        } else {
            object.field("meetingUrl", Bool?.none)
        }
        object.field("isPrivate", call.isPrivate)
        if call.scheduled != nil {
            object.text("calendarEventId") { text in
                text.digits(UInt64(number))
                text.raw("@example.com")
            }
        } else {
            object.field("calendarEventId", Bool?.none)
        }
    }
}
