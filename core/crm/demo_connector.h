// The demo company as a CRM: pages of history up to its anchor, then its life up to the clock, and
// effects that go into a journal and are answered by buyers. Made by the app's composition and by
// tests; called on a courier thread, thread-safe. Everything follows from seed, anchor, clock and
// journal; a pull changes nothing.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/demo_answers.h"
#include "core/crm/demo_journal.h"
#include "core/crm/demo_life.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace topline::crm {

struct DemoOptions {
    std::uint64_t seed = 1;
    base::UtcMs anchorMs = 0; // the workspace's birth: where the history ends
};

// Scripted faults for tests; pushes count from 1.
struct DemoFaults {
    std::set<std::int64_t> refusePushes;
    std::set<std::int64_t> loseAnswers; // applied, and the answer never arrives
    bool unavailable = false;
};

class DemoConnector final : public Connector {
public:
    DemoConnector(DemoOptions options, const base::Clock &clock, DemoJournal &journal);
    ~DemoConnector() override;

    std::string system() const override { return "demo"; }

    std::string title() const override { return "Demo company"; }

    base::Result<domain::SourceProfile> inspect(const CancelToken &cancel) override;
    base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel) override;
    // Pages hold at most 2,000 events; the cursor is "1/<phase>/<index>/<time>".
    base::Result<Page> pull(const std::string &cursor, const CancelToken &cancel) override;
    PushAnswer push(const domain::Effect &effect, const CancelToken &cancel) override;
    PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel) override;

    void setFaults(DemoFaults faults);

private:
    base::Status prepare(const CancelToken &cancel);
    base::Status readJournal();
    const DemoExecution *findExecution(const std::string &effectId) const;
    bool knowsDeal(const std::string &remoteId, base::UtcMs nowMs);
    PushAnswer carryOut(const domain::Effect &effect);
    Page recordNow(const DemoExecution &execution);
    std::optional<PushAnswer> clashOf(const DemoExecution &execution);
    const std::vector<DemoEvent> &history();

    DemoOptions m_options;
    const base::Clock &m_clock;
    DemoJournal &m_journal;
    mutable std::mutex m_mutex;
    DemoFaults m_faults;
    std::int64_t m_pushes = 0;
    std::unique_ptr<const DemoCompany> m_company;
    std::unique_ptr<DemoLife> m_life;
    std::optional<std::vector<DemoEvent>> m_history; // only while it is being pulled
    std::optional<std::vector<DemoExecution>> m_executions;
};

} // namespace topline::crm
