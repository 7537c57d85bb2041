// A history written down event by event, for the tests of this folder: what happened, at which
// hour, to whom. A plain builder; each test makes its own.
#pragma once

#include "core/domain/account_history.h"
#include "core/signals/detect.h"

#include <vector>

namespace topline::test {

inline constexpr base::UtcMs start = 1'760'000'000'000;
inline constexpr base::DurationMs minute = base::minuteMs;
inline constexpr base::DurationMs hour = base::hourMs;
inline constexpr base::DurationMs day = base::dayMs;

class HistoryBuilder {
public:
    HistoryBuilder()
    {
        m_history.account.id = domain::AccountId{1};
        const std::pair<const char *, domain::StageKind> rows[] = {
            {"Qualified", domain::StageKind::Open},
            {"Proposal", domain::StageKind::Open},
            {"Won", domain::StageKind::Won},
            {"Lost", domain::StageKind::Lost},
        };
        for (const auto &[name, kind] : rows) {
            domain::Stage stage;
            stage.order = static_cast<int>(m_history.stages.size());
            stage.id = domain::StageId{stage.order + 1};
            stage.pipeline = "Sales";
            stage.name = name;
            stage.kind = kind;
            m_history.stages.push_back(stage);
        }
    }

    domain::Event &event(domain::EventKind kind, base::UtcMs atMs, std::int64_t contact = 1)
    {
        domain::Event out;
        out.id = domain::EventId{static_cast<std::int64_t>(m_history.events.size()) + 1};
        out.sourceKey = 1'000 + out.id.value;
        out.account.id = m_history.account.id;
        out.contact.id = domain::ContactId{contact};
        out.kind = kind;
        out.atMs = atMs;
        m_history.events.push_back(out);
        return m_history.events.back();
    }

    domain::Deal &deal(std::int64_t id, std::int64_t stageId, base::UtcMs createdMs)
    {
        domain::Deal out;
        out.id = domain::DealId{id};
        out.stage.id = domain::StageId{stageId};
        out.contact.id = domain::ContactId{1};
        out.createdMs = createdMs;
        m_history.deals.push_back(out);
        return m_history.deals.back();
    }

    void change(std::int64_t deal, std::int64_t stageId, base::UtcMs atMs)
    {
        domain::StageChange out;
        out.deal.id = domain::DealId{deal};
        out.stage.id = domain::StageId{stageId};
        out.atMs = atMs;
        m_history.stageChanges.push_back(out);
    }

    domain::AccountHistory &history() { return m_history; }

    // The signals of one type at `now`.
    std::vector<domain::Signal> find(domain::SignalType type, base::UtcMs now) const
    {
        std::vector<domain::Signal> out;
        for (auto &signal : signals::detectAll(m_history, {}, now)) {
            if (signal.type == type)
                out.push_back(std::move(signal));
        }
        return out;
    }

private:
    domain::AccountHistory m_history;
};

} // namespace topline::test
