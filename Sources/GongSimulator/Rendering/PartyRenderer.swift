/// Writes a person of a call.
///
/// Members without a value are left out, except `speakerId`, which is null.
struct PartyRenderer {
    let workspace: Workspace
    let selector: ContentSelector

    func write(_ party: Party, of call: Call, to array: inout JSONWriter) {
        array.object { object in
            object.field("id", party.id)
            if let user = party.user {
                writeUser(user, to: &object)
            } else {
                writeGuest(party, to: &object)
            }
            object.field("speakerId", party.speaker)
            ContextRenderer(workspace: workspace, selector: selector).writePartyContext(party, to: &object)
            object.field("affiliation", (party.isInternal ? "Internal" : "External") as StaticString)
            if !party.isInternal && party.nameDraw % 4 == 0 {
                object.field("phoneNumber", "+49 30 5550100" as StaticString)
            }
            object.array("methods") { methods in
                if call.scheduled != nil { methods.element("Invitee" as StaticString) }
                if party.speaker != nil { methods.element("Attendee" as StaticString) }
            }
        }
    }

    private func writeUser(_ index: Int, to object: inout JSONWriter) {
        let user = workspace.user(at: index)
        object.field("emailAddress", user.emailAddress)
        object.field("name", user.firstName + " " + user.lastName)
        if let title = user.title { object.field("title", title) }
        object.field("userId", user.id)
    }

    /// Guests are known to different degrees: some by nothing at all, as dial-in callers are.
    private func writeGuest(_ party: Party, to object: inout JSONWriter) {
        let known = party.nameDraw % 8
        guard known > 0 else { return }
        let firstNames = party.isUnicode ? NamePool.unicodeFirstNames : NamePool.firstNames
        let lastNames = party.isUnicode ? NamePool.unicodeLastNames : NamePool.lastNames
        let first = firstNames[party.nameDraw / 8 % firstNames.count]
        let last = lastNames[party.nameDraw / 80 % lastNames.count]
        if known > 2 { object.field("emailAddress", first.mailbox + "." + last.mailbox + "@guest.example.com") }
        object.field("name", first.text + " " + last.text)
        if known > 4 { object.field("title", NamePool.jobs[party.nameDraw / 800 % NamePool.jobs.count]) }
    }
}
