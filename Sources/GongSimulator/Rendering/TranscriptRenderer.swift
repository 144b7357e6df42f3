/// Writes the transcript of a call: monologues of the people who spoke, up to the target size.
struct TranscriptRenderer {
    let workspace: Workspace

    /// Writes the call's item of calls/transcript.
    func write(_ call: Call, to writer: inout JSONWriter) {
        let speakers = workspace.parties(of: call).compactMap(\.speaker)
        var draws = workspace.draws(.transcript, call.index)
        let target = workspace.options.size.transcriptBytes * draws.within(50...150) / 100
        var clock = 160
        writer.object { object in
            object.field("callId", call.id)
            object.array("transcript") { array in
                let start = array.count
                repeat {
                    writeMonologue(of: draws.pick(speakers), clock: &clock, &draws, to: &array)
                } while array.count - start < target
            }
        }
    }

    /// Writes one monologue and moves the clock, in milliseconds, to its end.
    private func writeMonologue(
        of speaker: Identifier,
        clock: inout Int,
        _ draws: inout Draws,
        to array: inout JSONWriter
    ) {
        let sentences = workspace.options.size.transcriptBytes < 5_000 ? 1 : draws.within(1...12)
        let topic = draws.chance(0.4) ? draws.pick(NamePool.topics) : nil
        array.object { monologue in
            monologue.field("speakerId", speaker)
            monologue.field("topic", topic)
            monologue.array("sentences") { array in
                for _ in 0..<sentences {
                    let end = clock + draws.within(580...6_000)
                    array.object { sentence in
                        sentence.field("start", clock)
                        sentence.field("end", end)
                        sentence.field("text", workspace.text.sentence(&draws))
                    }
                    clock = end
                }
            }
        }
    }
}
