// A connector whose writes somebody watches: asks for a judge before each request that writes, and
// calls it afterwards. For TwoCrms, on its thread; everything else is the connector's own.
#pragma once

#include "core/crm/connector.h"

#include <functional>
#include <string>
#include <utility>

namespace topline::flow {

class JudgedConnector final : public crm::Connector {
public:
    using Verdict = std::function<void()>;

    // One at a time, or as many together as the connector likes.
    JudgedConnector(crm::Connector &connector, bool pushesGroups, std::function<Verdict()> watch)
        : m_connector(connector)
        , m_pushesGroups(pushesGroups)
        , m_watch(std::move(watch))
    {
    }

    std::string system() const override { return m_connector.system(); }

    std::string title() const override { return m_connector.title(); }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override
    {
        return m_connector.inspect(cancel);
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &cancel) override
    {
        return m_connector.count(cancel);
    }

    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &cancel) override
    {
        return m_connector.pull(cursor, cancel);
    }

    base::Result<std::optional<crm::Page>> findGone(domain::RecordKind kind,
                                                    std::span<const std::string> remoteIds,
                                                    const crm::CancelToken &cancel) override
    {
        return m_connector.findGone(kind, remoteIds, cancel);
    }

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        const Verdict judge = m_watch();
        auto answer = m_connector.push(effect, cancel);
        judge();
        return answer;
    }

    std::vector<crm::PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                          const crm::CancelToken &cancel) override
    {
        const Verdict judge = m_watch();
        auto answers = m_connector.pushMany(effects, cancel);
        judge();
        return answers;
    }

    std::size_t pushMax(domain::ActionKind kind) const override
    {
        return m_pushesGroups ? m_connector.pushMax(kind) : 1;
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_connector.lookUp(effect, cancel);
    }

private:
    crm::Connector &m_connector;
    bool m_pushesGroups;
    std::function<Verdict()> m_watch;
};

} // namespace topline::flow
