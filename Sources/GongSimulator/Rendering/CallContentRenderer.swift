/// Writes the `content` part of a call: only members that were asked for and that the call has.
struct CallContentRenderer {
    let workspace: Workspace
    let call: Call
    let parties: [Party]
    /// Names of the members asked for, as in `contentSelector.exposedFields.content`.
    let asked: Set<String>

    /// Writes the member `content`; a sparse call has empty topics and trackers and nothing else.
    func write(to object: inout JSONWriter) {
        var draws = workspace.draws(.extensive, call.index &+ 1 << 41)
        let factor = draws.within(50...150)
        object.object("content") { content in
            if asked.contains("structure") && !call.isSparse { writeStructure(&draws, to: &content) }
            if asked.contains("topics") { writeTopics(&draws, to: &content) }
            if asked.contains("trackers") { writeTrackers(target: target(25, factor), &draws, to: &content) }
            guard !call.isSparse else { return }
            if asked.contains("brief") { writeBrief(&draws, to: &content) }
            if asked.contains("outline") { writeOutline(target: target(26, factor), &draws, to: &content) }
            if asked.contains("highlights") { writeHighlights(target: target(8, factor), &draws, to: &content) }
            if asked.contains("callOutcome") && draws.chance(0.7) { writeOutcome(to: &content) }
            if asked.contains("keyPoints") { writeKeyPoints(target: target(8, factor), &draws, to: &content) }
        }
    }

    /// A share of the record's size in bytes; both arguments are percentages.
    private func target(_ share: Int, _ factor: Int) -> Int {
        workspace.options.size.extensiveBytes * share * factor / 10_000
    }

    private func writeStructure(_ draws: inout Draws, to content: inout JSONWriter) {
        let names: [StaticString] = ["Meeting Setup", "Main Discussion", "Wrap-up"]
        content.array("structure") { array in
            for name in names {
                array.object { part in
                    part.field("name", name)
                    part.field("duration", draws.below(call.duration))
                }
            }
        }
    }

    private func writeTopics(_ draws: inout Draws, to content: inout JSONWriter) {
        content.array("topics") { array in
            guard !call.isSparse else { return }
            for name in NamePool.topics {
                array.object { topic in
                    topic.field("name", name)
                    topic.field("duration", draws.chance(0.3) ? 0 : draws.below(call.duration))
                }
            }
        }
    }

    private func writeTrackers(target: Int, _ draws: inout Draws, to content: inout JSONWriter) {
        content.array("trackers") { array in
            guard !call.isSparse else { return }
            let start = array.count
            var position = 0
            repeat {
                writeTracker(position, &draws, to: &array)
                position += 1
            } while array.count - start < target
        }
    }

    private func writeTracker(_ position: Int, _ draws: inout Draws, to array: inout JSONWriter) {
        let isSmart = draws.chance(0.3)
        let count = draws.within(1...6)
        array.object { tracker in
            tracker.field("id", Identifier(number: 17_000_000_000_000 + UInt64(position) * 31_337))
            tracker.text("name") { text in
                text.raw(NamePool.topics[position % NamePool.topics.count])
                text.raw(" ")
                text.digits(UInt64(position))
            }
            tracker.field("count", count)
            tracker.field("type", (isSmart ? "SMART" : "KEYWORD") as StaticString)
            writeOccurrences(isSmart ? count : 0, &draws, to: &tracker)
            tracker.array("phrases") { phrases in
                guard !isSmart else { return }
                phrases.object { phrase in
                    phrase.field("count", count)
                    writeOccurrences(count, &draws, to: &phrase)
                    phrase.field("phrase", draws.pick(NamePool.companies))
                }
            }
        }
    }

    /// Writes places in the call; the list stays empty unless `trackerOccurrences` was asked for.
    private func writeOccurrences(_ count: Int, _ draws: inout Draws, to object: inout JSONWriter) {
        object.array("occurrences") { array in
            guard asked.contains("trackerOccurrences") else { return }
            for _ in 0..<count {
                array.object { occurrence in
                    occurrence.field("startTime", Hundredths(value: draws.below(call.duration * 100)))
                    occurrence.field("speakerId", parties[draws.below(2)].speaker)
                }
            }
        }
    }

    private func writeBrief(_ draws: inout Draws, to content: inout JSONWriter) {
        let count = 1 + workspace.options.size.extensiveBytes / 2_000
        content.text("brief") { text in
            for position in 0..<count {
                if position > 0 { text.raw(" ") }
                workspace.text.sentence(&draws).writeBare(to: &text)
            }
        }
    }

    private func writeOutline(target: Int, _ draws: inout Draws, to content: inout JSONWriter) {
        content.array("outline") { array in
            let start = array.count
            repeat { writeOutlineSection(&draws, to: &array) } while array.count - start < target
        }
    }

    private func writeOutlineSection(_ draws: inout Draws, to array: inout JSONWriter) {
        let begin = draws.below(call.duration * 100)
        let items = workspace.options.size.extensiveBytes < 5_000 ? 1 : draws.within(2...6)
        array.object { section in
            section.field("section", draws.pick(NamePool.topics))
            section.field("startTime", Hundredths(value: begin))
            section.field("duration", Hundredths(value: draws.below(30_000)))
            section.array("items") { array in
                for position in 0..<items {
                    array.object { item in
                        item.field("text", workspace.text.sentence(&draws))
                        item.field("startTime", Hundredths(value: begin + position * 1_234))
                    }
                }
            }
        }
    }

    private func writeHighlights(target: Int, _ draws: inout Draws, to content: inout JSONWriter) {
        content.array("highlights") { array in
            array.object { highlight in
                highlight.field("title", "Next steps" as StaticString)
                highlight.array("items") { items in
                    let start = items.count
                    repeat {
                        items.object { item in
                            item.field("text", workspace.text.sentence(&draws))
                            item.array("startTimes") { times in
                                times.element(Hundredths(value: draws.below(call.duration * 100)))
                            }
                        }
                    } while items.count - start < target
                }
            }
        }
    }

    private func writeOutcome(to content: inout JSONWriter) {
        content.object("callOutcome") { outcome in
            outcome.field("id", "MEETING_BOOKED" as StaticString)
            outcome.field("category", "Answered" as StaticString)
            outcome.field("name", "Meeting booked" as StaticString)
        }
    }

    private func writeKeyPoints(target: Int, _ draws: inout Draws, to content: inout JSONWriter) {
        content.array("keyPoints") { array in
            let start = array.count
            repeat {
                array.object { $0.field("text", workspace.text.sentence(&draws)) }
            } while array.count - start < target
        }
    }
}
