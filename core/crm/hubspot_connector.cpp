#include "core/crm/hubspot_connector.h"

#include "core/base/hash.h"
#include "core/crm/hubspot_activity_batch.h"
#include "core/crm/hubspot_edit_batch.h"
#include "core/crm/hubspot_inspect.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_pull.h"
#include "core/crm/hubspot_roll_call.h"

namespace topline::crm {

namespace {

base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, "Stopped before HubSpot was asked."};
}

PushAnswer cancelledAnswer()
{
    PushAnswer out;
    out.detail = cancelledError().message;
    return out;
}

// What goes into one request: "edit deals", "create tasks".
std::string groupOf(const EffectWire &wire)
{
    if (isRecordEdit(wire.kind))
        return !wire.deal.empty()      ? "edit deals"
               : !wire.contact.empty() ? "edit contacts"
                                       : "edit companies";
    const HubSpotObject *object = hubspotActivityOf(wire.kind);
    return object == nullptr ? std::string() : "create " + std::string(object->name);
}

// What was approved, unchanged; else the answer that refuses it.
std::optional<PushAnswer> objectionTo(const domain::Effect &effect,
                                      const base::Result<EffectWire> &wire)
{
    PushAnswer out;
    out.state = PushState::Refused;
    if (!wire.ok()) {
        out.detail = wire.error().message;
        return out;
    }
    if (base::hex(base::sha256(effect.wire)) == effect.wireSha256)
        return std::nullopt;
    out.detail = "These are not the bytes that were approved. Nothing was sent to HubSpot.";
    return out;
}

} // namespace

HubSpotConnector::HubSpotConnector(HubSpotParts parts)
    : m_clock(parts.clock)
    , m_client(std::move(parts))
{
}

HubSpotDesk HubSpotConnector::desk(const CancelToken &cancel)
{
    return {m_client, m_catalogue, m_schema, m_clock, cancel};
}

base::Result<domain::SourceProfile> HubSpotConnector::inspect(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (cancel.cancelled)
        return cancelledError();
    return inspectHubSpot(desk(cancel));
}

base::Result<std::map<std::string, std::int64_t>> HubSpotConnector::count(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (cancel.cancelled)
        return cancelledError();
    return countHubSpot(desk(cancel));
}

base::Result<Page> HubSpotConnector::pull(const std::string &cursor, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (cancel.cancelled)
        return cancelledError();
    return HubSpotPull(m_client, m_catalogue, cancel).next(cursor);
}

base::Result<std::optional<Page>> HubSpotConnector::findGone(domain::RecordKind kind,
                                                             std::span<const std::string> remoteIds,
                                                             const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (cancel.cancelled)
        return cancelledError();
    const HubSpotObject *object = hubspotObjectOf(kind);
    if (object == nullptr)
        return std::optional<Page>();
    std::vector<std::string> ids;
    for (const std::string &remoteId : remoteIds) {
        auto id = withoutHubSpotPrefix(remoteId);
        if (id && isHubSpotId(*id))
            ids.push_back(std::move(*id));
    }
    TRY_ASSIGN(Page found, findGoneInHubSpot(m_client, *object, ids, cancel));
    return std::optional<Page>(std::move(found));
}

PushAnswer HubSpotConnector::push(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return pushLocked(effect, cancel);
}

std::vector<PushAnswer> HubSpotConnector::pushMany(std::span<const domain::Effect> effects,
                                                   const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    PushBatch batch(effects, objectionTo);
    for (const auto &[name, group] : batch.groups(groupOf)) {
        if (cancel.cancelled || batch.isHalted())
            break;
        if (isRecordEdit(batch.wire(group.front()).kind))
            HubSpotEditBatch(desk(cancel), batch).push(group);
        else
            HubSpotActivityBatch(desk(cancel), m_tries, batch).push(group);
    }
    return batch.finish([&](const domain::Effect &effect) { return pushLocked(effect, cancel); },
                        cancel);
}

std::size_t HubSpotConnector::pushMax(domain::ActionKind kind) const
{
    const std::lock_guard lock(m_mutex);
    const HubSpotObject *object = hubspotActivityOf(kind);
    const bool isGrouped =
        isRecordEdit(kind) ||
        (object != nullptr &&
         m_schema.isKnownUnique(object->name, m_client.options().uniqueProperty));
    return isGrouped ? hubspotBatchMax : 1;
}

PushAnswer HubSpotConnector::pushLocked(const domain::Effect &effect, const CancelToken &cancel)
{
    const auto wire = readEffectWire(effect);
    if (auto objection = objectionTo(effect, wire))
        return *objection;
    if (cancel.cancelled)
        return cancelledAnswer();
    if (isRecordEdit(wire->kind))
        return HubSpotEdits(desk(cancel)).push(*wire);
    return HubSpotActivities(desk(cancel), m_tries).push(effect, *wire);
}

PushAnswer HubSpotConnector::lookUp(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    const auto wire = readEffectWire(effect);
    if (auto objection = objectionTo(effect, wire))
        return *objection;
    if (cancel.cancelled)
        return cancelledAnswer();
    if (isRecordEdit(wire->kind))
        return HubSpotEdits(desk(cancel)).lookUp(*wire);
    return HubSpotActivities(desk(cancel), m_tries).lookUp(effect, *wire);
}

} // namespace topline::crm
