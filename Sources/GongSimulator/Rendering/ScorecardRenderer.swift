/// Writes scorecards and the answers given on them.
struct ScorecardRenderer {
    let workspace: Workspace

    private static let names: [StaticString] = ["Discovery", "Demo", "Négociation", "Onboarding", "Objection handling"]
    private static let types: [StaticString] = ["RANGE", "BOOLEAN", "OPEN", "MULTI_SELECT"]
    private static let questionCount = 4

    /// Writes the scorecard at a position, with four questions, one of each type.
    func write(_ index: Int, to writer: inout JSONWriter) {
        let created = workspace.options.now.adding(seconds: -86_400 * (400 + index))
        writer.object { object in
            object.field("scorecardId", workspace.scorecardID(at: index))
            writeName(index, to: &object)
            object.field("workspaceId", index % 3 == 2 ? nil : workspace.workspaceID(at: 0))
            object.field("enabled", index % 5 != 4)
            writeHistory(index, created, to: &object)
            object.field("reviewMethod", (index % 3 == 1 ? "AUTOMATIC" : "MANUAL") as StaticString)
            object.array("questions") { array in
                for position in 0..<Self.questionCount {
                    writeQuestion(position, of: index, created, to: &array)
                }
            }
        }
    }

    /// Writes the answered scorecard as in stats/activity/scorecards.
    func write(_ answered: AnsweredScorecard, to writer: inout JSONWriter) {
        let method: StaticString = answered.isAutomatic ? "AUTOMATIC" : "MANUAL"
        let hasUsers = workspace.options.users > 0
        let visibilities: [StaticString] = ["PUBLIC", "PRIVATE", "OPT_IN_USERS"]
        writer.object { object in
            object.field("answeredScorecardId", answered.id)
            object.field("scorecardId", workspace.scorecardID(at: answered.scorecard))
            writeName(answered.scorecard, to: &object)
            object.field("callId", answered.call.id)
            object.field("callStartTime", workspace.timestamp(answered.call.started))
            object.field("reviewedUserId", hasUsers ? workspace.userID(at: answered.call.primaryUser) : nil)
            let isPersonal = hasUsers && !answered.isAutomatic
            object.field("reviewerUserId", isPersonal ? workspace.userID(at: answered.reviewer) : nil)
            object.field("reviewMethod", method)
            object.field("editorUserId", Bool?.none)
            object.field("reviewTime", workspace.timestamp(answered.reviewTime))
            object.field("visibilityType", visibilities[answered.index % 3])
            object.array("answers") { writeAnswers(of: answered, to: &$0) }
        }
    }

    private func writeName(_ index: Int, to object: inout JSONWriter) {
        object.text("scorecardName") { text in
            text.raw(Self.names[index % Self.names.count])
            text.raw(" ")
            text.digits(UInt64(index + 1))
        }
    }

    private func writeHistory(_ index: Int, _ created: Instant, to object: inout JSONWriter) {
        object.field("updaterUserId", "-1" as StaticString)
        object.field("created", workspace.timestamp(created))
        object.field("updated", workspace.timestamp(created.adding(seconds: 464)))
    }

    private func writeQuestion(_ position: Int, of scorecard: Int, _ created: Instant, to array: inout JSONWriter) {
        let isRange = position == 0
        array.object { question in
            writeQuestionIDs(position, of: scorecard, to: &question)
            question.field("questionText", "How well was the need understood?" as StaticString)
            question.field("isOverall", position == 3)
            question.field("updaterUserId", "-1" as StaticString)
            question.field("questionType", Self.types[position])
            question.field("answerGuide", isRange ? "<div>1 = \"no\"</div>" : position == 1 ? "" : nil)
            question.field("minRange", isRange ? "1" as StaticString : nil)
            question.field("maxRange", isRange ? "5" as StaticString : nil)
            question.array("answerOptions") { options in
                guard position == 3 else { return }
                for (id, text) in [(1, "Yes"), (2, "Partly"), (3, "No")] {
                    options.object { option in
                        option.field("id", id)
                        option.field("text", text)
                    }
                }
            }
            question.field("created", workspace.timestamp(created))
            question.field("updated", workspace.timestamp(created.adding(seconds: 464)))
        }
    }

    private func writeQuestionIDs(_ position: Int, of scorecard: Int, to object: inout JSONWriter) {
        let number = scorecard * Self.questionCount + position
        object.field("questionId", workspace.looseIdentifier(.question, number))
        object.field("questionRevisionId", workspace.looseIdentifier(.question, ~number))
    }

    private func writeAnswers(of answered: AnsweredScorecard, to array: inout JSONWriter) {
        var draws = workspace.draws(.answers, answered.index)
        for position in 0..<Self.questionCount {
            let applies = draws.chance(0.85)
            array.object { answer in
                writeQuestionIDs(position, of: answered.scorecard, to: &answer)
                answer.field("isOverall", position == 3)
                answer.field("score", applies && position == 0 ? draws.within(1...5) : nil)
                answer.field("answerText", applies && position == 2 ? workspace.text.sentence(&draws) : nil)
                answer.field("notApplicable", !applies)
                if applies && position == 3 {
                    answer.array("selectedOptions") { $0.element("\(draws.within(1...3))") }
                } else {
                    answer.field("selectedOptions", Bool?.none)
                }
            }
        }
    }
}
