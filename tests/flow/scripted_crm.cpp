#include "tests/flow/scripted_crm.h"

#include "core/crm/effect_wire.h"
#include "core/domain/remote_id.h"

#include <algorithm>
#include <utility>

namespace topline::flow {

namespace {

constexpr std::size_t pageRows = 2;

class ScriptedConnector final : public crm::Connector {
public:
    explicit ScriptedConnector(ScriptedCrm &crm)
        : m_crm(crm)
    {
    }

    std::string system() const override { return m_crm.system; }

    std::string title() const override { return m_crm.system; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return m_crm.inspect();
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override
    {
        return m_crm.count();
    }

    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &) override
    {
        return m_crm.pull(cursor);
    }

    base::Result<std::optional<crm::Page>> findGone(domain::RecordKind kind,
                                                    std::span<const std::string> remoteIds,
                                                    const crm::CancelToken &) override
    {
        return std::optional<crm::Page>(m_crm.findGone(kind, remoteIds));
    }

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override
    {
        return m_crm.push(effect);
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override
    {
        return m_crm.lookUp(effect);
    }

private:
    ScriptedCrm &m_crm;
};

base::Error signInNeeded()
{
    return {.code = base::ErrorCode::SignInNeeded, .message = "Nobody is signed in."};
}

} // namespace

std::unique_ptr<crm::Connector> connectorTo(ScriptedCrm &crm)
{
    return std::make_unique<ScriptedConnector>(crm);
}

ScriptedCrm::ScriptedCrm(std::string systemName, std::string orgId, base::UtcMs bornMs, int deals)
    : system(std::move(systemName))
    , m_orgId(std::move(orgId))
    , m_prefix(domain::remotePrefix(system))
    , m_clockMs(bornMs)
{
    domain::Stage stage;
    stage.remoteId = m_prefix + "open";
    stage.name = "Open";
    stage.pipeline = "sales";
    m_catalogue.stages.push_back(stage);
    domain::Account account;
    account.remoteId = m_prefix + "a1";
    account.name = "Company of " + system;
    account.createdMs = account.updatedMs = bornMs;
    m_catalogue.accounts.push_back(account);
    for (int number = 1; number <= deals; ++number) {
        domain::Deal made;
        made.remoteId = dealId(number);
        made.name = "Deal " + std::to_string(number);
        made.account.remoteId = account.remoteId;
        made.stage.remoteId = stage.remoteId;
        made.nextStep = "Begin";
        made.createdMs = bornMs;
        m_deals[made.remoteId] = made;
        changed(made.remoteId);
    }
}

std::string ScriptedCrm::dealId(int number) const
{
    return m_prefix + "d" + std::to_string(number);
}

domain::Deal &ScriptedCrm::deal(const std::string &remoteId)
{
    return m_deals.at(remoteId);
}

void ScriptedCrm::changed(const std::string &remoteId)
{
    deal(remoteId).updatedMs = ++m_clockMs;
    m_log.push_back(remoteId);
}

void ScriptedCrm::setNextStep(int number, const std::string &text)
{
    const std::lock_guard lock(m_mutex);
    deal(dealId(number)).nextStep = text;
    changed(dealId(number));
}

std::string ScriptedCrm::nextStep(int number) const
{
    const std::lock_guard lock(m_mutex);
    return m_deals.at(dealId(number)).nextStep;
}

void ScriptedCrm::forget(int number)
{
    const std::lock_guard lock(m_mutex);
    m_deals.erase(dealId(number));
    m_hasForgotten = true;
}

crm::Page ScriptedCrm::findGone(domain::RecordKind kind,
                                std::span<const std::string> remoteIds) const
{
    const std::lock_guard lock(m_mutex);
    crm::Page out;
    for (const std::string &id : remoteIds) {
        if (kind == domain::RecordKind::Deal && !m_deals.contains(id))
            out.gone.push_back({kind, id, true});
    }
    return out;
}

void ScriptedCrm::becomeOrg(const std::string &orgId)
{
    const std::lock_guard lock(m_mutex);
    m_orgId = orgId;
}

void ScriptedCrm::failPulls(std::optional<base::Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_pullFault = std::move(error);
}

void ScriptedCrm::answerPushes(std::optional<crm::PushAnswer> answer)
{
    const std::lock_guard lock(m_mutex);
    m_pushAnswer = std::move(answer);
}

void ScriptedCrm::loseNextAnswer()
{
    const std::lock_guard lock(m_mutex);
    m_losesAnswer = true;
}

void ScriptedCrm::changeBeforeNextPush(int number, const std::string &text)
{
    const std::lock_guard lock(m_mutex);
    m_changeBeforePush = {number, text};
}

std::int64_t ScriptedCrm::pulls() const
{
    const std::lock_guard lock(m_mutex);
    return m_pulls;
}

std::int64_t ScriptedCrm::pushes() const
{
    const std::lock_guard lock(m_mutex);
    return m_pushes;
}

std::int64_t ScriptedCrm::writes(const std::string &effectId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_writes.find(effectId);
    return found == m_writes.end() ? 0 : found->second;
}

std::int64_t ScriptedCrm::writes() const
{
    const std::lock_guard lock(m_mutex);
    std::int64_t out = 0;
    for (const auto &[effect, count] : m_writes)
        out += count;
    return out;
}

base::Result<domain::SourceProfile> ScriptedCrm::inspect() const
{
    const std::lock_guard lock(m_mutex);
    return domain::SourceProfile{
        .system = system, .orgId = m_orgId, .orgName = "Org " + m_orgId, .hasUniqueIds = true};
}

base::Result<std::map<std::string, std::int64_t>> ScriptedCrm::count() const
{
    const std::lock_guard lock(m_mutex);
    return std::map<std::string, std::int64_t>{
        {"accounts", 1}, {"deals", static_cast<std::int64_t>(m_deals.size())}};
}

base::Result<crm::Page> ScriptedCrm::pull(const std::string &cursor)
{
    const std::lock_guard lock(m_mutex);
    ++m_pulls;
    if (m_pullFault)
        return *m_pullFault;
    const std::size_t from = cursor.empty() ? 0 : std::stoull(cursor);
    crm::Page page = cursor.empty() ? m_catalogue : crm::Page{};
    const std::size_t to = std::min(from + pageRows, m_log.size());
    for (std::size_t at = from; at < to; ++at) {
        if (m_deals.contains(m_log[at]))
            page.deals.push_back(deal(m_log[at]));
    }
    if (m_hasForgotten) {
        domain::ObjectProgress progress;
        progress.object = "deals";
        progress.remoteCount = static_cast<std::int64_t>(m_deals.size());
        page.progress.push_back(progress);
    }
    page.nextCursor = std::to_string(to);
    page.more = to < m_log.size();
    return page;
}

crm::PushAnswer ScriptedCrm::write(const domain::Effect &effect)
{
    const auto wire = crm::readEffectWire(effect);
    if (!wire.ok())
        return {crm::PushState::Refused, {}, wire.error().message};
    if (wire->kind != domain::ActionKind::FieldEdit || !m_deals.contains(wire->deal))
        return {crm::PushState::Refused, {}, "no such deal"};
    domain::Deal &record = deal(wire->deal);
    crm::PushAnswer out{crm::PushState::AlreadyApplied, record.remoteId, "done"};
    for (const auto &change : wire->fields) {
        if (record.nextStep == change.value)
            continue;
        if (record.nextStep != change.base) {
            out.state = crm::PushState::Conflict;
            out.clashes.push_back({change.field, change.base, change.value, record.nextStep});
        } else {
            out.state = crm::PushState::Applied;
            record.nextStep = change.value;
            changed(record.remoteId);
            ++m_writes[effect.id.text()];
        }
    }
    out.fresh.deals.push_back(record);
    return out;
}

crm::PushAnswer ScriptedCrm::push(const domain::Effect &effect)
{
    const std::lock_guard lock(m_mutex);
    ++m_pushes;
    if (m_pushAnswer)
        return *m_pushAnswer;
    if (const auto change = std::exchange(m_changeBeforePush, std::nullopt)) {
        deal(dealId(change->first)).nextStep = change->second;
        changed(dealId(change->first));
    }
    crm::PushAnswer out = write(effect);
    if (std::exchange(m_losesAnswer, false))
        return {crm::PushState::Unknown, {}, "the answer was lost"};
    return out;
}

crm::PushAnswer ScriptedCrm::lookUp(const domain::Effect &effect)
{
    const std::lock_guard lock(m_mutex);
    if (m_writes.contains(effect.id.text()))
        return {crm::PushState::Applied, effect.id.text(), "found"};
    return {crm::PushState::Refused, {}, "not there"};
}

void ScriptedSource::offer(ScriptedCrm &crm)
{
    const std::lock_guard lock(m_mutex);
    m_crms[crm.system] = &crm;
}

void ScriptedSource::expire(const std::string &system)
{
    const std::lock_guard lock(m_mutex);
    m_isSignedIn[system] = false;
}

base::Result<domain::SourceProfile> ScriptedSource::signIn(const domain::SignInRequest &request,
                                                           const crm::OpenBrowser &,
                                                           const crm::CancelToken &)
{
    const std::lock_guard lock(m_mutex);
    if (request.token.empty())
        return signInNeeded();
    m_isSignedIn[request.system] = true;
    return m_crms.at(request.system)->inspect();
}

base::Result<std::unique_ptr<crm::Connector>> ScriptedSource::open(const std::string &system)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isSignedIn[system])
        return signInNeeded();
    return connectorTo(*m_crms.at(system));
}

base::Status ScriptedSource::forget(const std::string &system, const crm::CancelToken &)
{
    expire(system);
    return {};
}

} // namespace topline::flow
