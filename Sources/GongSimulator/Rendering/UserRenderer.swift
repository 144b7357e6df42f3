/// Writes a user as in GET users, or with the one member more that users/extensive fills.
struct UserRenderer {
    let workspace: Workspace
    /// True to fill `meetingConsentPageUrl`, which GET users leaves null.
    let fillsConsentPage: Bool

    /// Writes the user at a position as one object.
    func write(_ index: Int, to writer: inout JSONWriter) {
        let user = workspace.user(at: index)
        writer.object { object in
            object.field("id", user.id)
            object.field("emailAddress", user.emailAddress)
            object.field("created", workspace.timestamp(user.created, liveDigits: 3))
            object.field("active", user.isActive)
            object.array("emailAliases") { aliases in
                if index % 7 == 0 { aliases.element("alias\(index)@example.com") }
            }
            object.field("trustedEmailAddress", Bool?.none)
            object.field("firstName", user.firstName)
            object.field("lastName", user.lastName)
            object.field("title", user.title)
            object.field("phoneNumber", index % 3 == 0 ? "+49 30 5550100" as StaticString : nil)
            object.field("extension", Bool?.none)
            object.array("personalMeetingUrls") { $0.element("https://meet.example.com/u/\(index)") }
            writeSettings(index, to: &object)
            object.field("managerId", user.manager.map { workspace.userID(at: $0) })
            object.field("meetingConsentPageUrl", fillsConsentPage ? "https://join.example.com/\(index)" : nil)
            object.field("conferencingProviders", Bool?.none)
            writeLanguages(index, to: &object)
        }
    }

    private func writeSettings(_ index: Int, to object: inout JSONWriter) {
        object.object("settings") { settings in
            settings.field("webConferencesRecorded", true)
            settings.field("preventWebConferenceRecording", false)
            settings.field("telephonyCallsImported", index % 2 == 0)
            settings.field("emailsImported", index % 5 != 0)
            settings.field("preventEmailImport", false)
            settings.field("nonRecordedMeetingsImported", true)
            settings.field("gongConnectEnabled", false)
        }
    }

    private func writeLanguages(_ index: Int, to object: inout JSONWriter) {
        object.array("spokenLanguages") { array in
            guard index % 4 != 3 else { return }
            array.object { language in
                language.field("language", (index % 2 == 0 ? "en-US" : "de-DE") as StaticString)
                language.field("primary", true)
            }
        }
    }
}
