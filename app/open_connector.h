// A connector together with what it stands on, so that whoever opened it owns all of it. Made by
// app/connection_source; passes every call on, on the caller's thread.
#pragma once

#include "core/crm/connector.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace topline::app {

class OpenConnector final : public crm::Connector {
public:
    // `ground` is let go after the connector.
    OpenConnector(std::shared_ptr<void> ground, std::unique_ptr<crm::Connector> connector)
        : m_ground(std::move(ground))
        , m_connector(std::move(connector))
    {
    }

    std::string system() const override { return m_connector->system(); }

    std::string title() const override { return m_connector->title(); }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override
    {
        return m_connector->inspect(cancel);
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &cancel) override
    {
        return m_connector->count(cancel);
    }

    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &cancel) override
    {
        return m_connector->pull(cursor, cancel);
    }

    base::Result<std::optional<crm::Page>> findGone(domain::RecordKind kind,
                                                    std::span<const std::string> remoteIds,
                                                    const crm::CancelToken &cancel) override
    {
        return m_connector->findGone(kind, remoteIds, cancel);
    }

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_connector->push(effect, cancel);
    }

    std::vector<crm::PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                          const crm::CancelToken &cancel) override
    {
        return m_connector->pushMany(effects, cancel);
    }

    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate,
                                           const crm::CancelToken &cancel) override
    {
        return m_connector->pushGated(effects, gate, cancel);
    }

    std::size_t pushMax(domain::ActionKind kind) const override
    {
        return m_connector->pushMax(kind);
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_connector->lookUp(effect, cancel);
    }

private:
    std::shared_ptr<void> m_ground;
    std::unique_ptr<crm::Connector> m_connector;
};

class OpenWatch final : public crm::ArrivalWatch {
public:
    // `ground` is let go after the watch.
    OpenWatch(std::shared_ptr<void> ground, std::unique_ptr<crm::ArrivalWatch> watch)
        : m_ground(std::move(ground))
        , m_watch(std::move(watch))
    {
    }

    base::Result<crm::WatchEnd> wait(base::DurationMs timeoutMs,
                                     const crm::CancelToken &cancel) override
    {
        return m_watch->wait(timeoutMs, cancel);
    }

private:
    std::shared_ptr<void> m_ground;
    std::unique_ptr<crm::ArrivalWatch> m_watch;
};

} // namespace topline::app
