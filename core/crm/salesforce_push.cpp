#include "core/crm/salesforce_push.h"

#include "core/base/hash.h"
#include "core/crm/push_batch.h"
#include "core/crm/push_error.h"
#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_create.h"
#include "core/crm/salesforce_create_batch.h"
#include "core/crm/salesforce_edit.h"
#include "core/crm/salesforce_edit_batch.h"

#include <algorithm>
#include <map>

namespace topline::crm {

namespace {

using domain::ActionKind;

constexpr base::DurationMs lockWaitMs = 30 * base::secondMs;

// So many at a time that a person's stop is heard soon.
constexpr std::size_t editsMax = 100;

// What was approved, unchanged; else the answer that refuses it.
std::optional<PushAnswer> objectionTo(const domain::Effect &effect,
                                      const base::Result<EffectWire> &wire)
{
    if (!wire.ok())
        return PushAnswer{PushState::Refused, "", wire.error().text()};
    if (base::hex(base::sha256(effect.wire)) != effect.wireSha256)
        return PushAnswer{PushState::Refused, "", "These are not the words that were approved."};
    return std::nullopt;
}

} // namespace

PushAnswer salesforcePushFault(const SalesforceAnswer &answer, base::UtcMs now)
{
    const SalesforceFailure failure = answer.failure();
    PushAnswer out{PushState::Refused, "", failure.text(), answer.reference};
    switch (failure.verdict()) {
    case SalesforceVerdict::Retry:
        out.state = PushState::NotSent;
        out.retryAtMs = now + std::max(lockWaitMs, failure.retryAfterMs.value_or(0));
        break;
    case SalesforceVerdict::SignIn:
    case SalesforceVerdict::Limit:
        out.state = PushState::NotSent;
        break;
    case SalesforceVerdict::Conflict:
        out.state = PushState::Conflict;
        break;
    case SalesforceVerdict::Fine:
    case SalesforceVerdict::Unknown:
        out.state = PushState::Unknown;
        break;
    default:
        break;
    }
    // The id of this very effect is taken: somebody else sent it at the same moment.
    if (failure.hasCode("DUPLICATE_VALUE")) {
        out.state = PushState::NotSent;
        out.retryAtMs = now + lockWaitMs;
    }
    return out;
}

SalesforcePush::SalesforcePush(SalesforceClient &client, SalesforceSchema &schema)
    : m_client(client)
    , m_schema(schema)
{
}

PushAnswer SalesforcePush::push(const domain::Effect &effect, const CancelToken &cancel)
{
    const auto wire = readEffectWire(effect);
    if (auto no = objectionTo(effect, wire))
        return *no;
    if (auto ready = m_schema.load(m_client, cancel); !ready)
        return pushAnswerOf(ready.error());
    PushAnswer out;
    for (bool isAgain = false;; isAgain = true) {
        out = isRecordEdit(wire->kind) ? SalesforceEdit(m_client, m_schema, *wire).push(cancel)
                                       : SalesforceCreate(m_client, m_schema, *wire).push(cancel);
        // A field that we named has gone: what is shown now is asked for, and once more.
        const bool isDrift = out.state == PushState::Refused &&
                             out.detail.find("INVALID_FIELD)") != std::string::npos;
        if (!isDrift || isAgain)
            return out;
        if (auto ready = m_schema.refresh(m_client, cancel, true); !ready)
            return pushAnswerOf(ready.error());
    }
}

// "edit Opportunity", "create Task"; empty: alone.
std::string SalesforcePush::groupOf(const EffectWire &wire) const
{
    if (isRecordEdit(wire.kind)) {
        const SalesforceStream *stream =
            salesforceStreamOf(SalesforceEdit(m_client, m_schema, wire).targetId());
        return stream == nullptr ? std::string() : "edit " + std::string(stream->object);
    }
    const SalesforceCreate create(m_client, m_schema, wire);
    return create.isKeyed() ? "create " + create.object() : std::string();
}

std::size_t SalesforcePush::pushMax(ActionKind kind) const
{
    if (isRecordEdit(kind))
        return editsMax;
    EffectWire wire;
    wire.kind = kind;
    return SalesforceCreate(m_client, m_schema, wire).isKeyed() ? salesforceCollectionMax : 1;
}

std::vector<PushAnswer> SalesforcePush::pushMany(std::span<const domain::Effect> effects,
                                                 const CancelToken &cancel)
{
    PushBatch batch(effects, objectionTo);
    if (!cancel.cancelled && m_schema.load(m_client, cancel).ok()) {
        for (const auto &[name, group] :
             batch.groups([this](const EffectWire &wire) { return groupOf(wire); })) {
            if (cancel.cancelled || batch.isHalted())
                break;
            if (isRecordEdit(batch.wire(group.front()).kind))
                SalesforceEditBatch(m_client, m_schema, batch, cancel).push(group);
            else
                SalesforceCreateBatch(m_client, m_schema, batch, cancel).push(group);
        }
    }
    return batch.finish([&](const domain::Effect &effect) { return push(effect, cancel); }, cancel);
}

PushAnswer SalesforcePush::lookUp(const domain::Effect &effect, const CancelToken &cancel)
{
    const auto wire = readEffectWire(effect);
    if (!wire.ok())
        return {PushState::Unknown, "", wire.error().text()};
    if (auto ready = m_schema.load(m_client, cancel); !ready)
        return {PushState::Unknown, "", ready.error().text()};
    if (isRecordEdit(wire->kind))
        return SalesforceEdit(m_client, m_schema, *wire).lookUp(cancel);
    return SalesforceCreate(m_client, m_schema, *wire).lookUp(effect.changedMs, cancel);
}

} // namespace topline::crm
