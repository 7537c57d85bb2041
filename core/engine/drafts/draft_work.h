// What people do with the things that drafts are made with, and what stands beside a draft. Used by
// Engine, on its thread; each change is one transaction. Refused or InvalidInput changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/content.h"
#include "core/engine/drafts/assist_work.h"
#include "core/engine/drafts/draft_check.h"
#include "core/engine/step/step.h"

#include <string>
#include <vector>

namespace topline::engine {

class DraftWork {
public:
    explicit DraftWork(Context &context)
        : m_context(context)
        , m_assist(context)
    {
    }

    base::Result<domain::Shelf> shelf();

    // InvalidInput with the place where the text is no template, or names another snippet.
    base::Status saveSnippet(const domain::Snippet &snippet);
    base::Status removeSnippet(const std::string &name); // NotFound

    // A null id is a new one; its id comes back.
    base::Result<base::Uuid> saveContent(domain::ContentAsset asset);
    // By title. A dry run only counts.
    base::Result<domain::ContentImport> importContent(const std::string &csv, bool isDryRun);
    base::Result<std::string> exportContent();

    base::Status setHostAllowed(const std::string &host, bool isAllowed)
    {
        return engine::setHostAllowed(m_context, host, isAllowed);
    }

    base::Result<domain::DraftHelp> help(const base::Uuid &action);
    // Of a text that is not saved yet.
    base::Result<std::vector<domain::DraftFault>> faults(const base::Uuid &action,
                                                         const domain::Draft &draft);

    AssistWork &assist() { return m_assist; }

private:
    base::Result<std::vector<domain::Snippet>> filledSnippets(const domain::Action &action);
    base::Result<std::vector<domain::ContentSuggestion>> suggestions(const domain::Action &action);

    Context &m_context;
    AssistWork m_assist;
};

} // namespace topline::engine
