// The desk of drafts for tests of the window: notes what was asked, and answers at once with what
// the test put in. GUI thread only.
#pragma once

#include "core/engine/draft_desk.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeDraftDesk final : public engine::DraftDesk {
public:
    domain::Shelf shelf;
    domain::DraftHelp help;
    std::vector<domain::DraftFault> faults;
    domain::AssistView assist;
    domain::ModelRequest request;
    domain::ModelDraft written;
    std::vector<domain::ModelRun> runs;
    domain::ContentImport importReport;
    std::string csv;
    base::Status verdict; // of every command
    std::vector<std::string> called;
    std::vector<domain::Snippet> snippets;
    std::vector<domain::ContentAsset> assets;
    std::vector<std::pair<std::string, bool>> hosts;
    std::vector<domain::Draft> checked;
    std::vector<std::string> wishes;
    std::vector<base::Secret> keys;
    std::vector<domain::AssistSettings> settings;
    bool holdsModel = false; // the model's answer is kept, to be given later
    std::vector<engine::Answer<domain::ModelDraft>> heldModel;

    void loadShelf(engine::Answer<domain::Shelf> answer) override { answer(shelf); }

    void saveSnippet(domain::Snippet snippet, engine::Done done) override
    {
        snippets.push_back(std::move(snippet));
        finish("saveSnippet", done);
    }

    void removeSnippet(std::string name, engine::Done done) override
    {
        finish("removeSnippet " + name, done);
    }

    void saveContent(domain::ContentAsset asset, engine::Done done) override
    {
        assets.push_back(std::move(asset));
        finish("saveContent", done);
    }

    void importContent(std::string text, bool isDryRun,
                       engine::Answer<domain::ContentImport> answer) override
    {
        csv = std::move(text);
        called.emplace_back(isDryRun ? "tryImport" : "import");
        answer(importReport);
    }

    void exportContent(engine::Answer<std::string> answer) override { answer(csv); }

    void allowHost(std::string host, bool isAllowed, engine::Done done) override
    {
        hosts.emplace_back(std::move(host), isAllowed);
        finish("allowHost", done);
    }

    void loadHelp(base::Uuid action, engine::Answer<domain::DraftHelp> answer) override
    {
        domain::DraftHelp out = help;
        out.action = action;
        answer(std::move(out));
    }

    void checkDraft(base::Uuid, domain::Draft draft,
                    engine::Answer<std::vector<domain::DraftFault>> answer) override
    {
        checked.push_back(std::move(draft));
        answer(faults);
    }

    void loadAssist(engine::Answer<domain::AssistView> answer) override { answer(assist); }

    void setAssist(domain::AssistSettings wanted, engine::Done done) override
    {
        settings.push_back(wanted);
        if (verdict.ok())
            assist.settings = std::move(wanted);
        finish("setAssist", done);
    }

    void setModelKey(base::Secret key, engine::Done done) override
    {
        assist.hasKey = !key.empty();
        keys.push_back(std::move(key));
        finish("setModelKey", done);
    }

    void previewModel(base::Uuid, std::string wish,
                      engine::Answer<domain::ModelRequest> answer) override
    {
        wishes.push_back(std::move(wish));
        answer(request);
    }

    void agreeToModel(engine::Done done) override { finish("agree", done); }

    void writeWithModel(base::Uuid, std::string wish,
                        engine::Answer<domain::ModelDraft> answer) override
    {
        wishes.push_back(std::move(wish));
        called.emplace_back("write");
        if (holdsModel)
            heldModel.push_back(std::move(answer));
        else if (verdict.ok())
            answer(written);
        else
            answer(verdict.error());
    }

    void cancelModel() override { called.emplace_back("cancel"); }

    void loadModelRuns(base::Uuid, engine::Answer<std::vector<domain::ModelRun>> answer) override
    {
        answer(runs);
    }

    std::ptrdiff_t count(const std::string &name) const
    {
        return std::count(called.begin(), called.end(), name);
    }

private:
    void finish(const std::string &name, const engine::Done &done)
    {
        called.push_back(name);
        done(verdict);
    }
};

} // namespace topline::test
