/// Writes CRM context: objects of a call, and of a person in a call.
struct ContextRenderer {
    let workspace: Workspace
    let selector: ContentSelector

    private static let timings: [StaticString] = ["Now", "TimeOfCall"]
    private static let fieldNames: [StaticString] = [
        "StageName", "Amount", "IsWon", "CloseDate", "Description", "ForecastCategory", "NextStep", "Probability",
        "Owner_Region__c", "LeadSource", "Renewal_Date__c", "Competitor__c",
    ]

    /// Writes the `context` member of a call: `[]` for a target of 0, otherwise objects up to the target in bytes.
    func writeCallContext(_ call: Call, target: Int, to object: inout JSONWriter) {
        var draws = workspace.draws(.extensive, call.index &+ 1 << 40)
        object.array("context") { array in
            guard target > 0 else { return }
            writeSystem(to: &array) { objects in
                writeObjects("Opportunity", prefix: "006", target: target / 4, &draws, to: &objects)
                writeObjects("Account", prefix: "001", target: target / 4, &draws, to: &objects)
            }
        }
    }

    /// Writes the `context` member of a person: usually `[]`, otherwise one CRM contact.
    func writePartyContext(_ party: Party, to object: inout JSONWriter) {
        var draws = Draws(seed: party.id.number, .party, 0)
        object.array("context") { array in
            guard selector.context != .none, !party.isInternal, draws.chance(0.6) else { return }
            writeSystem(to: &array) { objects in
                writeObjects("Contact", prefix: "003", target: 120, &draws, to: &objects)
            }
        }
    }

    private func writeSystem(to array: inout JSONWriter, _ objects: (inout JSONWriter) -> Void) {
        array.object { system in
            system.field("system", "Salesforce" as StaticString)
            system.array("objects", objects)
        }
    }

    /// Writes the object once for each timing that was asked for.
    private func writeObjects(
        _ type: StaticString,
        prefix: StaticString,
        target: Int,
        _ draws: inout Draws,
        to objects: inout JSONWriter
    ) {
        let number = draws.below(1_000_000_000)
        for timing in Self.timings where selector.timings.contains(timing.description) {
            objects.object { object in
                object.field("objectType", type)
                object.text("objectId") { text in
                    text.raw(prefix)
                    text.raw("3x0000")
                    text.digits(number, width: 9)
                }
                object.array("fields") { fields in
                    if selector.context == .extended { writeFields(target: target, &draws, to: &fields) }
                }
                object.field("timing", timing)
            }
        }
    }

    private func writeFields(target: Int, _ draws: inout Draws, to fields: inout JSONWriter) {
        let start = fields.count
        var position = 0
        repeat {
            fields.object { field in
                field.field("name", Self.fieldNames[position % Self.fieldNames.count])
                writeValue(position, &draws, to: &field)
            }
            position += 1
        } while fields.count - start < target
    }

    /// Writes values of every JSON type in turn.
    private func writeValue(_ position: Int, _ draws: inout Draws, to field: inout JSONWriter) {
        switch position % 6 {
        case 1: field.field("value", Hundredths(value: draws.below(20_000_000)))
        case 2: field.field("value", draws.chance(0.3))
        case 3: field.field("value", Bool?.none)
        case 5: field.field("value", draws.below(100))
        default: field.field("value", workspace.text.sentence(&draws))
        }
    }
}
