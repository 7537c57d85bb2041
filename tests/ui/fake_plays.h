// Plays for tests of the window: answers at once with what the test put in, and notes what it was
// told. GUI thread only.
#pragma once

#include "core/engine/play_desk.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakePlays final : public engine::PlayDesk {
public:
    domain::PlaysView view;
    std::map<std::string, domain::PlayHistory> histories;
    domain::PlayTrial trial;
    std::optional<base::Error> fault; // of check, save and import
    base::Status verdict;             // of the other commands
    bool holdsTrials = false;         // dry runs are answered by the test, from here
    std::vector<engine::Answer<domain::PlayTrial>> heldTrials;
    std::vector<std::function<bool()>> cancelled;

    std::vector<std::string> called; // in order, with what they were given
    std::string text;                // the last one that was checked, tried or saved
    domain::OpenCards cards = domain::OpenCards::Keep;

    int count(const std::string &name) const
    {
        return static_cast<int>(std::count(called.begin(), called.end(), name));
    }

    void loadPlays(engine::Answer<domain::PlaysView> answer) override
    {
        called.emplace_back("plays");
        answer(view);
    }

    void loadHistory(std::string playId, engine::Answer<domain::PlayHistory> answer) override
    {
        called.emplace_back("history " + playId);
        answer(histories[playId]);
    }

    void check(std::string yaml, engine::Answer<domain::Play> answer) override
    {
        called.emplace_back("check");
        text = std::move(yaml);
        if (fault)
            answer(*fault);
        else
            answer(domain::Play{});
    }

    void dryRun(std::string yaml, int days, std::function<bool()> isCancelled,
                engine::Answer<domain::PlayTrial> answer) override
    {
        called.emplace_back("dry run " + std::to_string(days));
        text = std::move(yaml);
        cancelled.push_back(std::move(isCancelled));
        if (holdsTrials)
            heldTrials.push_back(std::move(answer));
        else
            answer(trial);
    }

    void save(std::string yaml, domain::OpenCards open,
              engine::Answer<std::int64_t> answer) override
    {
        called.emplace_back("save");
        text = std::move(yaml);
        cards = open;
        number(std::move(answer));
    }

    void import(std::string yaml, std::string fileName,
                engine::Answer<std::int64_t> answer) override
    {
        called.emplace_back("import " + fileName);
        text = std::move(yaml);
        number(std::move(answer));
    }

    void goBack(std::string playId, std::int64_t version, domain::OpenCards open,
                engine::Answer<std::int64_t> answer) override
    {
        called.emplace_back("go back " + playId + " " + std::to_string(version));
        cards = open;
        number(std::move(answer));
    }

    void switchOn(std::string playId, bool isOn, engine::Done done) override
    {
        called.emplace_back((isOn ? "on " : "off ") + playId);
        done(verdict);
    }

    void setMode(std::string playId, std::optional<domain::Mode> mode, engine::Done done) override
    {
        called.emplace_back("mode " + playId + " " +
                            (mode ? std::string(domain::modeName(*mode)) : "document"));
        done(verdict);
    }

    void stopRun(base::Uuid run, engine::Done done) override
    {
        called.emplace_back("stop " + run.text());
        done(verdict);
    }

    void pauseRun(base::Uuid run, base::UtcMs untilMs, engine::Done done) override
    {
        called.emplace_back("pause " + run.text() + " " + std::to_string(untilMs));
        done(verdict);
    }

private:
    void number(engine::Answer<std::int64_t> answer)
    {
        if (fault)
            answer(*fault);
        else
            answer(std::int64_t{7});
    }
};

} // namespace topline::test
