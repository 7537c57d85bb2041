// The collector for tests of the window: notes how it was set, and answers at once with what the
// test put in. GUI thread only.
#pragma once

#include "core/engine/collector.h"

#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeCollector final : public engine::Collector {
public:
    std::vector<std::pair<bool, std::uint16_t>> sets;
    base::Status verdict; // of both commands
    std::string key = "tl_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    int keysMade = 0;

    void set(bool isOn, std::uint16_t port, engine::Done done) override
    {
        sets.emplace_back(isOn, port);
        done(verdict);
    }

    void makeWriteKey(engine::Answer<std::string> answer) override
    {
        ++keysMade;
        if (verdict.ok())
            answer(key);
        else
            answer(verdict.error());
    }
};

} // namespace topline::test
