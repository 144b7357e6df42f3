/// Writes a call of calls/extensive: `metaData` and the parts that the selector asks for.
///
/// The text parts grow until they reach their share of the target size, so that records have realistic sizes.
struct ExtensiveCallRenderer {
    let workspace: Workspace
    let selector: ContentSelector
    /// Number of the request; media links are signed with it and so change on each.
    let requestNumber: UInt64
    /// False for tokens without the media scope: links are left out.
    let mayReadMedia: Bool

    /// Writes the call as one object.
    func write(_ call: Call, to writer: inout JSONWriter) {
        let parties = workspace.parties(of: call)
        writer.object { object in
            object.key("metaData")
            CallRenderer(workspace: workspace).write(call, to: &object)
            if selector.context != .none {
                let target = call.isSparse ? 0 : workspace.options.size.extensiveBytes * 14 / 100
                ContextRenderer(workspace: workspace, selector: selector)
                    .writeCallContext(call, target: target, to: &object)
            }
            if selector.parties { writeParties(parties, of: call, to: &object) }
            if !selector.content.isEmpty {
                CallContentRenderer(workspace: workspace, call: call, parties: parties, asked: selector.content)
                    .write(to: &object)
            }
            if !selector.interaction.isEmpty { writeInteraction(parties, of: call, to: &object) }
            if selector.collaboration { writeCollaboration(parties, of: call, to: &object) }
            if selector.media && mayReadMedia && !call.isSparse { writeMedia(of: call, to: &object) }
        }
    }

    private func writeParties(_ parties: [Party], of call: Call, to object: inout JSONWriter) {
        let renderer = PartyRenderer(workspace: workspace, selector: selector)
        object.array("parties") { array in
            for party in parties { renderer.write(party, of: call, to: &array) }
        }
    }

    private func writeInteraction(_ parties: [Party], of call: Call, to object: inout JSONWriter) {
        var draws = workspace.draws(.extensive, call.index)
        let asked = selector.interaction
        object.object("interaction") { interaction in
            if asked.contains("speakers") { writeSpeakers(parties, of: call, &draws, to: &interaction) }
            if asked.contains("personInteractionStats") { writeStats(of: call, &draws, to: &interaction) }
            if asked.contains("video") && call.isConference && !call.isSparse {
                writeVideo(of: call, &draws, to: &interaction)
            }
            if asked.contains("questions") {
                interaction.object("questions") { questions in
                    questions.field("companyCount", call.isSparse ? 0 : draws.below(20))
                    questions.field("nonCompanyCount", call.isSparse ? 0 : draws.below(12))
                }
            }
        }
    }

    private func writeSpeakers(
        _ parties: [Party],
        of call: Call,
        _ draws: inout Draws,
        to interaction: inout JSONWriter
    ) {
        interaction.array("speakers") { array in
            guard !call.isSparse else { return }
            for party in parties where party.speaker != nil {
                array.object { speaker in
                    speaker.field("id", party.id)
                    speaker.field("userId", party.user.map { workspace.userID(at: $0) })
                    speaker.field("talkTime", Hundredths(value: draws.below(call.duration) * 100))
                }
            }
        }
    }

    private func writeStats(of call: Call, _ draws: inout Draws, to interaction: inout JSONWriter) {
        let names: [StaticString] = ["Longest Monologue", "Longest Customer Story", "Interactivity", "Patience"]
        interaction.array("interactionStats") { array in
            guard !call.isSparse else { return }
            array.object { stat in
                stat.field("name", "Talk Ratio" as StaticString)
                stat.field("value", Hundredths(value: draws.below(100)))
            }
            for name in names {
                array.object { stat in
                    stat.field("name", name)
                    stat.field("value", draws.below(300))
                }
            }
        }
    }

    private func writeVideo(of call: Call, _ draws: inout Draws, to interaction: inout JSONWriter) {
        let names: [StaticString] = ["Presentation", "WebcamPrimaryUser", "WebcamNonCompany", "Browser"]
        interaction.array("video") { array in
            for name in names.prefix(draws.within(1...4)) {
                array.object { video in
                    video.field("name", name)
                    video.field("duration", Hundredths(value: draws.below(call.duration) * 100))
                }
            }
        }
    }

    private func writeCollaboration(_ parties: [Party], of call: Call, to object: inout JSONWriter) {
        var draws = workspace.draws(.extensive, ~call.index)
        let hasComments = !call.isSparse && workspace.options.users > 0 && draws.chance(0.6)
        let target = workspace.options.size.extensiveBytes * 5 / 100
        object.object("collaboration") { collaboration in
            guard hasComments else { return }
            collaboration.array("publicComments") { array in
                let start = array.count
                repeat { writeComment(on: call, &draws, to: &array) } while array.count - start < target
            }
        }
    }

    private func writeComment(on call: Call, _ draws: inout Draws, to array: inout JSONWriter) {
        let second = draws.below(call.duration)
        array.object { comment in
            comment.field(
                "id",
                Identifier(number: 3_000_000_000_000_000_000 + draws.next() % 1_000_000_000_000_000_000)
            )
            comment.field("audioStartTime", Hundredths(value: second * 100))
            comment.field("audioEndTime", Hundredths(value: (second + 5) * 100))
            comment.field("commenterUserId", workspace.userID(at: draws.below(workspace.options.users)))
            comment.field("comment", workspace.text.sentence(&draws))
            comment.field("posted", workspace.timestamp(call.started.adding(seconds: 3_600 + draws.below(3_600))))
            comment.field("inReplyTo", Bool?.none)
            comment.field("duringCall", draws.chance(0.2))
        }
    }

    private func writeMedia(of call: Call, to object: inout JSONWriter) {
        let signature = Digest.hexadecimal(Digest.combine(call.id.number, requestNumber))
        object.object("media") { media in
            media.text("audioUrl") { writeLink(to: call, ending: "mp3", signature, to: &$0) }
            if call.isConference { media.text("videoUrl") { writeLink(to: call, ending: "mp4", signature, to: &$0) } }
        }
    }

    private func writeLink(
        to call: Call,
        ending: StaticString,
        _ signature: String,
        to text: inout JSONWriter
    ) {
        text.raw("https://media.example.com/")
        text.digits(call.id.number)
        text.raw(".")
        text.raw(ending)
        text.raw("?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=28799&X-Amz-Signature=")
        text.raw(signature.utf8)
    }
}
