/// Writes the small unpaged lists: workspaces, keyword trackers and library folders.
struct SettingsRenderer {
    let workspace: Workspace

    /// Writes the workspace at a position.
    func writeWorkspace(_ index: Int, to array: inout JSONWriter) {
        array.object { object in
            object.field("id", workspace.workspaceID(at: index))
            object.field("name", index == 0 ? "Initial workspace" : "Workspace \(index + 1)")
            object.field("description", index == 0 ? "Default" as StaticString : nil)
        }
    }

    /// Position of the workspace that a tracker or folder belongs to.
    func workspaceIndex(of index: Int) -> Int { index % workspace.options.workspaces }

    /// Writes the keyword tracker at a position.
    func writeTracker(_ index: Int, to array: inout JSONWriter) {
        array.object { object in
            object.field("trackerId", workspace.looseIdentifier(.tracker, index))
            object.field("trackerName", "\(NamePool.topics[index % NamePool.topics.count]) \(index + 1)")
            object.field("workspaceId", workspace.workspaceID(at: workspaceIndex(of: index)))
            object.array("languageKeywords") { languages in
                languages.object { language in
                    language.field("language", "eng" as StaticString)
                    language.array("keywords") { keywords in
                        keywords.element("budget" as StaticString)
                        keywords.element("funds" as StaticString)
                    }
                    language.field("includeRelatedForms", true)
                }
            }
            object.field("affiliation", "Anyone" as StaticString)
            object.field("partOfQuestion", false)
            writePlace(index, to: &object)
            object.array("saidInTopics") { _ in }
            object.field("filterQuery", "{}" as StaticString)
            writeHistory(index, to: &object)
        }
    }

    private func writePlace(_ index: Int, to object: inout JSONWriter) {
        let isAnytime = index % 4 != 1
        object.field("saidAt", (isAnytime ? "Anytime" : "First") as StaticString)
        object.field("saidAtInterval", isAnytime ? nil : 5)
        object.field("saidAtUnit", isAnytime ? nil : "minutes" as StaticString)
    }

    private func writeHistory(_ index: Int, to object: inout JSONWriter) {
        object.field("created", date(index, .tracker))
        object.field("creatorUserId", Bool?.none)
        object.field("updated", date(index, .tracker))
        object.field("updaterUserId", Bool?.none)
    }

    /// Writes the library folder at a position; all but the first lie in the first.
    func writeFolder(_ index: Int, to array: inout JSONWriter) {
        array.object { object in
            object.field("id", workspace.looseIdentifier(.folder, index))
            object.field("name", index == 0 ? "Public Folders" : "Win/Loss \(index)")
            object.field("parentFolderId", index == 0 ? nil : workspace.looseIdentifier(.folder, 0))
            object.field("createdBy", Bool?.none)
            object.field("updated", date(index, .folder))
        }
    }

    private func date(_ index: Int, _ kind: RecordKind) -> Timestamp {
        var draws = workspace.draws(kind, index)
        let age = Int64(draws.below(31_536_000)) * 1_000_000 + Int64(draws.below(1_000_000))
        let instant = Instant(microseconds: workspace.options.now.microseconds - age)
        return workspace.timestamp(instant, liveDigits: 6)
    }
}
