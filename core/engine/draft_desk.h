// Drafts as the window sees them, a part of Cockpit (which ui includes): snippets, content, links
// that may leave, and a language model of the user's choice. The same threads, callbacks and
// failures as there. The model is asked on a courier's thread of its own.
#pragma once

#include "core/base/secret.h"
#include "core/domain/assist.h"
#include "core/domain/content.h"
#include "core/engine/insights.h"

#include <string>
#include <vector>

namespace topline::engine {

class DraftDesk {
public:
    virtual ~DraftDesk() = default;

    virtual void loadShelf(Answer<domain::Shelf> answer) = 0;
    virtual void saveSnippet(domain::Snippet snippet, Done done) = 0;
    virtual void removeSnippet(std::string name, Done done) = 0;
    virtual void saveContent(domain::ContentAsset asset, Done done) = 0; // a null id: a new one
    virtual void importContent(std::string csv, bool isDryRun,
                               Answer<domain::ContentImport> answer) = 0;
    virtual void exportContent(Answer<std::string> answer) = 0;
    virtual void allowHost(std::string host, bool isAllowed, Done done) = 0;

    virtual void loadHelp(base::Uuid action, Answer<domain::DraftHelp> answer) = 0;
    // Of a text that is being written; nothing is stored.
    virtual void checkDraft(base::Uuid action, domain::Draft draft,
                            Answer<std::vector<domain::DraftFault>> answer) = 0;

    virtual void loadAssist(Answer<domain::AssistView> answer) = 0;
    virtual void setAssist(domain::AssistSettings settings, Done done) = 0;
    // Into the keychain; an empty one takes it out.
    virtual void setModelKey(base::Secret key, Done done) = 0;
    // What would be sent, to the byte.
    virtual void previewModel(base::Uuid action, std::string wish,
                              Answer<domain::ModelRequest> answer) = 0;
    // A person has seen that for the endpoint and model as they are set.
    virtual void agreeToModel(Done done) = 0;
    virtual void writeWithModel(base::Uuid action, std::string wish,
                                Answer<domain::ModelDraft> answer) = 0;
    virtual void cancelModel() = 0;
    virtual void loadModelRuns(base::Uuid action, Answer<std::vector<domain::ModelRun>> answer) = 0;
};

} // namespace topline::engine
